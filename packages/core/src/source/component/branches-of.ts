import { remembered } from '../../remembered.js';
import type { Branch, Condition } from '../prop-facts.js';
import { isFunction } from '../ast/functions.js';
import { withoutParentheses } from '../ast/literals.js';
import type { Conditional, If, Node, SwitchCase } from '../ast/nodes.js';
import { endOf, rangeOf, startOf } from '../ast/ranges.js';
import type { ComponentCode, StatementBranches, Surroundings } from './component-code.js';

/** The conditions between a component and a node in it, outermost first. */
export function branchesOf(node: Node, code: ComponentCode): readonly Branch[] {
  const { branches } = surroundingsOf(node, code);
  code.steps.spend(1 + branches.length);
  return branches;
}

/** Found once for each node: uses deep inside share their ancestors. */
function surroundingsOf(node: Node, code: ComponentCode): Surroundings {
  return remembered(code.surroundings, node, () => lookAround(node, code));
}

function lookAround(node: Node, code: ComponentCode): Surroundings {
  const parent = code.bindings.parentOf(node);
  if (!parent || node === code.component) return { branches: [], within: endOf(node) };
  const outer = surroundingsOf(parent, code);
  const inside = branchesIn(parent, node, outer.within, code);
  code.steps.spend(1 + inside.length);
  return {
    branches: inside.length === 0 ? outer.branches : [...outer.branches, ...inside],
    within: isFunction(node) ? endOf(node) : outer.within,
  };
}

/** What one step inwards decides, outermost first. */
function branchesIn(
  parent: Node,
  child: Node,
  within: number,
  code: ComponentCode,
): readonly Branch[] {
  const { text } = code;
  switch (parent.type) {
    case 'ConditionalExpression':
    case 'IfStatement': {
      if (child === parent.consequent) return [armOf(parent, 0, within, text)];
      return child === parent.alternate ? [armOf(parent, 1, within, text)] : [];
    }
    case 'LogicalExpression':
      if (parent.operator !== '&&') {
        return [branch(parent, parent.left, child === parent.right ? 1 : 0, within)];
      }
      if (child !== parent.right) return [];
      return [branch(parent, parent.left, 1, within, conditionOf(parent.left, text))];
    case 'SwitchStatement': {
      const arm = parent.cases.findIndex((each) => each === child);
      if (arm < 0) return [];
      const first = firstOfArm(parent.cases, arm);
      return [branch(parent, parent.discriminant, first, within)];
    }
    case 'BlockStatement':
    case 'StaticBlock':
    case 'TSModuleBlock':
      return earlierBranches(parent.body, child, within, code);
    case 'SwitchCase':
      return earlierBranches(parent.consequent, child, within, code);
    default:
      return [];
  }
}

/** The first of the cases that run on into each other up to one. */
function firstOfArm(cases: readonly SwitchCase[], arm: number): number {
  let first = arm;
  while (first > 0 && !cases[first - 1]?.consequent.some(leaves)) first -= 1;
  return first;
}

/** More returns than this before a use tell a person nothing, and take time. */
const toldApart = 64;

/** Behind `if (x) return a;` the other arm goes on. */
function earlierBranches(
  statements: readonly Node[],
  child: Node,
  within: number,
  code: ComponentCode,
): readonly Branch[] {
  const { branches, before } = remembered(code.statements, statements, () =>
    branchesAmong(statements, within, code),
  );
  return branches.slice(0, before.get(child) ?? 0);
}

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
      if (leaves(statement.consequent)) branches.push(armOf(statement, 1, within, text));
      else if (leaves(statement.alternate)) branches.push(armOf(statement, 0, within, text));
    }
    if (statement.type === 'SwitchStatement' && statement.cases.some(returns)) {
      const { discriminant, cases } = statement;
      branches.push(branch(statement, discriminant, cases.length, within));
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

/** Where a test holds, 0, or not, 1. */
function armOf(whole: Conditional | If, arm: 0 | 1, within: number, text: string): Branch {
  const condition = conditionOf(whole.test, text);
  return branch(whole, whole.test, arm, within, arm === 0 ? condition : opposite(condition));
}

function branch(
  whole: Node,
  test: Node,
  arm: number,
  within: number,
  condition?: Condition,
): Branch {
  const asked = rangeOf(withoutParentheses(test));
  return { range: rangeOf(whole), test: asked, arm, condition, within };
}

/** What a test asks, and whether it wants that to hold: `!a`, `!!a`, `!(a && b)`, `a !== 1`. */
function conditionOf(node: Node, text: string): Condition {
  const test = withoutParentheses(node);
  const words = (part: Node) =>
    text.slice(startOf(withoutParentheses(part)), endOf(withoutParentheses(part)));
  if (test.type === 'UnaryExpression' && test.operator === '!') {
    return opposite(conditionOf(test.argument, text));
  }
  if (test.type === 'BinaryExpression' && /^[!=]==?$/u.test(test.operator)) {
    const equals = `=${test.operator.slice(1)}`;
    const asked = `${words(test.left)} ${equals} ${words(test.right)}`;
    return { asked, holds: test.operator === equals };
  }
  return { asked: words(test), holds: true };
}

function opposite({ asked, holds }: Condition): Condition {
  return { asked, holds: !holds };
}
