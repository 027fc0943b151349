import { matchesOf, type AppOverview, type SlotProblem } from '@next-slots/core';
import { pathOnDisk, WorkSlices } from '@next-slots/core/node';
import type { CancellationToken } from 'vscode-languageserver/node';
import { slotFolder } from '../diagnostics/to-diagnostic.js';
import { uriOfPath } from '../file-uri.js';
import { findInAppInSteps } from '../find-problems.js';
import type { Session } from '../session/session.js';
import { appName } from './app-name.js';

/** Every app of the workspace with what is wrong in it, whoever else reports that too. */
export async function overview(
  session: Session,
  _params: unknown,
  token: CancellationToken,
): Promise<AppOverview[]> {
  session.notifyOfChanges();
  const { workspace } = session;
  const apps: AppOverview[] = [];
  const slices = new WorkSlices(token);
  for (const place of workspace.apps()) {
    const app = workspace.open(place);
    const findings = await findInAppInSteps(app, place.settings.checks, slices);
    if (!findings) return [];
    const problems = findings.map((finding): SlotProblem => {
      const { check, message, severity, impact, slot } = finding;
      const path = slot === 'children' ? undefined : slotFolder(finding, app);
      const folder = path === undefined ? null : uriOfPath(pathOnDisk(place.location, path));
      return { check, message, severity, impact, folder };
    });
    apps.push({
      app: uriOfPath(place.location.appDir),
      name: appName(place.location, workspace.folders),
      next: app.next.version,
      urls: matchesOf(app).routes.map(({ url }) => url),
      problems,
    });
  }
  return apps;
}
