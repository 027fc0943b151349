export { buildRouteTree } from './build-route-tree.js';
export {
  conventionOf,
  defaultPageExtensions,
  pageExtension,
  type ConventionFile,
} from './convention-files.js';
export type { DirectoryEntry, DirectoryListing, DirectoryReader } from './directory-reader.js';
export { isLayoutName } from './is-layout.js';
export {
  parseSegmentName,
  type InterceptionMarker,
  type SegmentKind,
  type SegmentName,
} from './parse-segment-name.js';
export type { RouteTree, Segment } from './route-tree.js';
export {
  filePath,
  findNearestSegment,
  findSegment,
  folderOf,
  joinPath,
  walkSegments,
} from './walk.js';
