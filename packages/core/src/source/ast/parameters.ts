import type { FunctionNode, Node, RawType } from './nodes.js';

/** The parts of a function's parameter. */
export interface Parameter {
  /** With type annotation and default value. */
  readonly node: Node;
  /** What the value is bound to. */
  readonly target: Node;
  readonly type: RawType | null | undefined;
  readonly rest: boolean;
}

/** The first parameter of a function; one that only says what `this` is does not count. */
export function firstParameter({ params }: FunctionNode): Parameter | undefined {
  const node = params.find((param) => !isThis(param));
  if (!node) return undefined;
  const pattern = boundBy(node);
  switch (pattern.type) {
    case 'RestElement': {
      const { argument } = pattern;
      const type = pattern.typeAnnotation ?? argument.typeAnnotation;
      return { node, target: argument, type, rest: true };
    }
    case 'AssignmentPattern':
      return { node, target: pattern.left, type: pattern.left.typeAnnotation, rest: false };
    default:
      return { node, target: pattern, type: pattern.typeAnnotation, rest: false };
  }
}

/** What a parameter binds its value to. */
export function boundBy(param: Node): Node {
  return param.type === 'TSParameterProperty' ? param.parameter : param;
}

/** Whether a parameter only says what `this` is. */
export function isThis(param: Node): boolean {
  const target = boundBy(param);
  return target.type === 'Identifier' && target.name === 'this';
}
