import { readModuleFromTypeScript, type ModuleFacts } from '@next-slots/core';
import type ts from 'typescript';

/** What each parsed file declares; TypeScript makes a new file object for each new text. */
const known = new WeakMap<ts.SourceFile, ModuleFacts>();

/** What a file of the program declares. */
export function factsOf(typescript: typeof ts, file: ts.SourceFile): ModuleFacts {
  let facts = known.get(file);
  if (!facts) {
    facts = readModuleFromTypeScript(typescript, file);
    known.set(file, facts);
  }
  return facts;
}
