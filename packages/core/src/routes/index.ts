export { buildRouteTree, isRouteFolder } from './build-route-tree.js';
export {
  conventionFiles,
  conventionOf,
  defaultPageExtensions,
  pageExtension,
  parseConventionFileName,
  type ConventionFile,
  type ConventionFileName,
} from './convention-files.js';
export type { DirectoryEntry, DirectoryListing, DirectoryReader } from './directory-reader.js';
export { isLayoutName, isLayoutOf } from './is-layout.js';
export {
  parseSegmentName,
  type InterceptionMarker,
  type SegmentKind,
  type SegmentName,
} from './parse-segment-name.js';
export { routeOf } from './route-of.js';
export type { BlockedFile, RouteTree, Segment, SegmentPath } from './route-tree.js';
export {
  filePath,
  findNearestSegment,
  findSegment,
  folderOf,
  joinPath,
  walkBelow,
  walkSegments,
} from './walk.js';
