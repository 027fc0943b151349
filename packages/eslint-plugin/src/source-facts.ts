import { readModuleFromESTree, tooComplexMessage, type ModuleFacts } from '@next-slots/core';
import type { TSESLint } from '@typescript-eslint/utils';
import type { LintContext } from './lint-session.js';

/** What parsers other than the linted file's own cannot be asked for: a program with types. */
const typeInformation = {
  project: undefined,
  projectService: undefined,
  programs: undefined,
  EXPERIMENTAL_useProjectService: undefined,
};

interface ReadFile {
  readonly text: string;
  readonly facts: ModuleFacts | undefined;
}

/** Module facts for the rules of one plugin: each text is read once. */
export class SourceFacts {
  readonly #linted = new WeakMap<TSESLint.SourceCode, ModuleFacts>();
  readonly #others = new Map<string, ReadFile>();

  /** The files that were named on standard error. */
  readonly #named = new Set<string>();

  /**
   * The facts of a linted file, from the tree that ESLint has parsed already.
   *
   * @param path - On disk.
   */
  ofLinted(path: string, source: TSESLint.SourceCode): ModuleFacts {
    let facts = this.#linted.get(source);
    if (!facts) {
      facts = readModuleFromESTree(source.ast, source.text);
      this.#linted.set(source, facts);
      this.#nameUnread(path, facts);
    }
    return facts;
  }

  /**
   * The facts of another file, parsed as the linted one is.
   *
   * @param path - On disk.
   * @returns undefined where that parser does not take the text, or none is known.
   */
  ofOther(path: string, text: string, context: LintContext): ModuleFacts | undefined {
    const known = this.#others.get(path);
    if (known?.text === text) return known.facts;
    const program = parse(path, text, context.languageOptions);
    const facts = program === undefined ? undefined : readModuleFromESTree(program, text);
    this.#others.set(path, { text, facts });
    this.#nameUnread(path, facts);
    return facts;
  }

  /** Says once on standard error what could not be read, so that nobody takes silence about it for praise. */
  #nameUnread(path: string, facts: ModuleFacts | undefined): void {
    if (!facts?.tooComplex || this.#named.has(path)) return;
    this.#named.add(path);
    process.stderr.write(`${tooComplexMessage(path)}\n`);
  }
}

function parse(path: string, text: string, options: LintContext['languageOptions']): unknown {
  const parser: TSESLint.Parser.LooseParserModule | undefined = options.parser;
  if (!parser) return undefined;
  const parserOptions = {
    ecmaVersion: options.ecmaVersion,
    sourceType: options.sourceType,
    ...options.parserOptions,
    ...typeInformation,
    filePath: path,
    range: true,
    loc: true,
    comment: true,
    tokens: true,
  };
  try {
    // `parse` does without the analysis of scopes, where a parser has both.
    return 'parse' in parser
      ? parser.parse(text, parserOptions)
      : parser.parseForESLint(text, parserOptions).ast;
  } catch {
    return undefined;
  }
}
