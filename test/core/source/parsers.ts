import { createRequire } from 'node:module';
import babel from '@babel/eslint-parser';
import { readModuleFromESTree, readModuleFromTypeScript, type ModuleFacts } from '@next-slots/core';
import * as typescriptEslint from '@typescript-eslint/parser';
import * as espree from 'espree';
import { parseSync } from 'oxc-parser';
import ts from 'typescript';
import { isNight } from '../../harness/is-night.js';

const require = createRequire(import.meta.url);

/** Reads a text as one host would. */
export interface Reader {
  readonly name: string;
  /** @returns undefined where the parser does not take the text. */
  read(file: string, text: string): ModuleFacts | undefined;
}

/** A parser that throws, or answers with nothing, takes no part. */
function estree(name: string, parse: (file: string, text: string) => unknown): Reader {
  return {
    name,
    read(file, text) {
      let program: unknown;
      try {
        program = parse(file, text);
      } catch {
        return undefined;
      }
      return program === undefined ? undefined : readModuleFromESTree(program, text);
    },
  };
}

function typescript(name: string, handed: typeof ts): Reader {
  return {
    name,
    read(file, text) {
      const kind = file.endsWith('x') ? handed.ScriptKind.TSX : undefined;
      let source: ts.SourceFile;
      try {
        source = handed.createSourceFile(
          file,
          text,
          handed.ScriptTarget.Latest,
          false,
          isTypeScript(file) ? kind : handed.ScriptKind.JSX,
        );
      } catch {
        // Up to 5.9 the parser itself fails at `const@ x`.
        return undefined;
      }
      return readModuleFromTypeScript(handed, source);
    },
  };
}

export function isTypeScript(file: string): boolean {
  return /\.tsx?$/u.test(file);
}

const readEspree = estree('espree', (file, text) =>
  isTypeScript(file)
    ? undefined
    : espree.parse(text, {
        ecmaVersion: 'latest',
        sourceType: 'module',
        ecmaFeatures: { jsx: true },
        range: true,
        comment: true,
      }),
);

const readTypescriptEslint = estree(
  'typescript-eslint',
  (file, text) =>
    typescriptEslint.parseForESLint(text, {
      filePath: isTypeScript(file) ? file : `${file}.tsx`,
      range: true,
      ecmaFeatures: { jsx: true },
    }).ast,
);

const readBabel = estree('babel', (file, text) => {
  const presets = ['@babel/preset-react'];
  if (isTypeScript(file)) presets.push('@babel/preset-typescript');
  return babel.parse(text, {
    requireConfigFile: false,
    filePath: file,
    babelOptions: { presets, filename: file, configFile: false, babelrc: false },
  });
});

const readOxc = estree('oxc', (file, text) => {
  const { program, errors } = parseSync(file, text, {
    lang: isTypeScript(file) ? 'tsx' : 'jsx',
    sourceType: 'module',
    preserveParens: false,
  });
  return errors.length > 0 ? undefined : program;
});

/**
 * Every parser whose tree the readers take; TypeScript's own comes first and takes any text. By day it is the
 * newest and the oldest TypeScript.
 */
export const readers: readonly Reader[] = [
  typescript('TypeScript 6.0', ts),
  ...(isNight ? [typescript('TypeScript 5.9', require('typescript-5.9') as typeof ts)] : []),
  typescript('TypeScript 5.4', require('typescript-5.4') as typeof ts),
  readEspree,
  readTypescriptEslint,
  readBabel,
  readOxc,
];
