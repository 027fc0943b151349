import type { Branch } from '../prop-facts.js';
import type { Bindings } from '../scope/bindings.js';
import type { Node, SwitchCase } from '../syntax/nodes.js';
import type { TextRange } from '../text-range.js';

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
  switch (parent.kind) {
    case 'conditional':
      if (child === parent.then) return [branch('conditional', parent, parent.test, 0)];
      if (child === parent.otherwise) return [branch('conditional', parent, parent.test, 1)];
      return [];
    case 'logical':
      if (child === parent.right) return [branch('logical', parent, parent.left, 1)];
      return parent.operator === '&&' ? [] : [branch('logical', parent, parent.left, 0)];
    case 'if':
      if (child === parent.then) return [branch('if', parent, parent.test, 0)];
      if (child === parent.otherwise) return [branch('if', parent, parent.test, 1)];
      return [];
    case 'switch': {
      const arm = parent.cases.findIndex((each) => each === child);
      return arm < 0 ? [] : [branch('switch', parent, parent.discriminant, arm)];
    }
    case 'block':
      return earlierBranches(parent.statements, child);
    case 'case':
      return earlierBranches(parent.body, child);
    default:
      return [];
  }
}

/** Behind `if (x) return a;` the other arm goes on. */
function earlierBranches(statements: readonly Node[], child: Node): Branch[] {
  const branches: Branch[] = [];
  for (const statement of statements) {
    if (statement === child) return branches;
    if (statement.kind === 'if') {
      if (leaves(statement.then)) branches.push(branch('if', statement, statement.test, 1));
      else if (leaves(statement.otherwise)) {
        branches.push(branch('if', statement, statement.test, 0));
      }
    }
    if (statement.kind === 'switch' && statement.cases.some(returns)) {
      branches.push(branch('switch', statement, statement.discriminant, statement.cases.length));
    }
  }
  return [];
}

function returns({ body }: SwitchCase): boolean {
  return body.some((statement) => leaves(statement) && !isBreak(statement));
}

function isBreak(node: Node): boolean {
  return node.kind === 'jump' && node.how === 'break';
}

/** Whether nothing behind a statement runs after it. */
function leaves(node: Node | undefined): boolean {
  switch (node?.kind) {
    case 'return':
    case 'jump':
      return true;
    case 'block':
      return node.statements.some(leaves);
    case 'if':
      return leaves(node.then) && leaves(node.otherwise);
    default:
      return false;
  }
}

function branch(kind: Branch['kind'], whole: TextRange, test: TextRange, arm: number): Branch {
  return {
    kind,
    range: { start: whole.start, end: whole.end },
    test: { start: test.start, end: test.end },
    arm,
  };
}
