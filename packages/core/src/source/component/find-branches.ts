import { remembered } from '../../remembered.js';
import type { Branch } from '../prop-facts.js';
import { isFunction } from '../ast/functions.js';
import { withoutParentheses } from '../ast/literals.js';
import type { Node, SwitchCase } from '../ast/nodes.js';
import { endOf, rangeOf } from '../ast/ranges.js';
import type { ComponentCode } from './component-code.js';

/** What stands around a node in its component. */
interface Surroundings {
  /** The conditions that decide about the node, outermost first. */
  readonly branches: readonly Branch[];
  /** Where the function ends that the node is, or is in. */
  readonly within: number;
}

/** The conditions that decide about what comes behind them in a list of statements. */
interface StatementBranches {
  readonly branches: readonly Branch[];
  /** How many of them stand before each statement. */
  readonly before: ReadonlyMap<Node, number>;
}

/** Finds the conditions between a component and nodes in it. */
export class BranchFinder {
  readonly #code: ComponentCode;
  /** Found once for each node: uses deep inside share their ancestors. */
  readonly #surroundings = new Map<Node, Surroundings>();
  /** Found once for each list of statements: looked for anew at each, 2,000 of them are too many to read. */
  readonly #statements = new Map<readonly Node[], StatementBranches>();

  constructor(code: ComponentCode) {
    this.#code = code;
  }

  /** The conditions that decide about a node, outermost first. */
  branchesOf(node: Node): readonly Branch[] {
    const { branches } = this.#around(node);
    this.#code.steps.spend(1 + branches.length);
    return branches;
  }

  #around(node: Node): Surroundings {
    return remembered(this.#surroundings, node, () => this.#lookAround(node));
  }

  #lookAround(node: Node): Surroundings {
    const { bindings, component, steps } = this.#code;
    const parent = bindings.parentOf(node);
    if (!parent || node === component) return { branches: [], within: endOf(node) };
    const outer = this.#around(parent);
    const inside = this.#branchesIn(parent, node, outer.within);
    steps.spend(1 + inside.length);
    return {
      branches: inside.length === 0 ? outer.branches : [...outer.branches, ...inside],
      within: isFunction(node) ? endOf(node) : outer.within,
    };
  }

  /** What one step inwards decides, outermost first. */
  #branchesIn(parent: Node, child: Node, within: number): readonly Branch[] {
    const { text } = this.#code;
    switch (parent.type) {
      case 'ConditionalExpression':
      case 'IfStatement':
        if (child === parent.consequent) return [sideOf(parent, parent.test, true, within, text)];
        if (child === parent.alternate) return [sideOf(parent, parent.test, false, within, text)];
        return [];
      case 'LogicalExpression': {
        const isRight = child === parent.right;
        if (parent.operator !== '&&') return [branchOf(parent, parent.left, isRight ? 1 : 0)];
        return isRight ? [sideOf(parent, parent.left, true, within, text)] : [];
      }
      case 'SwitchStatement': {
        const index = parent.cases.findIndex((each) => each === child);
        if (index < 0) return [];
        return [branchOf(parent, parent.discriminant, firstOfSide(parent.cases, index))];
      }
      case 'BlockStatement':
      case 'StaticBlock':
      case 'TSModuleBlock':
        return this.#earlierBranches(parent.body, child, within);
      case 'SwitchCase':
        return this.#earlierBranches(parent.consequent, child, within);
      default:
        return [];
    }
  }

  /** Behind `if (x) return a;` the other side goes on. */
  #earlierBranches(statements: readonly Node[], child: Node, within: number): readonly Branch[] {
    const { branches, before } = remembered(this.#statements, statements, () =>
      branchesAmong(statements, within, this.#code),
    );
    return branches.slice(0, before.get(child) ?? 0);
  }
}

/** The first of the cases that run on into each other up to one. */
function firstOfSide(cases: readonly SwitchCase[], index: number): number {
  let first = index;
  while (first > 0 && !cases[first - 1]?.consequent.some(leaves)) first -= 1;
  return first;
}

/** More returns than this before a use tell a person nothing, and take time. */
const toldApart = 64;

/** The branches of a list of statements, and how many of them stand before each. */
function branchesAmong(
  statements: readonly Node[],
  within: number,
  { text, steps }: ComponentCode,
): StatementBranches {
  const branches: Branch[] = [];
  const before = new Map<Node, number>();
  steps.spend(statements.length);
  for (const statement of statements) {
    before.set(statement, branches.length);
    if (branches.length >= toldApart) continue;
    if (statement.type === 'IfStatement') {
      const { test, consequent, alternate } = statement;
      if (leaves(consequent)) branches.push(sideOf(statement, test, false, within, text));
      else if (leaves(alternate)) branches.push(sideOf(statement, test, true, within, text));
    }
    if (statement.type === 'SwitchStatement' && statement.cases.some(returns)) {
      const { discriminant, cases } = statement;
      branches.push(branchOf(statement, discriminant, cases.length));
    }
  }
  return { branches, before };
}

function returns({ consequent }: SwitchCase): boolean {
  return consequent.some((statement) => statement.type !== 'BreakStatement' && leaves(statement));
}

/** Whether nothing behind a statement runs after it. */
function leaves(node: Node | null | undefined): boolean {
  switch (node?.type) {
    case 'ReturnStatement':
    case 'ThrowStatement':
    case 'BreakStatement':
    case 'ContinueStatement':
      return true;
    case 'BlockStatement':
      return node.body.some(leaves);
    case 'LabeledStatement':
      return leaves(node.body);
    case 'IfStatement':
      return leaves(node.consequent) && leaves(node.alternate);
    default:
      return false;
  }
}

/** A side of a condition that has no other like it. */
function branchOf(whole: Node, test: Node, side: number): Branch {
  const range = rangeOf(whole);
  const condition = `${String(range.start)}:${String(range.end)}`;
  return { range, test: rangeOf(withoutParentheses(test)), condition, side };
}

/**
 * Where a test holds, or where it does not.
 *
 * @param within - Where the function ends in which it is asked: the same words elsewhere ask for something else.
 */
function sideOf(whole: Node, test: Node, holds: boolean, within: number, text: string): Branch {
  const question = questionOf(test, text);
  const condition = `${String(within)} ${question.asked}`;
  return { ...branchOf(whole, test, question.holds === holds ? 0 : 1), condition };
}

/** What is asked, in the words of the code, and whether the test wants that to hold. */
interface Question {
  readonly asked: string;
  readonly holds: boolean;
}

/** What a test asks: `!a`, `!!a`, `!(a && b)`, `a !== 1`. */
function questionOf(node: Node, text: string): Question {
  const test = withoutParentheses(node);
  if (test.type === 'UnaryExpression' && test.operator === '!') {
    const { asked, holds } = questionOf(test.argument, text);
    return { asked, holds: !holds };
  }
  if (test.type === 'BinaryExpression' && /^[!=]==?$/u.test(test.operator)) {
    const equals = `=${test.operator.slice(1)}`;
    const asked = `${wordsOf(test.left, text)} ${equals} ${wordsOf(test.right, text)}`;
    return { asked, holds: test.operator === equals };
  }
  return { asked: wordsOf(test, text), holds: true };
}

function wordsOf(node: Node, text: string): string {
  const { start, end } = rangeOf(withoutParentheses(node));
  return text.slice(start, end);
}
