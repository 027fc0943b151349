import { child, children, parseJsonObject, parseStatements, type Node } from './text-edits.js';

/** The object that a config is: JSON, or what a module exports, within `defineConfig` or not. */
export function configObject(file: string, text: string): Node | undefined {
  if (isJson(file)) return parseJsonObject(text);
  const statements = parseStatements(file, text) ?? [];
  const exported = exportedValue(statements);
  const value = exported && valueOf(exported, statements);
  const [first] = value?.type === 'CallExpression' ? children(value, 'arguments') : [];
  const config = first ? valueOf(first, statements) : value;
  return config?.type === 'ObjectExpression' ? config : undefined;
}

/** Whether a config is JSON, which wants its keys and texts in double quotes. */
export function isJson(file: string): boolean {
  return /\.(?:jsonc?|eslintrc)$/u.test(file);
}

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
