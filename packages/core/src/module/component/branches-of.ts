import type { Branch } from '../prop-facts.js';
import type { Bindings } from '../scope/bindings.js';
import { bare } from '../syntax/literals.js';
import type { Node, SwitchCase } from '../syntax/nodes.js';
import { rangeOf } from '../syntax/ranges.js';

/** The conditions on the way from a node up to a component, outermost first. */
export function branchesOf(node: Node, component: Node, bindings: Bindings): readonly Branch[] {
  const inwards: Branch[] = [];
  let child = node;
  let parent = bindings.parentOf(child);
  while (parent && child !== component) {
    inwards.push(...branchesIn(parent, child).reverse());
    child = parent;
    parent = bindings.parentOf(child);
  }
  return inwards.reverse();
}

/** What one step upwards decides, outermost first. */
function branchesIn(parent: Node, child: Node): Branch[] {
  switch (parent.type) {
    case 'ConditionalExpression':
    case 'IfStatement': {
      const kind = parent.type === 'IfStatement' ? 'if' : 'conditional';
      if (child === parent.consequent) return [branch(kind, parent, parent.test, 0)];
      return child === parent.alternate ? [branch(kind, parent, parent.test, 1)] : [];
    }
    case 'LogicalExpression':
      if (child === parent.right) return [branch('logical', parent, parent.left, 1)];
      return parent.operator === '&&' ? [] : [branch('logical', parent, parent.left, 0)];
    case 'SwitchStatement': {
      const arm = parent.cases.findIndex((each) => each === child);
      return arm < 0 ? [] : [branch('switch', parent, parent.discriminant, arm)];
    }
    case 'BlockStatement':
    case 'StaticBlock':
    case 'TSModuleBlock':
      return earlierBranches(parent.body, child);
    case 'SwitchCase':
      return earlierBranches(parent.consequent, child);
    default:
      return [];
  }
}

/** Behind `if (x) return a;` the other arm goes on. */
function earlierBranches(statements: readonly Node[], child: Node): Branch[] {
  const branches: Branch[] = [];
  for (const statement of statements) {
    if (statement === child) return branches;
    if (statement.type === 'IfStatement') {
      if (leaves(statement.consequent)) branches.push(branch('if', statement, statement.test, 1));
      else if (leaves(statement.alternate)) {
        branches.push(branch('if', statement, statement.test, 0));
      }
    }
    if (statement.type === 'SwitchStatement' && statement.cases.some(returns)) {
      branches.push(branch('switch', statement, statement.discriminant, statement.cases.length));
    }
  }
  return [];
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

function branch(kind: Branch['kind'], whole: Node, test: Node, arm: number): Branch {
  return { kind, range: rangeOf(whole), test: rangeOf(bare(test)), arm };
}
