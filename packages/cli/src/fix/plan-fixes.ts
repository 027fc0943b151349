import { basename, dirname, join } from 'node:path';
import {
  combineEdits,
  groupByCause,
  once,
  type Edit,
  type ReportedFinding,
} from '@next-slots/core';
import { pathOnDisk, type AppLocation } from '@next-slots/core/node';
import { realPath } from '../apps/named-path.js';
import { reopenApp, type OpenedApp } from '../apps/open-app.js';
import { ungroupedFindingsOf } from '../check/findings-of.js';
import { PlannedFiles, type PlannedFile } from './planned-files.js';

/** Each round may add one prop to each layout. A fix that undoes another would go on forever. */
const maximumRounds = 1000;

/** What to do in one app. */
export interface Plan {
  readonly opened: OpenedApp;
  /** By file. */
  readonly files: readonly PlannedFile[];
  /** What would still be found after it. */
  readonly left: readonly ReportedFinding[];
}

/**
 * Plans the edits of all findings in an app, and of those that show only after the first.
 *
 * @param found - What is found in it as it is, by {@link ungroupedFindingsOf}.
 */
export function planFixes(app: OpenedApp, found = ungroupedFindingsOf(app)): Plan {
  const files = new PlannedFiles(app.files);
  let opened = app;
  for (let round = 0; round < maximumRounds; round += 1) {
    const groups = found
      .map((finding) => editsOf(finding, opened))
      .filter(({ length }) => length > 0);
    if (!files.plan(combineEdits(groups, opened.app))) break;
    opened = reopenApp(opened, files);
    found = ungroupedFindingsOf(opened);
  }
  const eachOnce = once(() => eachFileOnce(app.location, files.files));
  return {
    opened: app,
    get files() {
      return eachOnce();
    },
    left: groupByCause(found),
  };
}

/** The edits of a finding that the configuration allows: with `scaffold: false` nothing is created. */
function editsOf(finding: ReportedFinding, opened: OpenedApp): readonly Edit[] {
  const options = opened.checks.find(({ check }) => check.name === finding.check)?.options;
  const mayCreate = !options || !('scaffold' in options) || options.scaffold !== false;
  return mayCreate || finding.edits.every(({ kind }) => kind !== 'createFile') ? finding.edits : [];
}

/** Leaves out what is planned for a file already by another path: links lead to one folder as two routes. */
function eachFileOnce(
  location: AppLocation,
  files: readonly PlannedFile[],
): readonly PlannedFile[] {
  const byRealPath = new Map<string, PlannedFile>();
  for (const planned of files) {
    const path = pathOnDisk(location, planned.file);
    // The file itself may not be there yet, and where it is a link, it stays one.
    const real = join(realPath(dirname(path)), basename(path));
    if (!byRealPath.has(real)) byRealPath.set(real, planned);
  }
  return [...byRealPath.values()];
}
