import type { Branch, Condition } from '../prop-facts.js';
import { isFunction } from '../syntax/functions.js';
import { bare } from '../syntax/literals.js';
import type { Conditional, If, Node, SwitchCase } from '../syntax/nodes.js';
import { endOf, rangeOf } from '../syntax/ranges.js';
import type { ComponentCode } from './classify-use.js';
import { conditionOf, opposite } from './condition-of.js';

/** The conditions on the way from a node up to a component, outermost first. */
export function branchesOf(
  node: Node,
  component: Node,
  { text, bindings, steps }: ComponentCode,
): readonly Branch[] {
  const inwards: Branch[] = [];
  let inFunction: Asked[] = [];
  let child = node;
  let parent = bindings.parentOf(child);
  while (parent && child !== component) {
    if (parent.type === 'SwitchStatement') steps.spend(parent.cases.length);
    const asked = branchesIn(parent, child, text).reverse();
    steps.spend(1 + asked.length);
    inFunction.push(...asked);
    child = parent;
    parent = bindings.parentOf(child);
    if (!isFunction(child) && parent && child !== component) continue;
    const within = endOf(child);
    inwards.push(...inFunction.map((asked) => ({ ...asked, within })));
    inFunction = [];
  }
  return inwards.reverse();
}

type Asked = Omit<Branch, 'within'>;

/** What one step upwards decides, outermost first. */
function branchesIn(parent: Node, child: Node, text: string): Asked[] {
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
      return earlierBranches(parent.body, child, text);
    case 'SwitchCase':
      return earlierBranches(parent.consequent, child, text);
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

interface Statements {
  readonly branches: readonly Asked[];
  /** How many of the branches come before each statement. */
  readonly before: ReadonlyMap<Node, number>;
}

/** More returns than this on the way to a use say nothing that a person could follow, and take time. */
const toldApart = 64;

/** A list of statements is gone through once, however many of them are asked for. */
const known = new WeakMap<readonly Node[], Statements>();

/** Behind `if (x) return a;` the other arm goes on. */
function earlierBranches(statements: readonly Node[], child: Node, text: string): Asked[] {
  let found = known.get(statements);
  if (!found) known.set(statements, (found = branchesAmong(statements, text)));
  return found.branches.slice(0, found.before.get(child) ?? 0);
}

function branchesAmong(statements: readonly Node[], text: string): Statements {
  const branches: Asked[] = [];
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
function armOf(whole: Conditional | If, arm: 0 | 1, text: string): Asked {
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
): Asked {
  return { kind, range: rangeOf(whole), test: rangeOf(bare(test)), arm, condition };
}
