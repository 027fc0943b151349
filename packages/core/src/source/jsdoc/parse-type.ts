import { deepestNesting } from '../steps.js';
import type { MemberKey, TypeMember, TypeNode } from '../types/type-nodes.js';
import { NoType, TokenCursor } from './token-cursor.js';
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
  const tokens = new TokenCursor(text, offset);
  const type = new TypeParser(tokens).parse();
  return type && { type, end: tokens.lastEnd };
}

const keywords: ReadonlySet<string> = new Set(
  'any unknown string number boolean bigint symbol void null undefined never object'.split(' '),
);

class TypeParser {
  readonly #tokens: TokenCursor;
  #depth = 0;

  constructor(tokens: TokenCursor) {
    this.#tokens = tokens;
  }

  parse(): TypeNode | undefined {
    return this.#tokens.attempt(() => this.#union());
  }

  #union(): TypeNode {
    return this.#list('|', 'union', () => this.#list('&', 'intersection', () => this.#postfix()));
  }

  #list(mark: '|' | '&', kind: 'union' | 'intersection', part: () => TypeNode): TypeNode {
    const { start } = this.#tokens.current;
    this.#tokens.skip(mark);
    const first = part();
    if (!this.#tokens.is(mark)) return first;
    const types = [first];
    while (this.#tokens.skip(mark)) types.push(part());
    return { kind, start, end: this.#tokens.lastEnd, types };
  }

  #postfix(): TypeNode {
    const { start } = this.#tokens.current;
    let type = this.#prefix();
    for (;;) {
      // Closure's `T=`, `T?` and `T!`.
      if (this.#tokens.skip('=') || this.#tokens.skip('?') || this.#tokens.skip('!')) continue;
      if (!this.#tokens.skip('[')) return type;
      if (this.#tokens.skip(']')) {
        type = { kind: 'array', start, end: this.#tokens.lastEnd, element: type };
        continue;
      }
      const index = this.#union();
      this.#tokens.expect(']');
      type = { kind: 'other', start, end: this.#tokens.lastEnd, children: [type, index] };
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
    const { start, text } = this.#tokens.current;
    if (this.#tokens.skip('?')) {
      // Closure's `?T` holds null, too; `?` alone is any.
      if (!this.#startsType())
        return { kind: 'keyword', start, end: this.#tokens.lastEnd, name: 'any' };
      const type = this.#prefix();
      const nothing: TypeNode = { kind: 'keyword', start, end: start + 1, name: 'null' };
      return { kind: 'union', start, end: this.#tokens.lastEnd, types: [type, nothing] };
    }
    if (this.#tokens.skip('!') || this.#tokens.skip('...')) return this.#prefix();
    if (
      this.#tokens.current.kind === 'word' &&
      /^(?:keyof|typeof|readonly|unique|asserts)$/u.test(text)
    ) {
      this.#tokens.next();
      const child = this.#postfix();
      return { kind: 'other', start, end: this.#tokens.lastEnd, children: [child] };
    }
    return this.#primary();
  }

  #primary(): TypeNode {
    const token = this.#tokens.current;
    const { start } = token;
    if (token.kind === 'string') {
      this.#tokens.next();
      return { kind: 'literal', start, end: this.#tokens.lastEnd, value: unquote(token.text) };
    }
    if (token.kind === 'number') {
      this.#tokens.next();
      return { kind: 'literal', start, end: this.#tokens.lastEnd };
    }
    if (token.kind === 'word') return this.#named();
    if (this.#tokens.is('{')) return this.#object();
    if (this.#tokens.is('(')) return this.#parenthesis();
    if (this.#tokens.is('[')) return this.#tuple();
    if (this.#tokens.skip('*'))
      return { kind: 'keyword', start, end: this.#tokens.lastEnd, name: 'any' };
    throw new NoType();
  }

  #named(): TypeNode {
    const { start, text } = this.#tokens.current;
    if (text === 'function') return this.#closureFunction();
    if (text === 'import') return this.#import();
    this.#tokens.next();
    if (text === 'true' || text === 'false')
      return { kind: 'literal', start, end: this.#tokens.lastEnd };
    const isKeyword = keywords.has(text) && !this.#tokens.is('.');
    if (isKeyword) return { kind: 'keyword', start, end: this.#tokens.lastEnd, name: text };
    return this.#reference(start, [text]);
  }

  #reference(start: number, path: string[], source?: string): TypeNode {
    while (this.#tokens.is('.') && !this.#isClosureGeneric()) {
      this.#tokens.next();
      path.push(this.#tokens.take('word'));
    }
    // Closure writes `Array.<T>`.
    if (this.#isClosureGeneric()) this.#tokens.next();
    const args: TypeNode[] = [];
    if (this.#tokens.skip('<')) {
      do args.push(this.#union());
      while (this.#tokens.skip(','));
      this.#tokens.expect('>');
    }
    return { kind: 'reference', start, end: this.#tokens.lastEnd, path, source, args };
  }

  #isClosureGeneric(): boolean {
    return this.#tokens.is('.') && this.#tokens.following.text === '<';
  }

  #import(): TypeNode {
    const { start } = this.#tokens.current;
    this.#tokens.next();
    this.#tokens.expect('(');
    const source = unquote(this.#tokens.take('string'));
    this.#tokens.expect(')');
    const path = this.#tokens.skip('.') ? [this.#tokens.take('word')] : [];
    return this.#reference(start, path, source);
  }

  #closureFunction(): TypeNode {
    const { start } = this.#tokens.current;
    this.#tokens.next();
    this.#tokens.expect('(');
    const params = this.#listUntil(')', () => this.#union());
    const result = this.#annotation();
    return { kind: 'function', start, end: this.#tokens.lastEnd, params, result };
  }

  #parenthesis(): TypeNode {
    const depth = this.#depth;
    const arrow = this.#tokens.attempt(() => this.#arrow());
    if (arrow) return arrow;
    this.#depth = depth;
    return this.#grouped();
  }

  #grouped(): TypeNode {
    this.#tokens.expect('(');
    const type = this.#union();
    this.#tokens.expect(')');
    return type;
  }

  #arrow(): TypeNode {
    const { start } = this.#tokens.current;
    this.#tokens.expect('(');
    const params = this.#listUntil(')', () => {
      this.#tokens.skip('...');
      this.#parameterName();
      this.#tokens.skip('?');
      return this.#annotation();
    });
    this.#tokens.expect('=>');
    const result = this.#union();
    return { kind: 'function', start, end: this.#tokens.lastEnd, params, result };
  }

  /** A name, or a pattern whose parts do not matter. */
  #parameterName(): void {
    if (this.#tokens.skipBrackets('{', '}') || this.#tokens.skipBrackets('[', ']')) return;
    this.#tokens.take('word');
  }

  #tuple(): TypeNode {
    const { start } = this.#tokens.current;
    this.#tokens.expect('[');
    const elements = this.#listUntil(']', () => this.#union());
    return { kind: 'tuple', start, end: this.#tokens.lastEnd, elements };
  }

  #object(): TypeNode {
    const { start } = this.#tokens.current;
    this.#tokens.expect('{');
    const members: TypeMember[] = [];
    while (!this.#tokens.skip('}')) {
      members.push(this.#member());
      const isSeparated =
        this.#tokens.skip(',') ||
        this.#tokens.skip(';') ||
        this.#tokens.is('}') ||
        this.#tokens.isOnNewLine();
      if (!isSeparated) throw new NoType();
    }
    return { kind: 'object', start, end: this.#tokens.lastEnd, members };
  }

  #member(): TypeMember {
    const { start } = this.#tokens.current;
    // An index signature has none.
    const key = this.#tokens.skipBrackets('[', ']') ? undefined : this.#key();
    const optional = this.#tokens.skip('?');
    // What a method takes and gives does not matter, that it is a function does.
    const method = key !== undefined && this.#tokens.skipBrackets('(', ')');
    const type = this.#annotation();
    // Closure says that a property may be missing by its type.
    const isClosureOptional = this.#tokens.follows('=');
    return {
      start,
      end: this.#tokens.lastEnd,
      key,
      method,
      optional: optional || isClosureOptional,
      type,
    };
  }

  #key(): MemberKey {
    const { kind, text, start, end } = this.#tokens.current;
    const quoted = kind === 'string';
    if (kind !== 'word' && !quoted) throw new NoType();
    this.#tokens.next();
    return { name: quoted ? unquote(text) : text, range: { start, end }, quoted };
  }

  /** What stands behind a colon. */
  #annotation(): TypeNode | undefined {
    return this.#tokens.skip(':') ? this.#union() : undefined;
  }

  #listUntil<Item>(close: string, read: () => Item): readonly Item[] {
    const items: Item[] = [];
    while (!this.#tokens.skip(close)) {
      items.push(read());
      if (!this.#tokens.skip(',') && !this.#tokens.is(close)) throw new NoType();
    }
    return items;
  }

  #startsType(): boolean {
    const { kind, text } = this.#tokens.current;
    return kind === 'word' || kind === 'string' || kind === 'number' || /^[{([]$/u.test(text);
  }
}
