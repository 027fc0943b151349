export { anchorOf, firstConventionFile } from './anchor.js';
export type {
  Check,
  CheckContext,
  OptionsSchema,
  PresetEntry,
  PresetName,
  Problem,
  Severity,
} from './check.js';
export { defineCheck } from './check.js';
export { docsUrl, repositoryUrl } from './docs-url.js';
export { candidateFiles } from './candidate-files.js';
export {
  checkSelectionSchema,
  configSchema,
  configureChecks,
  defaultPreset,
  parseConfig,
  presetNames,
  type CheckSelection,
  type Config,
  type ConfiguredCheck,
} from './configure-checks.js';
export { lookAtFile, type FileLook } from './file-look.js';
export type { Finding, Impact, Suggestion } from './finding.js';
export { mayAnchor, mayBeAnchor } from './may-be-anchor.js';
export { checks, type CheckName } from './registry.js';
export { runCheck, runCheckAroundFile, runCheckOnFile } from './run-check.js';
export { mayWait } from './slot-boundary.js';
export { compareFindings, runChecks, type ReportedFinding } from './run-checks.js';
export { isScript } from '../tree/is-script.js';
