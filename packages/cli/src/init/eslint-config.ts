import { addToList, child, children, parseStatements, type Node } from './text-edits.js';

const plugin = 'eslint-plugin-next-slots';
const entry = 'nextSlots.configs.recommended';

/** The lines to paste where a flat config cannot be edited safely. */
export const flatConfigLines = [
  `import nextSlots from '${plugin}';`,
  '',
  '// after the configs that parse .tsx files, such as those of eslint-config-next',
  `${entry},`,
];

/**
 * Adds the recommended config to the end of a flat ESLint config, and its import.
 *
 * @returns undefined where the exported list cannot be found for sure.
 */
export function addToFlatConfig(file: string, text: string): string | undefined {
  const statements = parseStatements(file, text);
  if (!statements) return undefined;
  const exported = exportedValue(statements);
  const list = exported && listOf(exported, statements);
  if (!list) return undefined;
  const withEntry = addToList(text, list.node, list.items, [entry]);
  // What is inserted above does not move what stands below, so the import comes second.
  return addImport(withEntry, statements);
}

/** `export default x` or `module.exports = x`. */
function exportedValue(statements: readonly Node[]): Node | undefined {
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

interface List {
  /** The list or the call whose brackets hold the items. */
  readonly node: Node;
  readonly items: readonly Node[];
}

function listOf(value: Node, statements: readonly Node[]): List | undefined {
  switch (value.type) {
    case 'Identifier': {
      const init = declared(String(value['name']), statements);
      return init && init.type !== 'Identifier' ? listOf(init, statements) : undefined;
    }
    case 'ArrayExpression':
      return { node: value, items: children(value, 'elements') };
    case 'TSAsExpression':
    case 'TSSatisfiesExpression': {
      const inner = child(value, 'expression');
      return inner && listOf(inner, statements);
    }
    case 'CallExpression': {
      if (!isConfigCall(value)) return undefined;
      const items = children(value, 'arguments');
      const [first] = items;
      return first?.type === 'ArrayExpression' ? listOf(first, statements) : { node: value, items };
    }
    default:
      return undefined;
  }
}

/** `defineConfig(…)` of ESLint, `tseslint.config(…)`. */
function isConfigCall(call: Node): boolean {
  const callee = child(call, 'callee');
  return (
    callee?.['name'] === 'defineConfig' ||
    (callee?.type === 'MemberExpression' && child(callee, 'property')?.['name'] === 'config')
  );
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

/** Puts the import below the others, written as they are. */
function addImport(text: string, statements: readonly Node[]): string {
  const imports = statements.filter(({ type }) => type === 'ImportDeclaration');
  const requires = statements.filter(isRequire);
  const last = imports.at(-1) ?? requires.at(-1);
  const usesImport =
    imports.length > 0 || (requires.length === 0 && text.includes('export default'));
  const example = last ? text.slice(last.start, last.end) : ';';
  const quote = example.includes('"') ? '"' : "'";
  const end = example.endsWith(';') ? ';' : '';
  const line = usesImport
    ? `import nextSlots from ${quote}${plugin}${quote}${end}`
    : `const nextSlots = require(${quote}${plugin}${quote})${end}`;
  return last ? `${text.slice(0, last.end)}\n${line}${text.slice(last.end)}` : `${line}\n\n${text}`;
}

function isRequire(statement: Node): boolean {
  return (
    statement.type === 'VariableDeclaration' &&
    children(statement, 'declarations').some((each) => {
      const init = child(each, 'init');
      return init?.type === 'CallExpression' && child(init, 'callee')?.['name'] === 'require';
    })
  );
}
