import type { TextRange } from './text-range.js';

/** One prop that the component names, in its pattern, its type or its body. */
export interface PropFacts {
  readonly name: string;
  /** Where a finding about this prop belongs: its first binding, else its type, else its first use. */
  readonly range: TextRange;
  /** Where it is taken out of the props, in the parameter or in the body. */
  readonly bindings: readonly PropBinding[];
  /** Where its type is declared. */
  readonly declarations: readonly PropDeclaration[];
  /** Where its value is read, in order. A binding alone is no use. */
  readonly uses: readonly PropUse[];
  /** True where some use renders the value or hands it on to what may render it. */
  readonly rendered: boolean;
}

/** An element of an object pattern that names the prop. */
export interface PropBinding {
  /** The key as written, quotes included. */
  readonly key: TextRange;
  readonly quoted: boolean;
  /** The local variable; undefined where the value is destructured further. */
  readonly local?: PropVariable | undefined;
  /** False in an assignment, `({ team } = props)`: the variable is declared elsewhere. */
  readonly declares: boolean;
  /** `{ team }`: key and variable are one word. */
  readonly shorthand: boolean;
  /** The default value. */
  readonly default?: TextRange | undefined;
}

/** The variable that a prop is put into. */
export interface PropVariable {
  readonly name: string;
  readonly range: TextRange;
  /** Where something else is assigned to it. */
  readonly writes: readonly TextRange[];
}

/** A member of the props' type. */
export interface PropDeclaration {
  /**
   * - `member`: written out in this file.
   * - `listed`: named in a literal only: `Pick<Props, 'team'>`, `Record<'team', …>`.
   * - `implied`: by `PropsWithChildren` or `LayoutProps`; `range` is that type.
   */
  readonly kind: 'member' | 'listed' | 'implied';
  /** Without separator. */
  readonly range: TextRange;
  /** The key as written, quotes included; the literal for `listed`; undefined for `implied`. */
  readonly key?: TextRange | undefined;
  readonly quoted: boolean;
  readonly optional: boolean;
  /** The type as written; undefined where the member has none. */
  readonly type?: TextRange | undefined;
  /** What stands behind the name of a method, `?` included: `(): React.ReactNode`. */
  readonly signature?: TextRange | undefined;
  readonly renderable: Renderable;
}

/**
 * Whether a type can hold what Next passes for a slot, a React element: `no` for strings, functions,
 * component types and the like, `unknown` where the file does not show it.
 */
export type Renderable = 'yes' | 'no' | 'unknown';

/** One reading of a prop's value. */
export interface PropUse {
  /** `team`, `props.team`, `props['data-grid']`. */
  readonly range: TextRange;
  /** What a rename replaces: the variable, or the member's name (with quotes). */
  readonly name: TextRange;
  /**
   * - `local`: the local variable. `shorthand`: the same as `{ team }` in an object literal.
   * - `member`: `props.team`. `element`: `props['team']`.
   */
  readonly form: 'local' | 'shorthand' | 'member' | 'element';
  /**
   * What becomes of the value.
   *
   * - `rendered`: a JSX child, or returned.
   * - `passed`: handed to something that may render it: an attribute, an argument, a closure.
   * - `dropped`: nothing: it is only looked at, as by a condition, `typeof` or a comparison, or is a statement
   *   of its own, or in a variable that nobody reads.
   */
  readonly role: 'rendered' | 'passed' | 'dropped';
  /** True where it names an element, `<Team />`: then it is used as a component. */
  readonly asElement?: true | undefined;
  /** The conditions that decide whether the value is taken, outermost first. */
  readonly branches: readonly Branch[];
}

/** One side of a condition. Two uses on different sides of the same one exclude each other. */
export interface Branch {
  /** The whole `if`, `?:`, `&&` or `switch`; what follows an `if` that returns is its other side. */
  readonly range: TextRange;
  /** What is asked. */
  readonly test: TextRange;
  /**
   * The same for all that ask the same in one function: `a && x` and `!a && y` stand apart in the text and are
   * the two sides of one condition, and so are `a === 1 && x` and `a !== 1 && y`, `a ? x : null` and
   * `a ? null : y`. Behind `||` and `??` and in a `switch`, each is a condition of its own.
   */
  readonly condition: string;
  /** 0 where the condition holds, else 1. Cases of a `switch` that run on into the next are one side. */
  readonly side: number;
}
