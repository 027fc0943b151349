import type { AppParams, ExplorerFindingsParams } from '@next-slots/core';
import {
  describeApp,
  describeFindingsInSteps,
  type ExplorerApp,
  type TargetFindings,
} from '@next-slots/explorer';
import { WorkSlices } from '@next-slots/core/node';
import type { CancellationToken } from 'vscode-languageserver/node';
import type { Session } from '../session/session.js';
import { appName } from './app-name.js';
import { namedApp } from './named-app.js';

/** An app as the explorer draws it; what the checks find is asked for when that is drawn. */
export function explorerApp(session: Session, params: AppParams): ExplorerApp | null {
  const place = namedApp(session, params);
  if (!place) return null;
  const { checks } = place.settings;
  const name = appName(place.location, session.workspace.folders);
  return describeApp({ name, app: session.workspace.open(place), checks }, []);
}

/** What the checks find in an app, where a Next.js version builds it. */
export async function explorerFindings(
  session: Session,
  { next, bundler, ...params }: ExplorerFindingsParams,
  token: CancellationToken,
): Promise<TargetFindings | null> {
  const place = namedApp(session, params);
  if (!place) return null;
  const { checks } = place.settings;
  const app = session.workspace.open(place);
  const slices = new WorkSlices(token);
  const target = { version: next, bundler };
  const found = await describeFindingsInSteps({ app, checks }, target, () => slices.isCancelled());
  return found ?? null;
}
