import type { ModuleFacts } from '../module-facts.js';
import { readFacts } from '../read-facts.js';
import type { Module, Name, Node } from '../syntax/nodes.js';
import { identifierEnd } from '../syntax/trivia.js';
import { childOf, isRawNode, listOf, rangeOf, textOf, type RawNode } from './raw-node.js';
import { expressions, translateOther } from './translate-expressions.js';
import { functions } from './translate-functions.js';
import { jsx } from './translate-jsx.js';
import { translatePattern } from './translate-patterns.js';
import { statements } from './translate-statements.js';
import { translateType, translateTypeArgs, translateTypeParams } from './translate-types.js';
import type { Translation, Translator } from './translator.js';

/**
 * Reads a module from the ESTree of espree, typescript-eslint, Babel or oxc.
 *
 * @param program - The `Program` node. What is no such node gives partial facts.
 * @param text - The text that was parsed, which all ranges refer to.
 */
export function readModuleFromESTree(program: unknown, text: string): ModuleFacts {
  return readFacts(translateProgram(program, text));
}

function translateProgram(program: unknown, text: string): Module {
  if (!isRawNode(program)) return { text, statements: [], directives: [], partial: true };
  const root = program.type === 'File' ? (childOf(program, 'program') ?? program) : program;
  const translator = createTranslator(text);
  const body = [...listOf(root, 'directives'), ...listOf(root, 'body')];
  return {
    text,
    statements: translator.nodes(body),
    directives: body.map(directive).filter((each) => each !== undefined),
    partial: false,
  };
}

/** A directive's text between the quotes. */
function directive(raw: RawNode): string | undefined {
  if (raw.type === 'Directive') return textOf(childOf(raw, 'value'), 'value');
  return raw.type === 'ExpressionStatement' ? textOf(raw, 'directive') : undefined;
}

const translations: ReadonlyMap<string, Translation> = new Map(
  Object.entries({ ...expressions, ...functions, ...jsx, ...statements }),
);

function createTranslator(text: string): Translator {
  const translator: Translator = {
    text,
    node: (raw) => (raw ? translate(raw) : nothing),
    optional: (raw) => raw && translate(raw),
    nodes: (raws) => raws.map(translate),
    pattern: (raw) => (raw ? translatePattern(raw, translator) : nothing),
    name: (raw) => name(raw, text),
    type: (raw) => raw && translateType(raw, translator),
    typeArgs: (raw) => translateTypeArgs(raw, translator),
    typeParams: (raw) => translateTypeParams(raw, translator),
  };
  const translate = (raw: RawNode): Node =>
    (translations.get(raw.type) ?? translateOther)(raw, translator);
  return translator;
}

const nothing: Node = { kind: 'other', start: 0, end: 0, children: [], types: [] };

/** Parsers count `?` and the type annotation into a declared name; the facts do not. */
function name(raw: RawNode, text: string): Name {
  const { start, end } = rangeOf(raw);
  const wordEnd = identifierEnd(text, start);
  return {
    kind: 'name',
    start,
    end: wordEnd > start ? Math.min(wordEnd, end) : end,
    name: textOf(raw, 'name') ?? '',
  };
}
