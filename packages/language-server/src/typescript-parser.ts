import { createRequire } from 'node:module';
import {
  namingUnread,
  readCommentsFromTypeScript,
  readModuleFromTypeScript,
  withinStack,
  type Comment,
  type ModuleFacts,
} from '@next-slots/core';
import type typescript from 'typescript';

/** TypeScript's API, as a value. */
export type TypeScript = typeof typescript;

/**
 * TypeScript as a parser of half-typed code. It is our own dependency, whatever the workspace has:
 * TypeScript 7 has no API, and a workspace may have none at all.
 *
 * Loading takes longer than anything else here does, so it waits until somebody asks.
 */
export class TypeScriptParser {
  #loaded: TypeScript | 'missing' | undefined;
  readonly #nameUnread = namingUnread((message) => process.stderr.write(`${message}\n`));
  readonly #onMissing: (reason: string) => void;

  /** @param onMissing - Told once why TypeScript could not be loaded. */
  constructor(onMissing: (reason: string) => void) {
    this.#onMissing = onMissing;
  }

  /** Loads TypeScript where that has not happened; undefined where it cannot be loaded. */
  load(): TypeScript | undefined {
    this.#loaded ??= this.#require();
    return this.#loaded === 'missing' ? undefined : this.#loaded;
  }

  /** What a source text declares, half-typed or not; undefined for no script, and beyond the stack. */
  read(file: string, text: string): ModuleFacts | undefined {
    const parsed = this.#parse(file, text);
    if (!parsed) return undefined;
    const facts = parsed.source && readModuleFromTypeScript(parsed.ts, parsed.source);
    if (!facts || facts.tooComplex) this.#nameUnread(file);
    return facts;
  }

  /** The comments of a source text, half-typed or not. */
  comments(file: string, text: string): readonly Comment[] {
    const parsed = this.#parse(file, text);
    return parsed?.source ? readCommentsFromTypeScript(parsed.ts, parsed.source) : [];
  }

  /** Undefined for no script; without a tree where the text is nested too deeply. */
  #parse(file: string, text: string) {
    const kind = scriptKindName(file);
    const ts = kind && this.load();
    if (!ts) return undefined;
    const { Latest } = ts.ScriptTarget;
    const source = withinStack(() =>
      ts.createSourceFile(file, text, Latest, false, ts.ScriptKind[kind]),
    );
    return { ts, source };
  }

  #require(): TypeScript | 'missing' {
    try {
      return createRequire(import.meta.url)('typescript') as TypeScript;
    } catch (error) {
      this.#onMissing(error instanceof Error ? error.message : String(error));
      return 'missing';
    }
  }
}

/** Next takes JSX in any JavaScript file. */
const scriptKinds = { tsx: 'TSX', ts: 'TS', jsx: 'JSX', js: 'JSX' } as const;

function scriptKindName(file: string) {
  const kind = /(?<!\.d)\.[cm]?(?<kind>tsx|ts|jsx|js)$/u.exec(file)?.groups?.['kind'];
  return kind === undefined ? undefined : scriptKinds[kind as keyof typeof scriptKinds];
}
