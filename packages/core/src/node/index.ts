export { AppStore, pathInApp, pathOnDisk, type AppOnDisk, type Freshness } from './app-store.js';
export { createFile, type CreateFileOptions, type Creation } from './create-file.js';
export { DiskReader, errorCode, type DiskReaderCounts } from './disk-reader.js';
export { isDraft, removeStaleDrafts } from './draft.js';
export { editFile, type Editing } from './edit-file.js';
export { findAppOfFile, findAppsBelow, type AppLocation } from './find-app.js';
export { fingerprintApp } from './fingerprint-app.js';
export { isInside } from './is-inside.js';
export { modulesBelow } from './modules-below.js';
export { findNextConfig, parseNextConfig, type NextConfig } from './next-config.js';
export {
  completeVersion,
  newestKnownVersion,
  nextRange,
  readManifest,
  supportedLines,
  supportedVersion,
  type NextVersionSource,
} from './next-version.js';
export { readPagesRouter } from './pages-router.js';
export { diskFiles, largestFile, readText, statOf, type ProjectFiles } from './project-files.js';
export { nextTargetOf, pageExtensionsOf, readProject, type Project } from './read-project.js';
export { readTemplate } from './read-template.js';
export { repositoryOf } from './repository.js';
export { WorkSlices } from './work-slices.js';
export { inWritableFolder, mayWrite } from './writable-folder.js';
