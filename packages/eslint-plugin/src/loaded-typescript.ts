import { createRequire } from 'node:module';
import { readModuleFromTypeScript, withinStack, type ModuleFacts } from '@next-slots/core';
import type { LintContext } from './lint-context.js';

type TypeScript = Parameters<typeof readModuleFromTypeScript>[0];

/**
 * The TypeScript that `@typescript-eslint/parser` works with: one that is loaded already, since loading
 * another takes longer than it saves.
 *
 * @returns undefined with another parser, and where the linted file's project has a different TypeScript.
 */
export function loadedTypeScript({
  languageOptions,
  physicalFilename,
}: LintContext): TypeScript | undefined {
  if (languageOptions.parser?.meta?.name !== 'typescript-eslint/parser') return undefined;
  try {
    const require = createRequire(physicalFilename);
    const typescript = require.cache[require.resolve('typescript')]?.exports as unknown;
    return isReadable(typescript) ? typescript : undefined;
  } catch {
    return undefined;
  }
}

/** @returns undefined for a text with syntax errors, which the parser would not take either. */
export function readWithTypeScript(
  typescript: TypeScript,
  path: string,
  text: string,
  onTooComplex: () => void,
): ModuleFacts | undefined {
  const tree = withinStack(() =>
    typescript.createSourceFile(path, text, typescript.ScriptTarget.Latest),
  );
  const facts = tree && readModuleFromTypeScript(typescript, tree, onTooComplex);
  return facts?.partial === true && facts.tooComplex !== true ? undefined : facts;
}

/** Whether core reads the trees of a TypeScript. TypeScript 7 has no API at all. */
function isReadable(typescript: unknown): typescript is TypeScript {
  if (typeof typescript !== 'object' || typescript === null) return false;
  if (!('createSourceFile' in typescript && 'versionMajorMinor' in typescript)) return false;
  const [major = 0, minor = 0] = String(typescript.versionMajorMinor).split('.').map(Number);
  return major > 5 || (major === 5 && minor >= 4);
}
