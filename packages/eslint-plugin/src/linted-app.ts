import type { AppOnDisk } from '@next-slots/core/node';
import { Candidates } from './candidates.js';

/** An app as it stays while files of it are linted. */
export class LintedApp {
  readonly onDisk: AppOnDisk;
  readonly candidates = new Candidates();

  constructor(onDisk: AppOnDisk) {
    this.onDisk = onDisk;
  }
}
