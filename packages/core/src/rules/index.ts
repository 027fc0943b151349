export type {
  Check,
  CheckDefinition,
  OptionsSchema,
  PresetName,
  Severity,
} from './engine/check.js';
export { defineCheck } from './engine/check.js';
export { docsUrl, repositoryUrl } from './engine/docs-url.js';
export { groupByCause } from './engine/group-by-cause.js';
export {
  checkSelectionSchema,
  configSchema,
  configureChecks,
  presetNames,
  presetRules,
  type CheckSelection,
  type ConfiguredCheck,
} from './engine/configure-checks.js';
export { fileContext, mayReportIn, type FileContext } from './engine/file-context.js';
export { fullMessage, listRelated, type Finding, type Impact } from './engine/finding.js';
export { withoutHowToCreate } from './shared/new-files.js';
export { checks, type CheckName } from './engine/registry.js';
export { runCheckAroundFile, runCheckOnFile } from './engine/run-check.js';
export {
  compareFindings,
  runChecks,
  runChecksInSteps,
  runChecksOnFile,
  type ReportedFinding,
} from './engine/run-checks.js';
export { suppressFindings, unusedDirectives } from './engine/suppressions.js';
export { isScript } from '../routes/is-script.js';
