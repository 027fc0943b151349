import type ts from 'typescript';
import type { ModuleFacts } from '../module-facts.js';
import { nothingKnown, readFacts } from '../read-facts.js';
import type { Module } from '../ast/module.js';
import type { Node } from '../ast/nodes.js';
import type { Located } from '../ast/ranges.js';
import type { RawNode } from '../ast/raw-node.js';
import { deepestNesting, Steps } from '../steps.js';
import { TypeReader } from '../types/type-reader.js';
import { expressions } from './translate-expressions.js';
import { functionsAndClasses } from './translate-functions.js';
import { jsx } from './translate-jsx.js';
import { modules, withExport } from './translate-modules.js';
import { patterns } from './translate-patterns.js';
import { statements } from './translate-statements.js';
import { types } from './translate-types.js';
import type { Translation, Translations, Translator, TypeScript } from './translator.js';
import { withinStack } from './within-stack.js';

/**
 * Reads a module from a TypeScript AST. Half-typed code gives what can be read of it, as `partial`.
 *
 * @param ts - The TypeScript that made the tree, 5.4 or newer.
 * @param sourceFile - Parsed with or without parent pointers.
 * @param onTooComplex - Called where a fact is asked for that takes too long to read.
 */
export function readModuleFromTypeScript(
  ts: TypeScript,
  sourceFile: ts.SourceFile,
  onTooComplex?: () => void,
): ModuleFacts {
  return read(ts, sourceFile, false, onTooComplex);
}

/**
 * Reads what stands outside the bodies of functions: enough where an editor asks about the component's
 * parameter or its type, at each keystroke. What facts there are is right; of uses, accesses and whatever
 * else bodies hold there are none.
 *
 * In a layout of 470 lines a completion takes 2 ms with it and 15 ms without.
 */
export function readOutlineFromTypeScript(
  ts: TypeScript,
  sourceFile: ts.SourceFile,
  onTooComplex?: () => void,
): ModuleFacts {
  return read(ts, sourceFile, true, onTooComplex);
}

function read(
  ts: TypeScript,
  file: ts.SourceFile,
  outline: boolean,
  onTooComplex?: () => void,
): ModuleFacts {
  const translator = createTranslator(ts, file, outline);
  const module: Module = {
    text: file.text,
    statements: [],
    types: new TypeReader(file.text),
    directives: directives(translator),
    partial: hasParseErrors(file),
    steps: new Steps(),
    onTooComplex,
  };
  const statements = withinStack(() => translator.nodes(file.statements));
  if (statements) return readFacts({ ...module, statements });
  onTooComplex?.();
  return nothingKnown(file.text, true);
}

/** TypeScript keeps the parser's complaints on the file, and declares no type for them. */
function hasParseErrors(file: ts.SourceFile): boolean {
  if (!('parseDiagnostics' in file)) return false;
  return Array.isArray(file.parseDiagnostics) && file.parseDiagnostics.length > 0;
}

function directives(t: Translator): readonly string[] {
  const found: string[] = [];
  for (const statement of t.file.statements) {
    if (!t.ts.isExpressionStatement(statement)) break;
    if (!t.ts.isStringLiteral(statement.expression)) break;
    const { start, end } = t.range(statement.expression);
    found.push(t.text.slice(start + 1, end - 1));
  }
  return found;
}

const nodes: Translations = {
  ...expressions,
  ...functionsAndClasses,
  ...jsx,
  ...statements,
  ...modules,
};

function createTranslator(ts: TypeScript, file: ts.SourceFile, outline: boolean): Translator {
  const translateNode = byKind(nodes, ts);
  const translatePattern = byKind(patterns, ts);
  const translateType = byKind(types, ts);
  const node = (raw: ts.Node): Node =>
    withExport(raw, translateNode(raw, translator) ?? other(raw, translator), translator);
  let depth = 0;
  const type = (raw: ts.TypeNode): RawNode => {
    const layer = ts.isParenthesizedTypeNode(raw) ? 0 : 1;
    depth += layer;
    const translated =
      depth > deepestNesting
        ? { type: 'TSOther', ...translator.range(raw) }
        : (translateType(raw, translator) ?? otherType(raw, translator));
    depth -= layer;
    return translated;
  };
  const translator: Translator = {
    ts,
    file,
    text: file.text,
    outline,
    range: (raw) => ({ start: raw.getStart(file), end: raw.end }),
    node,
    optional: (raw) => raw && node(raw),
    nodes: (raws) => raws?.map(node) ?? [],
    pattern: (raw) => translatePattern(raw, translator) ?? node(raw),
    name: (raw) => ({ type: 'Identifier', ...translator.range(raw), name: raw.text }),
    type: (raw) => raw && type(raw),
    types: (raws) => raws.map(type),
  };
  return translator;
}

/** Translates the nodes of which there is a translation, and puts them where TypeScript has them. */
function byKind<Translated extends Located>(
  translations: Translations<Translated>,
  { SyntaxKind }: TypeScript,
): Translation<Translated> {
  const known = new Map<ts.SyntaxKind, Translation<Translated>>();
  for (const [kind, translation] of Object.entries(translations)) {
    known.set(SyntaxKind[kind as keyof typeof SyntaxKind], translation as Translation<Translated>);
  }
  return (raw, t) => {
    const found = known.get(raw.kind)?.(raw, t);
    // A copy of each node would double the time that translating takes.
    return found && found.start === undefined ? Object.assign(found, t.range(raw)) : found;
  };
}

/** Anything that has no meaning of its own here; the names in types are none of variables. */
function other(raw: ts.Node, t: Translator): Node {
  const children: Node[] = [];
  t.ts.forEachChild(raw, (child) => {
    const isType = t.ts.isTypeNode(child) || t.ts.isTypeParameterDeclaration(child);
    if (!isType) children.push(t.node(child));
  });
  return { type: 'Other', ...t.range(raw), children };
}

function otherType(raw: ts.TypeNode, t: Translator): RawNode {
  const children: RawNode[] = [];
  t.ts.forEachChild(raw, (child) => {
    if (t.ts.isTypeNode(child)) children.push(...t.types([child]));
  });
  return { type: 'TSOther', ...t.range(raw), children };
}
