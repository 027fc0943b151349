import type ts from 'typescript';
import type { ModuleFacts } from '../module-facts.js';
import { nothingKnown, readFacts } from '../read-facts.js';
import type { Module } from '../ast/module.js';
import type { Node } from '../ast/nodes.js';
import { deepestNesting, Steps } from '../steps.js';
import { unknownType, type TypeNode } from '../types/type-nodes.js';
import { NotedTypes } from './noted-types.js';
import { expressions } from './translate-expressions.js';
import { translateFunction } from './translate-functions.js';
import { translateJsx } from './translate-jsx.js';
import { translateModule, withExport } from './translate-modules.js';
import { translatePattern } from './translate-patterns.js';
import { statements } from './translate-statements.js';
import { translateType, translateTypeMember } from './translate-types.js';
import type { Translation, Translator, TypeScript } from './translator.js';
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
    types: translator.noted,
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

const translations: readonly Translation[] = [
  ...expressions,
  translateFunction,
  translateJsx,
  ...statements,
  translateModule,
];

function createTranslator(ts: TypeScript, file: ts.SourceFile, outline: boolean): Translator {
  const translate = (raw: ts.Node): Node => withExport(raw, plain(raw), translator);
  const plain = (raw: ts.Node): Node => {
    for (const translation of translations) {
      const node = translation(raw, translator);
      if (node) return node;
    }
    return other(raw, translator);
  };
  let depth = 0;
  const type = (raw: ts.TypeNode): TypeNode => {
    const layer = ts.isParenthesizedTypeNode(raw) ? 0 : 1;
    depth += layer;
    const isTooDeep = depth > deepestNesting;
    const found = isTooDeep ? unknownType(translator.range(raw)) : translateType(raw, translator);
    depth -= layer;
    return found;
  };
  const translator: Translator = {
    ts,
    file,
    text: file.text,
    outline,
    noted: new NotedTypes(),
    range: (raw) => ({ start: raw.getStart(file), end: raw.end }),
    node: translate,
    optional: (raw) => raw && translate(raw),
    nodes: (raws) => raws?.map(translate) ?? [],
    pattern: (raw) => translatePattern(raw, translator),
    name: (raw) => ({
      type: 'Identifier',
      start: raw.getStart(file),
      end: raw.end,
      name: raw.text,
    }),
    type: (raw) => raw && type(raw),
    types: (raws) => raws?.map(type) ?? [],
    typeMembers: (raws) => raws.map((raw) => translateTypeMember(raw, translator)),
    typeParams: (raws) =>
      raws?.map((raw) => ({
        name: raw.name.text,
        constraint: translator.type(raw.constraint),
        default: translator.type(raw.default),
      })) ?? [],
  };
  return translator;
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
