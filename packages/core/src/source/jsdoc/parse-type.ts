import { deepestNesting } from '../steps.js';
import type { TypeMember, TypeNode } from '../types/type-nodes.js';
import { tokenAt, type Token } from './type-lexer.js';
import { unquote } from './unquote.js';

/** A type that was read from a comment, and where it ends. */
export interface ParsedType {
  readonly type: TypeNode;
  /** Behind the type's last token. */
  readonly end: number;
}

/**
 * Reads a type as JSDoc comments hold it, in TypeScript's syntax or in Closure's.
 *
 * By a parser of our own, since fixes need the position of every member: jsdoc-type-pratt-parser 9.5
 * gives none for members and wrong ones for half of the names, rejects types over several lines, and
 * takes 3 s for a union of 80 kB. TypeScript's own is not at hand under ESLint and in the CLI.
 *
 * @returns undefined for what is no such type; then nothing is known of it.
 */
export function parseType(text: string, offset: number): ParsedType | undefined {
  const parser = new TypeParser(text, offset);
  const type = parser.parse();
  return type && { type, end: parser.position };
}

/** Thrown and caught in here alone: the comment holds something else. */
class NoType extends Error {}

const keywords: ReadonlySet<string> = new Set([
  'any',
  'unknown',
  'string',
  'number',
  'boolean',
  'bigint',
  'symbol',
  'void',
  'null',
  'undefined',
  'never',
  'object',
]);

class TypeParser {
  readonly #text: string;
  #token: Token;
  #lastEnd: number;
  #depth = 0;

  constructor(text: string, offset: number) {
    this.#text = text;
    this.#token = tokenAt(text, offset);
    this.#lastEnd = offset;
  }

  /** Behind the last token that was taken. */
  get position(): number {
    return this.#lastEnd;
  }

  parse(): TypeNode | undefined {
    try {
      return this.#union();
    } catch (error) {
      if (error instanceof NoType) return undefined;
      throw error;
    }
  }

