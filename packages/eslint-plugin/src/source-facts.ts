import {
  namingUnread,
  ParsedFiles,
  readModuleFromESTree,
  remembered,
  type ModuleFacts,
} from '@next-slots/core';
import type { AppLocation } from '@next-slots/core/node';
import type { TSESLint } from '@typescript-eslint/utils';
import type { LintContext } from './lint-context.js';
import { loadedTypeScript, readWithTypeScript } from './loaded-typescript.js';

/** What parsers other than the linted file's own cannot be asked for: a program with types. */
const typeInformation = {
  project: undefined,
  projectService: undefined,
  programs: undefined,
  EXPERIMENTAL_useProjectService: undefined,
};

/** So many texts of an app are kept parsed, in an editor that runs for days. */
const capacity = 2000;

/** Module facts for the rules of one plugin: each text is read once. */
export class SourceFacts {
  readonly #linted = new WeakMap<TSESLint.SourceCode, ModuleFacts>();
  /** What was parsed of other files, by app directory. */
  readonly #parsed = new Map<string, ParsedFiles>();
  readonly #nameUnread = namingUnread((message) => process.stderr.write(`${message}\n`));

  /** The files of an app that ESLint did not hand over. */
  parsedIn({ appDir }: AppLocation): ParsedFiles {
    return remembered(this.#parsed, appDir, () => new ParsedFiles(capacity));
  }

  /**
   * The facts of a linted file, from the tree that ESLint has parsed already.
   *
   * @param path - On disk.
   */
  ofLinted(path: string, source: TSESLint.SourceCode): ModuleFacts {
    return remembered(this.#linted, source, () =>
      readModuleFromESTree(source.ast, source.text, () => {
        this.#nameUnread(path);
      }),
    );
  }

  /**
   * Parses another file as the linted one is.
   *
   * Where that is `@typescript-eslint/parser`, TypeScript is asked instead: it parses a page of a hundred
   * lines in 0.2 ms, and the other 4 ms of the parser go into scopes and tokens, which nobody needs here.
   *
   * @param path - On disk.
   * @returns undefined where that parser does not take the text, or none is known.
   */
  parse(path: string, text: string, context: LintContext): ModuleFacts | undefined {
    const onTooComplex = () => {
      this.#nameUnread(path);
    };
    const typescript = loadedTypeScript(context);
    if (typescript) return readWithTypeScript(typescript, path, text, onTooComplex);
    const program = parse(path, text, context.languageOptions);
    return program === undefined ? undefined : readModuleFromESTree(program, text, onTooComplex);
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
