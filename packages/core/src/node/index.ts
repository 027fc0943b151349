export { AppStore, pathInApp, pathOnDisk, type AppOnDisk, type Freshness } from './app-store.js';
export { createFile, type Creation } from './create-file.js';
export { DiskReader, errorCode, type DiskReaderCounts } from './disk-reader.js';
export { editFile, type Editing } from './edit-file.js';
export { findAppOfFile, findAppsBelow, type AppLocation } from './find-app.js';
export { parseNextConfig, type NextConfig } from './next-config.js';
export { newestKnownVersion } from './next-version.js';
export { diskFiles, type ProjectFiles } from './project-files.js';
export { nextTargetOf, pageExtensionsOf, readProject, type Project } from './read-project.js';
