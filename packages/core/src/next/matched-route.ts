import { filesShown, renderedBy, type Rendered } from './loader-tree/rendered.js';
import type { Outcome, Route, SlotFill } from './route-matches.js';
import { slotFills } from './slot-fills.js';
import type { Gap, RendersSlot } from './slots.js';
import { handlerFile, metadataFile, pageFile, type UrlNode } from './url/url-node.js';
import type { MatchedUrl } from './verdict/matched-url.js';

/** A route that looks into its tree when asked. */
export class MatchedRoute implements Route {
  readonly url: string;
  readonly kind: Route['kind'];
  readonly slotOutcome: Outcome;
  readonly gaps: readonly Gap[];
  readonly #matched: MatchedUrl;
  readonly #renders: RendersSlot | undefined;
  readonly #rejected: (url: MatchedUrl) => Outcome;
  #slots: readonly SlotFill[] | undefined;
  #files: readonly string[] | undefined;

  /**
   * @param outcome - What becomes of the URL by its slots, where layouts render all of them.
   * @param rejected - What becomes of it by everything else.
   * @param renders - What the layouts do with their slots, where that is known.
   */
  constructor(
    matched: MatchedUrl,
    outcome: Outcome,
    rejected: (url: MatchedUrl) => Outcome,
    renders?: RendersSlot,
  ) {
    const { gaps, complete } = matched.verdict;
    this.url = matched.url;
    this.kind = matched.node.isHandler ? 'handler' : 'page';
    this.#matched = matched;
    this.#rejected = rejected;
    this.#renders = renders;
    // What is missing counts only where Next.js comes to render the URL.
    const isSeen = renders && gaps.length > 0 && outcome !== 'build-error' && complete;
    const seen = isSeen && matched.tree ? renderedBy(matched.tree, renders) : undefined;
    this.slotOutcome = seen ? this.#outcomeSeen(seen, outcome) : outcome;
    this.gaps = seen ? gaps.filter((gap) => isAmong(seen, gap)) : gaps;
  }

  get outcome(): Outcome {
    return worseOf(this.slotOutcome, this.#rejected(this.#matched));
  }

  get file(): string {
    return fileOfUrl(this.#matched.node);
  }

  get slots(): readonly SlotFill[] {
    // What a slot's catch-all has for the URL of a handler is never shown.
    const tree = this.kind === 'page' ? this.#matched.tree : undefined;
    return (this.#slots ??= slotFills(tree, this.#renders));
  }

  get renders(): readonly string[] {
    const isShown = this.slotOutcome === 'ok' && this.kind === 'page';
    const tree = isShown ? this.#matched.tree : undefined;
    return (this.#files ??= tree ? filesShown(renderedBy(tree, this.#renders).shown) : []);
  }

  /** A URL can be not-found over something else, and stays so. */
  #outcomeSeen({ fatal }: Rendered, outcome: Outcome): Outcome {
    if (fatal.length > 0) return 'not-found';
    const { tree } = this.#matched;
    return tree && renderedBy(tree).fatal.length > 0 ? 'ok' : outcome;
  }
}

function worseOf(a: Outcome, b: Outcome): Outcome {
  return [a, b].includes('build-error') ? 'build-error' : a === 'ok' ? b : a;
}

function isAmong({ fatal, streamed }: Rendered, { owner, slot }: Gap): boolean {
  return [...fatal, ...streamed].some((gap) => gap.owner === owner && gap.slot === slot);
}

/** The page or route handler that a URL is there for: one outside every slot where there is one. */
function fileOfUrl({ pages, isHandler, handlers, metadata }: UrlNode): string {
  const folders = isHandler ? handlers : pages;
  const folder = folders.find(({ slots }) => slots === '') ?? folders[0];
  if (folder) return isHandler ? handlerFile(folder) : pageFile(folder);
  const [first] = metadata;
  return first ? metadataFile(first) : '';
}
