import type { PropsPattern } from '../component-facts.js';
import type { Bindings } from '../scope/bindings.js';
import type { Node } from '../ast/nodes.js';

/** What makes variables of a pattern's names, by what holds it or the pattern around it. */
export function patternKind(pattern: Node, bindings: Bindings): PropsPattern['kind'] {
  const parent = bindings.parentOf(pattern);
  switch (parent?.type) {
    case 'VariableDeclarator':
      return 'declaration';
    case 'AssignmentExpression':
    case 'ForInStatement':
    case 'ForOfStatement':
      return 'assignment';
    case 'ObjectPattern':
    case 'Property':
    case 'RestElement':
    case 'AssignmentPattern':
      return patternKind(parent, bindings);
    default:
      return 'parameter';
  }
}
