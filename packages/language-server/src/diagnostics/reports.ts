import { groupBy, groupByCause, runChecksOnFile, type ConfiguredCheck } from '@next-slots/core';
import { pathOnDisk, WorkSlices } from '@next-slots/core/node';
import type { CancellationToken, Diagnostic } from 'vscode-languageserver/node';
import { findInAppInSteps } from '../find-problems.js';
import type { ClientFeatures } from '../client-features.js';
import type { AppPlace, Workspace } from '../workspace.js';
import { toDiagnostic } from './to-diagnostic.js';

/** Everything that is reported, as diagnostics. */
export class Reports {
  readonly #workspace: Workspace;
  readonly #features: ClientFeatures['diagnostic'];

  constructor(workspace: Workspace, features: ClientFeatures['diagnostic']) {
    this.#workspace = workspace;
    this.#features = features;
  }

  /** What is reported at one file, as it now is. */
  ofFile(path: string): Diagnostic[] {
    const place = this.#workspace.locate(path);
    if (!place) return [];
    const app = this.#workspace.open(place);
    const target = { app, location: place.location, features: this.#features };
    return runChecksOnFile(app, reportedChecks(place), place.file).map((finding) =>
      toDiagnostic(finding, target),
    );
  }

  /**
   * What is reported anywhere in the workspace, by path: one diagnostic for each cause, with what that
   * breaks as related information.
   *
   * @returns undefined where the client cancelled.
   */
  async ofWorkspace(token: CancellationToken): Promise<Map<string, Diagnostic[]> | undefined> {
    const byPath = new Map<string, Diagnostic[]>();
    const slices = new WorkSlices(token);
    for (const place of this.#workspace.apps()) {
      const app = this.#workspace.open(place);
      const findings = await findInAppInSteps(app, reportedChecks(place), slices);
      if (!findings) return undefined;
      const target = { app, location: place.location, features: this.#features };
      for (const [file, ofFile] of groupBy(groupByCause(findings), ({ file }) => file)) {
        const diagnostics = ofFile.map((finding) => toDiagnostic(finding, target));
        byPath.set(pathOnDisk(place.location, file), diagnostics);
      }
    }
    return byPath;
  }
}

/** The checks that nobody else reports in this editor. */
function reportedChecks({ settings: { checks, silent } }: AppPlace): readonly ConfiguredCheck[] {
  return checks.filter(({ check }) => !silent.has(check.name));
}
