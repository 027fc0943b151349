import type { App } from '../../app.js';
import type { SegmentPath } from '../../routes/route-tree.js';
import type { CompletionEntry } from './completion-entry.js';
import type { AppExtent, CursorRequest } from './cursor-request.js';

/** What a source is given once the app is open. */
export interface CompletionContext extends CursorRequest, SegmentPath {
  readonly app: App;
}

/** Lists what fits at the place that was found. */
export type Offer = (context: CompletionContext) => Iterable<CompletionEntry>;

/** One kind of place where names of slots are typed. */
export interface CompletionSource {
  /** Which files have such places: layouts, or any module below the app directory. */
  readonly files: 'layouts' | 'modules';
  /** What {@link Offer} looks at. */
  readonly extent: AppExtent;
  /**
   * Looks whether the cursor is at such a place, by the text alone.
   *
   * @returns undefined where it is not.
   */
  locate(request: CursorRequest): Offer | undefined;
}
