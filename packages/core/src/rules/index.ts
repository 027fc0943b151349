export { anchorOf, firstConventionFile } from './engine/anchor.js';
export type {
  Check,
  CheckContext,
  MessageTemplate,
  OptionsSchema,
  PresetEntry,
  PresetName,
  Problem,
  RelatedProblem,
  Severity,
} from './engine/check.js';
export { defineCheck } from './engine/check.js';
export { docsUrl, repositoryUrl } from './engine/docs-url.js';
export { groupByCause } from './engine/group-by-cause.js';
export { candidateFiles } from './engine/candidate-files.js';
export {
  checkSelectionSchema,
  configSchema,
  configureChecks,
  defaultPreset,
  presetNames,
  type CheckSelection,
  type ConfiguredCheck,
} from './engine/configure-checks.js';
export { lookAtFile, type FileLook } from './engine/file-look.js';
export {
  fullMessage,
  type Finding,
  type Impact,
  type RelatedLocation,
  type Suggestion,
} from './engine/finding.js';
export { mayAnchor, mayBeAnchor } from './engine/may-be-anchor.js';
export { checks, type CheckName } from './engine/registry.js';
export { runCheck, runCheckAroundFile, runCheckOnFile } from './engine/run-check.js';
export { mayWait } from './shared/slot-boundary.js';
export {
  compareFindings,
  runChecks,
  runChecksOnFile,
  type ReportedFinding,
} from './engine/run-checks.js';
export {
  suppressFindings,
  suppressionIn,
  unusedDirectives,
  type SuppressedFindings,
  type UnusedDirective,
} from './engine/suppressions.js';
export { isScript } from '../routes/is-script.js';