  #union(): TypeNode {
    return this.#list('|', 'union', () => this.#list('&', 'intersection', () => this.#postfix()));
  }

  #list(mark: '|' | '&', kind: 'union' | 'intersection', part: () => TypeNode): TypeNode {
    const { start } = this.#token;
    this.#skip(mark);
    const first = part();
    if (!this.#is(mark)) return first;
    const types = [first];
    while (this.#skip(mark)) types.push(part());
    return { kind, start, end: this.#lastEnd, types };
  }

  #postfix(): TypeNode {
    const { start } = this.#token;
    let type = this.#prefix();
    for (;;) {
      // Closure's `T=`, `T?` and `T!`.
      if (this.#skip('=') || this.#skip('?') || this.#skip('!')) continue;
      if (!this.#skip('[')) return type;
      if (this.#skip(']')) {
        type = { kind: 'array', start, end: this.#lastEnd, element: type };
        continue;
      }
      const index = this.#union();
      this.#expect(']');
      type = { kind: 'other', start, end: this.#lastEnd, children: [type, index] };
    }
  }

  #prefix(): TypeNode {
    this.#depth += 1;
    if (this.#depth > deepestNesting) throw new NoType();
    const type = this.#prefixed();
    this.#depth -= 1;
    return type;
  }

  #prefixed(): TypeNode {
    const { start, text } = this.#token;
    if (this.#skip('?')) {
      // Closure's `?T` holds null, too; `?` alone is any.
      if (!this.#startsType()) return { kind: 'keyword', start, end: this.#lastEnd, name: 'any' };
      const type = this.#prefix();
      const nothing: TypeNode = { kind: 'keyword', start, end: start + 1, name: 'null' };
      return { kind: 'union', start, end: this.#lastEnd, types: [type, nothing] };
    }
    if (this.#skip('!') || this.#skip('...')) return this.#prefix();
    if (this.#token.kind === 'word' && /^(?:keyof|typeof|readonly|unique|asserts)$/u.test(text)) {
      this.#next();
      const child = this.#postfix();
      return { kind: 'other', start, end: this.#lastEnd, children: [child] };
    }
    return this.#primary();
  }

  #primary(): TypeNode {
    const token = this.#token;
    const { start } = token;
    if (token.kind === 'string') {
      this.#next();
      return { kind: 'literal', start, end: this.#lastEnd, value: unquote(token.text) };
    }
    if (token.kind === 'number') {
      this.#next();
      return { kind: 'literal', start, end: this.#lastEnd };
    }
    if (token.kind === 'word') return this.#named();
    if (this.#is('{')) return this.#object();
    if (this.#is('(')) return this.#parenthesis();
    if (this.#is('[')) return this.#tuple();
    if (this.#skip('*')) return { kind: 'keyword', start, end: this.#lastEnd, name: 'any' };
    throw new NoType();
  }

  #named(): TypeNode {
    const { start, text } = this.#token;
    if (text === 'function') return this.#closureFunction();
    if (text === 'import') return this.#import();
    this.#next();
    if (text === 'true' || text === 'false') return { kind: 'literal', start, end: this.#lastEnd };
    const isKeyword = keywords.has(text) && !this.#is('.');
    if (isKeyword) return { kind: 'keyword', start, end: this.#lastEnd, name: text };
    return this.#reference(start, [text]);
  }

  #reference(start: number, path: string[], source?: string): TypeNode {
    while (this.#is('.') && !this.#isClosureGeneric()) {
      this.#next();
      if (this.#token.kind !== 'word') throw new NoType();
      path.push(this.#token.text);
      this.#next();
    }
    // Closure writes `Array.<T>`.
    if (this.#isClosureGeneric()) this.#next();
    const args: TypeNode[] = [];
    if (this.#skip('<')) {
      do args.push(this.#union());
      while (this.#skip(','));
      this.#expect('>');
    }
    return { kind: 'reference', start, end: this.#lastEnd, path, source, args };
  }

  #isClosureGeneric(): boolean {
    return this.#is('.') && tokenAt(this.#text, this.#token.end).text === '<';
  }

  #import(): TypeNode {
    const { start } = this.#token;
    this.#next();
    this.#expect('(');
    const source = this.#token;
    if (source.kind !== 'string') throw new NoType();
    this.#next();
    this.#expect(')');
    const path: string[] = [];
    if (this.#skip('.')) {
      if (this.#token.kind !== 'word') throw new NoType();
      path.push(this.#token.text);
      this.#next();
    }
    return this.#reference(start, path, unquote(source.text));
  }

  #closureFunction(): TypeNode {
    const { start } = this.#token;
    this.#next();
    this.#expect('(');
    const params: TypeNode[] = [];
    while (!this.#skip(')')) {
      params.push(this.#union());
      if (!this.#skip(',') && !this.#is(')')) throw new NoType();
    }
    const result = this.#skip(':') ? this.#union() : undefined;
    return { kind: 'function', start, end: this.#lastEnd, params, result };
  }

  #parenthesis(): TypeNode {
    return this.#attempt(() => this.#arrow()) ?? this.#grouped();
  }

  #grouped(): TypeNode {
    this.#expect('(');
    const type = this.#union();
    this.#expect(')');
    return type;
  }

  #arrow(): TypeNode {
    const { start } = this.#token;
    this.#expect('(');
    const params: (TypeNode | undefined)[] = [];
    while (!this.#skip(')')) {
      this.#skip('...');
      this.#parameterName();
      this.#skip('?');
      params.push(this.#skip(':') ? this.#union() : undefined);
      if (!this.#skip(',') && !this.#is(')')) throw new NoType();
    }
    this.#expect('=>');
    const result = this.#union();
    return { kind: 'function', start, end: this.#lastEnd, params, result };
  }

  /** A name, or a pattern whose parts do not matter. */
  #parameterName(): void {
    if (!this.#is('{') && !this.#is('[')) {
      if (this.#token.kind !== 'word') throw new NoType();
      this.#next();
      return;
    }
    let depth = 0;
    do {
      if (this.#is('{') || this.#is('[')) depth += 1;
      if (this.#is('}') || this.#is(']')) depth -= 1;
      if (this.#token.kind === 'end') throw new NoType();
      this.#next();
    } while (depth > 0);
  }

  #tuple(): TypeNode {
    const { start } = this.#token;
    this.#expect('[');
    const elements: TypeNode[] = [];
    while (!this.#skip(']')) {
      elements.push(this.#union());
      if (!this.#skip(',') && !this.#is(']')) throw new NoType();
    }
    return { kind: 'tuple', start, end: this.#lastEnd, elements };
  }

  #object(): TypeNode {
    const { start } = this.#token;
    this.#expect('{');
    const members: TypeMember[] = [];
    while (!this.#skip('}')) {
      members.push(this.#member());
      const isSeparated = this.#skip(',') || this.#skip(';') || this.#is('}') || this.#isNewLine();
      if (!isSeparated) throw new NoType();
    }
    return { kind: 'object', start, end: this.#lastEnd, members };
  }

  #isNewLine(): boolean {
    return /[\r\n]/u.test(this.#text.slice(this.#lastEnd, this.#token.start));
  }

  #member(): TypeMember {
    const { start } = this.#token;
    if (this.#is('[')) return this.#indexSignature();
    const key = this.#token;
    const quoted = key.kind === 'string';
    if (key.kind !== 'word' && !quoted) throw new NoType();
    this.#next();
    const optional = this.#skip('?');
    const keyText = quoted ? unquote(key.text) : key.text;
    const keyRange = { start: key.start, end: key.end };
    const base = { start, key: keyText, keyRange, quoted };
    if (this.#is('(')) {
      // A method: what it takes and gives does not matter, that it is a function does.
      const type = this.#method();
      return { kind: 'method', ...base, end: this.#lastEnd, optional, type };
    }
    const type = this.#skip(':') ? this.#union() : undefined;
    // Closure says that a property may be missing by its type.
    const isClosureOptional = this.#text.charAt(this.#lastEnd - 1) === '=';
    return {
      kind: 'property',
      ...base,
      end: this.#lastEnd,
      optional: optional || isClosureOptional,
      type,
    };
  }

  #indexSignature(): TypeMember {
    const { start } = this.#token;
    this.#expect('[');
    let depth = 1;
    while (depth > 0) {
      if (this.#token.kind === 'end') throw new NoType();
      if (this.#is('[')) depth += 1;
      if (this.#is(']')) depth -= 1;
      this.#next();
    }
    const type = this.#skip(':') ? this.#union() : undefined;
    return { kind: 'other', start, end: this.#lastEnd, quoted: false, optional: false, type };
  }

  #method(): TypeNode | undefined {
    this.#expect('(');
    let depth = 1;
    while (depth > 0) {
      if (this.#token.kind === 'end') throw new NoType();
      if (this.#is('(')) depth += 1;
      if (this.#is(')')) depth -= 1;
      this.#next();
    }
    return this.#skip(':') ? this.#union() : undefined;
  }

  #startsType(): boolean {
    const { kind, text } = this.#token;
    return kind === 'word' || kind === 'string' || kind === 'number' || /^[{([]$/u.test(text);
  }

  #attempt(read: () => TypeNode): TypeNode | undefined {
    const token = this.#token;
    const lastEnd = this.#lastEnd;
    const depth = this.#depth;
    try {
      return read();
    } catch (error) {
      if (!(error instanceof NoType)) throw error;
      this.#token = token;
      this.#lastEnd = lastEnd;
      this.#depth = depth;
      return undefined;
    }
  }

  #is(mark: string): boolean {
    return this.#token.kind === 'mark' && this.#token.text === mark;
  }

  #skip(mark: string): boolean {
    if (!this.#is(mark)) return false;
    this.#next();
    return true;
  }

  #expect(mark: string): void {
    if (!this.#skip(mark)) throw new NoType();
  }

  #next(): void {
    this.#lastEnd = this.#token.end;
    this.#token = tokenAt(this.#text, this.#token.end);
  }
}
