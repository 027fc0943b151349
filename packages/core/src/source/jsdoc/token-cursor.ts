import { tokenAt, type Token } from './type-lexer.js';

/** Says that a comment holds something else than was tried to be read; {@link TokenCursor.attempt} catches it. */
export class NoType extends Error {}

/** Goes through the tokens of a type in a JSDoc comment, and back where an attempt fails. */
export class TokenCursor {
  readonly #text: string;
  #current: Token;
  #lastEnd: number;

  constructor(text: string, offset: number) {
    this.#text = text;
    this.#current = tokenAt(text, offset);
    this.#lastEnd = offset;
  }

  /** The token that is read next. */
  get current(): Token {
    return this.#current;
  }

  /** The token behind {@link current}. */
  get following(): Token {
    return tokenAt(this.#text, this.#current.end);
  }

  /** The end of the last token that was read. */
  get lastEnd(): number {
    return this.#lastEnd;
  }

  is(mark: string): boolean {
    return this.#current.kind === 'mark' && this.#current.text === mark;
  }

  /** Whether the character before {@link lastEnd} is this one. */
  follows(mark: string): boolean {
    return this.#text.charAt(this.#lastEnd - 1) === mark;
  }

  isOnNewLine(): boolean {
    return /[\r\n]/u.test(this.#text.slice(this.#lastEnd, this.#current.start));
  }

  /** Reads a mark where it is the next token. */
  skip(mark: string): boolean {
    if (!this.is(mark)) return false;
    this.next();
    return true;
  }

  /**
   * Reads a bracket with all that it holds, where it is the next token.
   *
   * @throws NoType where nothing closes it.
   */
  skipBrackets(open: string, close: string): boolean {
    if (!this.is(open)) return false;
    let depth = 0;
    do {
      if (this.#current.kind === 'end') throw new NoType();
      if (this.is(open)) depth += 1;
      if (this.is(close)) depth -= 1;
      this.next();
    } while (depth > 0);
    return true;
  }

  /** @throws NoType where the next token is another. */
  expect(mark: string): void {
    if (!this.skip(mark)) throw new NoType();
  }

  /**
   * Reads a token of a kind.
   *
   * @returns its text.
   * @throws NoType where the next token is of another.
   */
  take(kind: Token['kind']): string {
    const { text } = this.#current;
    if (this.#current.kind !== kind) throw new NoType();
    this.next();
    return text;
  }

  next(): void {
    this.#lastEnd = this.#current.end;
    this.#current = this.following;
  }

  /** Reads something, or goes back to where it began. */
  attempt<Result>(read: () => Result): Result | undefined {
    const current = this.#current;
    const lastEnd = this.#lastEnd;
    try {
      return read();
    } catch (error) {
      if (!(error instanceof NoType)) throw error;
      this.#current = current;
      this.#lastEnd = lastEnd;
      return undefined;
    }
  }
}
