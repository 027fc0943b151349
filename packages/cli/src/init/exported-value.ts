import { child, children, type Node } from './text-edits.js';

/** What a module exports by `export default` or `module.exports =`. */
export function exportedValue(statements: readonly Node[]): Node | undefined {
  for (const statement of statements) {
    if (statement.type === 'ExportDefaultDeclaration') return child(statement, 'declaration');
    const assignment = child(statement, 'expression');
    const target = child(assignment, 'left');
    const isExports =
      assignment?.type === 'AssignmentExpression' &&
      child(target, 'object')?.['name'] === 'module' &&
      child(target, 'property')?.['name'] === 'exports';
    if (isExports) return child(assignment, 'right');
  }
  return undefined;
}

/** The value that an expression stands for: what a variable was declared with, without type assertions. */
export function valueOf(expression: Node, statements: readonly Node[]): Node | undefined {
  switch (expression.type) {
    case 'Identifier': {
      const init = declared(String(expression['name']), statements);
      return init && init.type !== 'Identifier' ? valueOf(init, statements) : undefined;
    }
    case 'TSAsExpression':
    case 'TSSatisfiesExpression': {
      const inner = child(expression, 'expression');
      return inner && valueOf(inner, statements);
    }
    default:
      return expression;
  }
}

function declared(name: string, statements: readonly Node[]): Node | undefined {
  const declarators = statements.flatMap((each) =>
    each.type === 'VariableDeclaration' ? children(each, 'declarations') : [],
  );
  return child(
    declarators.find((each) => child(each, 'id')?.['name'] === name),
    'init',
  );
}
