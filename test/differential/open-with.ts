import type * as core from '@next-slots/core';
import { parseSync } from 'oxc-parser';
import { readerFromFiles } from '../harness/tree-from-files.js';
import type { RandomApp } from '../random/random-apps.js';

/** A core of this commit or another: what is asked of it has the same names in both. */
export type Core = typeof core;

const knownFacts = new Map<string, core.ModuleFacts | undefined>();

/** Opens a random app with the core of another commit. */
export function openWith(base: Core, files: RandomApp, next: core.NextTarget): core.App {
  const textOf = (file: string) => (Object.hasOwn(files, file) ? files[file] : undefined);
  return {
    tree: base.buildRouteTree(readerFromFiles(Object.keys(files))),
    next,
    settings: {},
    sources: {
      text: textOf,
      facts: (file: string) => {
        const text = textOf(file);
        return text === undefined ? undefined : factsOf(base, file, text);
      },
      modules: () => Object.keys(files).filter((file) => /\.[jt]sx?$/u.test(file)),
      template: textOf,
    },
  };
}

function factsOf(base: Core, file: string, text: string): core.ModuleFacts | undefined {
  const lang = file.endsWith('.tsx') ? 'tsx' : file.endsWith('.ts') ? 'ts' : 'jsx';
  const key = `${lang}\n${text}`;
  if (!knownFacts.has(key)) {
    const { program, errors } = parseSync(file, text, { lang });
    knownFacts.set(key, errors.length > 0 ? undefined : base.readModuleFromESTree(program, text));
  }
  return knownFacts.get(key);
}
