import type { ComponentFacts } from './component-facts.js';
import type { SourceStyle } from './source-style.js';
import type { TextRange } from './text-range.js';

/**
 * What one source file declares, as far as next-slots cares. Two readers make it, from ESTree and
 * from a TypeScript AST, and both give the same facts for the same text.
 *
 * A fact that the file alone does not settle is left out or says `unknown`; checks are silent then.
 * All ranges are offsets into the text that was parsed.
 */
export interface ModuleFacts {
  /** True where the text did not parse cleanly, so that anything may be missing below. */
  readonly partial: boolean;
  /**
   * True where reading the file takes more steps, or goes deeper, than for anything that people write.
   * Nothing of what follows is known then, as in a file that is {@link partial}.
   */
  readonly tooComplex?: true | undefined;
  /** The directives at the top, without quotes: `use client`. */
  readonly directives: readonly string[];
  readonly imports: readonly ImportFacts[];
  /** The names of all value exports that the file spells out, `default` included. */
  readonly exports: readonly string[];
  /** What the file exports by default; undefined where it certainly exports nothing by default. */
  readonly defaultExport?: DefaultExportFacts | undefined;
  /** The component that the module exports by default, where it can be seen in this file. */
  readonly component?: ComponentFacts | undefined;
  /** Calls of `useSelectedLayoutSegment(s)` of `next/navigation` with a literal argument. */
  readonly slotKeys: readonly SlotKeyCall[];
  /** Every use of Next's global route types with a literal: `LayoutProps<'/shop/[id]'>`. */
  readonly routeTypes: readonly RouteTypeUse[];
  /** Whether rendering waits for something, as far as this file shows it. */
  readonly asyncWork: AsyncWork;
  /** The segment config options that the file exports with literal values. */
  readonly segmentConfig: readonly SegmentConfigFacts[];
  /** The keys that `metadata`, or what `generateMetadata` returns, writes out. */
  readonly metadataKeys: readonly MetadataKey[];
  /** Whether the component surely ends in `notFound()`, `redirect()` or their like. */
  readonly leadsAway: boolean;
  /** Whether the component surely shows nothing: `return null`, `<></>`. */
  readonly rendersNothing: boolean;
  readonly style: SourceStyle;
  /** How the file can name React's node type: `React.ReactNode`, `ReactNode`, or a local alias. */
  readonly reactNode: string;
  /**
   * Every name that is declared or referred to as a variable anywhere in the file, sorted: what a new
   * local name has to avoid.
   */
  readonly names: readonly string[];
  /**
   * Those of {@link names} that stand for something already: declared, wherever that is, or a global of
   * which members are read, or that is called. A name that is only referred to may be about to be
   * declared: people write `{team}` first and take it out of the props afterwards.
   */
  readonly taken: readonly string[];
}

/** A key of a module's metadata: `title`. */
export interface MetadataKey {
  readonly name: string;
  readonly range: TextRange;
}

/** One imported name. */
export interface ImportFacts {
  /** The module as written: `next/navigation`. */
  readonly source: string;
  /** The name there; `default`, or `*` for the namespace. */
  readonly imported: string;
  /** The name in this file. */
  readonly local: string;
}

/** The default export. */
export interface DefaultExportFacts {
  /** The `default` keyword, or the name before `as default`. */
  readonly range: TextRange;
  /**
   * - `component`: a function, a class with a superclass, or a call of React's `memo`, `forwardRef`.
   * - `other`: certainly nothing that React renders: an object, a number, an element, a plain class.
   * - `unknown`: not to be seen in this file: re-exported, imported, the result of some call.
   */
  readonly kind: 'component' | 'other' | 'unknown';
  /** The module it comes from, where it is only passed through. */
  readonly source?: string | undefined;
  /** The name of {@link ModuleFacts.component}, else {@link range}; undefined where there is none. */
  readonly nameRange?: TextRange | undefined;
}

/** A literal in the text. */
export interface LiteralFacts {
  readonly value: string;
  /** With the quotes. */
  readonly range: TextRange;
  readonly quote: Quote;
}

/** The mark around a literal; a template without placeholders counts. */
export type Quote = "'" | '"' | '`';

/** A call that asks for a slot by its key. */
export interface SlotKeyCall {
  readonly hook: 'useSelectedLayoutSegment' | 'useSelectedLayoutSegments';
  readonly key: LiteralFacts;
}

/** One of the types that `next typegen` makes global, applied to a literal route. */
export interface RouteTypeUse {
  readonly type: 'LayoutProps' | 'PageProps';
  readonly route: LiteralFacts;
  /** True where it types the props of {@link ModuleFacts.component}, also through an alias. */
  readonly ofComponent: boolean;
}

/**
 * Whether rendering waits: for an `await`, React's `use()`, a call of the global `fetch`, or of `cookies()`,
 * `headers()`, `draftMode()`, `connection()`, `unstable_noStore()`. Only what runs while rendering counts: not
 * the body of `generateMetadata` and its like, of a server action, nor of a callback inside a component. Nor
 * does waiting for `params` and `searchParams` alone: Next.js has them with the request.
 *
 * - `suspended`: only inside React's `Suspense` in this file, which shows its fallback meanwhile: what is
 *   around need not wait. An error goes through it all the same.
 */
export type AsyncWork = 'none' | 'suspended' | 'unsuspended';

/** A segment config option with its value: `export const revalidate = 60`. */
export interface SegmentConfigFacts {
  /** `revalidate`, `dynamic`, `runtime`, and so on. */
  readonly option: string;
  /** As code writes it: `60`, `false`, `'force-static'`. The same value always gives the same text. */
  readonly value: string;
}
