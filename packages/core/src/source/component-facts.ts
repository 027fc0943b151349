import type { PropFacts } from './prop-facts.js';
import type { TextRange } from './text-range.js';

/** The default export, seen as a React component. */
export interface ComponentFacts {
  /**
   * What stands around the component in the export: nothing, React's `memo` or `forwardRef` only, or
   * some other call, which may add props of its own.
   */
  readonly wrapper: 'none' | 'react' | 'other';
  /** Every prop that the component names: in a pattern, in its type, or in its body. By first range. */
  readonly props: readonly PropFacts[];
  /**
   * Where props that the code does not name may go, so that none of them can be called lost: `...rest`,
   * a spread, the props passed on whole, `props[name]`. Empty: the code uses {@link props} alone.
   */
  readonly escapes: readonly PropsEscape[];
  /** The first parameter, or why there is none. */
  readonly parameter: ParameterFacts;
  /** Every object pattern that takes props apart, the parameter's first. */
  readonly patterns: readonly PropsPattern[];
  /** Every `props.name`, `props['name']`, `this.props.name`, an unfinished `props.` included. */
  readonly accesses: readonly PropsAccess[];
  /** The type of the props; undefined where none is written. */
  readonly type?: PropsTypeFacts | undefined;
}

/** A place where unnamed props may go. */
export interface PropsEscape {
  /** `...rest` puts them into a variable; where that goes is an escape of its own. */
  readonly rest: boolean;
  /** The props that do not go there: `team` where it is the rest of `{ team, ...rest }` that goes. */
  readonly without: readonly string[];
  /** The only props that are taken there, where a component of the same file shows that. */
  readonly only?: readonly string[] | undefined;
}

/** How the component takes its props. */
export type ParameterFacts =
  | {
      /**
       * - `pattern`: `({ team })`, the first of {@link ComponentFacts.patterns}.
       * - `identifier`: `(props)`.
       * - `other`: anything else, `(...args)`.
       */
      readonly kind: 'pattern' | 'identifier' | 'other';
      /** With type annotation and default value. */
      readonly range: TextRange;
      /** The pattern or name alone; a type annotation can be written behind it. */
      readonly target: TextRange;
      /** False for `props => …`, which a type annotation would break. */
      readonly parenthesized: boolean;
    }
  | {
      /** No parameter yet; `range` is what stands between the parentheses. */
      readonly kind: 'none';
      readonly range: TextRange;
    }
  | {
      /** A class; type arguments can be written at the end of `superclass`. */
      readonly kind: 'class';
      readonly superclass: TextRange;
    };

/** An object pattern that takes props apart: the parameter's, or one in the body. */
export interface PropsPattern extends BracedList {
  /**
   * - `parameter`: the component's own, or one inside of it.
   * - `declaration`: `const { team } = props`, where another key declares another variable.
   * - `assignment`: `({ team } = props)`, where another key needs a variable that is there already.
   */
  readonly kind: 'parameter' | 'declaration' | 'assignment';
  /** Where another key fits; undefined where the pattern is not closed. */
  readonly insertion?: Insertion | undefined;
}

/** A list in braces: an object pattern, a type literal, the body of an interface. */
export interface BracedList {
  /** With the braces, or up to where the parser gave up where the last one is missing. */
  readonly range: TextRange;
  readonly items: readonly ListItem[];
}

/** An element of a pattern, or a member of a type. */
export interface ListItem {
  /** `'data-grid': grid = null`, `team: React.ReactNode`, without what separates it from the next. */
  readonly range: TextRange;
  /** The key as written, quotes included; undefined for `...rest`, a computed key, an index signature. */
  readonly key?: TextRange | undefined;
}

/** A member access on the props. */
export interface PropsAccess {
  /** `props.team`. */
  readonly range: TextRange;
  /** `props` or `this.props`. */
  readonly object: TextRange;
  /** `team`, or `'data-grid'` with quotes; empty where nothing is typed yet. */
  readonly name: TextRange;
  readonly form: 'member' | 'element';
}

/**
 * Where one or more items fit into a list and what has to be written around them, in the style that
 * the list has: `before + items.join(between) + after` replaces `range`.
 */
export interface Insertion {
  /** Empty, but for a list with nothing in it, and a comment that `before` begins with again. */
  readonly range: TextRange;
  readonly before: string;
  readonly between: string;
  readonly after: string;
}

/** The type of the props, as far as this file shows it. */
export interface PropsTypeFacts {
  /** The type as written at the component: `Readonly<{ … }>`, `Props`. */
  readonly range: TextRange;
  readonly language: 'typescript' | 'jsdoc';
  /** True where every member is known, so that what `props` does not list is not declared. */
  readonly complete: boolean;
  /** True for `LayoutProps<'…'>`: the type holds every slot of its route without naming it. */
  readonly everySlot: boolean;
  /** Every list of members in this file that the type is made of, in the order to add to. */
  readonly bodies: readonly BracedList[];
  /** How another prop can be declared; undefined where that is not needed or not possible. */
  readonly insertion?: TypeInsertion | undefined;
}

/** Where another prop can be declared. */
export type TypeInsertion =
  /** As a member of one of the bodies. */
  | ({ readonly kind: 'member' } & Insertion)
  /** As JSDoc tags, `@param {React.ReactNode} props.team` where `prefix` is `props.`. */
  | ({ readonly kind: 'tag'; readonly tag: string; readonly prefix: string } & Insertion)
  /** As the argument that the component's type lacks: `React.FC<{ … }>`. */
  | { readonly kind: 'argument'; readonly range: TextRange }
  /** Behind the whole type, `& { … }`; `parentheses` says that the type needs them first. */
  | { readonly kind: 'intersection'; readonly range: TextRange; readonly parentheses: boolean };
