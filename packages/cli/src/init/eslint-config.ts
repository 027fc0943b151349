import { createRequire } from 'node:module';
import { exportedValue, valueOf } from './exported-value.js';
import {
  addToList,
  child,
  children,
  parseStatements,
  replaceNode,
  type Node,
} from './text-edits.js';

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
  if (!exported) return undefined;
  const list = listOf(exported, statements);
  // What is inserted above does not move what stands below, so the imports come second.
  if (list) {
    const withEntry = addToList(text, list.node, list.items, [entry]);
    return addImports(withEntry, statements, [pluginImport]);
  }
  if (!isImported(exported, statements) || !hasDefineConfig(file)) return undefined;
  const wrapped = replaceNode(text, exported, (old) => `defineConfig([${old}, ${entry}])`);
  return addImports(wrapped, statements, [defineConfigImport, pluginImport]);
}

/** What a module imports: the names, and where from. */
type Import = readonly [names: string, module: string];

const pluginImport: Import = ['nextSlots', plugin];
const defineConfigImport: Import = ['{ defineConfig }', 'eslint/config'];

/** Whether a value is imported, as a package of a monorepo shares its config. */
function isImported(value: Node, statements: readonly Node[]): boolean {
  return (
    value.type === 'Identifier' &&
    statements
      .filter(({ type }) => type === 'ImportDeclaration')
      .flatMap((each) => children(each, 'specifiers'))
      .some((each) => child(each, 'local')?.['name'] === value['name'])
  );
}

/** From 9.22 on, ESLint has a function that takes a config and a list of configs alike. */
function hasDefineConfig(file: string): boolean {
  try {
    createRequire(file).resolve(defineConfigImport[1]);
    return true;
  } catch {
    return false;
  }
}

interface List {
  /** The list or the call whose brackets hold the items. */
  readonly node: Node;
  readonly items: readonly Node[];
}

function listOf(expression: Node, statements: readonly Node[]): List | undefined {
  const value = valueOf(expression, statements);
  if (value?.type === 'ArrayExpression') return { node: value, items: children(value, 'elements') };
  if (value?.type !== 'CallExpression' || !isConfigCall(value)) return undefined;
  const items = children(value, 'arguments');
  const [first] = items;
  return first?.type === 'ArrayExpression' ? listOf(first, statements) : { node: value, items };
}

/** `defineConfig(…)` of ESLint, `tseslint.config(…)`. */
function isConfigCall(call: Node): boolean {
  const callee = child(call, 'callee');
  return (
    callee?.['name'] === 'defineConfig' ||
    (callee?.type === 'MemberExpression' && child(callee, 'property')?.['name'] === 'config')
  );
}

/** Puts imports below the others, written as they are. */
function addImports(text: string, statements: readonly Node[], added: readonly Import[]): string {
  const imports = statements.filter(({ type }) => type === 'ImportDeclaration');
  const requires = statements.filter(isRequire);
  const last = imports.at(-1) ?? requires.at(-1);
  const usesImport =
    imports.length > 0 || (requires.length === 0 && text.includes('export default'));
  const example = last ? text.slice(last.start, last.end) : ';';
  const quote = example.includes('"') ? '"' : "'";
  const end = example.endsWith(';') ? ';' : '';
  const lines = added.map(([names, module]) => {
    const from = `${quote}${module}${quote}`;
    return usesImport
      ? `import ${names} from ${from}${end}`
      : `const ${names} = require(${from})${end}`;
  });
  const block = lines.join('\n');
  return last
    ? `${text.slice(0, last.end)}\n${block}${text.slice(last.end)}`
    : `${block}\n\n${text}`;
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
