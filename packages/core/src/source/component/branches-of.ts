import type { Branch, Condition } from '../prop-facts.js';
import { isFunction } from '../ast/functions.js';
import { withoutParentheses } from '../ast/literals.js';
import type { Conditional, If, Node, SwitchCase } from '../ast/nodes.js';
import { endOf, rangeOf } from '../ast/ranges.js';
import type { ComponentCode } from './classify-use.js';
import { conditionOf, opposite } from './condition-of.js';
import type { OpenBranch, StatementBranches } from './open-branch.js';

/** The conditions between a component and a node in it, outermost first. */
export function branchesOf(node: Node, component: Node, code: ComponentCode): readonly Branch[] {
  const { bindings, steps } = code;
  const inwards: OpenBranch[] = [];
  let closed = 0;
  let child = node;
  let parent = bindings.parentOf(child);
  while (parent && child !== component) {
    let inside = code.branches.get(child);
    if (!inside) code.branches.set(child, (inside = branchesIn(parent, child, code).reverse()));
    steps.spend(1 + inside.length);
    for (const branch of inside) inwards.push(branch);
    child = parent;
    parent = bindings.parentOf(child);
    if (!isFunction(child) && parent && child !== component) continue;
    const within = endOf(child);
    for (const branch of inwards.slice(closed)) branch.within = within;
    closed = inwards.length;
  }
  return inwards.slice(0, closed).reverse();
}

/** What one step upwards decides, outermost first. */
function branchesIn(parent: Node, child: Node, code: ComponentCode): OpenBranch[] {
  const { text } = code;
  switch (parent.type) {
    case 'ConditionalExpression':
    case 'IfStatement': {
      if (child === parent.consequent) return [armOf(parent, 0, text)];
      return child === parent.alternate ? [armOf(parent, 1, text)] : [];
    }
    case 'LogicalExpression':
      if (parent.operator !== '&&') {
        return [branch('logical', parent, parent.left, child === parent.right ? 1 : 0)];
      }
      if (child !== parent.right) return [];
      return [branch('logical', parent, parent.left, 1, conditionOf(parent.left, text))];
    case 'SwitchStatement': {
      const arm = parent.cases.findIndex((each) => each === child);
      if (arm < 0) return [];
      return [branch('switch', parent, parent.discriminant, firstOfArm(parent.cases, arm))];
    }
    case 'BlockStatement':
    case 'StaticBlock':
    case 'TSModuleBlock':
      return earlierBranches(parent.body, child, code);
    case 'SwitchCase':
      return earlierBranches(parent.consequent, child, code);
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
  { text, statementBranches: known }: ComponentCode,
): OpenBranch[] {
  let found = known.get(statements);
  if (!found) known.set(statements, (found = branchesAmong(statements, text)));
  return found.branches.slice(0, found.before.get(child) ?? 0);
}

function branchesAmong(statements: readonly Node[], text: string): StatementBranches {
  const branches: OpenBranch[] = [];
  const before = new Map<Node, number>();
  for (const statement of statements) {
    before.set(statement, branches.length);
    if (branches.length >= toldApart) continue;
    if (statement.type === 'IfStatement') {
      if (leaves(statement.consequent)) branches.push(armOf(statement, 1, text));
      else if (leaves(statement.alternate)) {
        branches.push(armOf(statement, 0, text));
      }
    }
    if (statement.type === 'SwitchStatement' && statement.cases.some(returns)) {
      branches.push(branch('switch', statement, statement.discriminant, statement.cases.length));
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
function armOf(whole: Conditional | If, arm: 0 | 1, text: string): OpenBranch {
  const kind = whole.type === 'IfStatement' ? 'if' : 'conditional';
  const condition = conditionOf(whole.test, text);
  return branch(kind, whole, whole.test, arm, arm === 0 ? condition : opposite(condition));
}

function branch(
  kind: Branch['kind'],
  whole: Node,
  test: Node,
  arm: number,
  condition?: Condition,
): OpenBranch {
  return {
    kind,
    range: rangeOf(whole),
    test: rangeOf(withoutParentheses(test)),
    arm,
    condition,
    within: 0,
  };
}
