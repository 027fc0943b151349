import {
  readModuleFromTypeScript,
  readOutlineFromTypeScript,
  type ModuleFacts,
} from '@next-slots/core';
import type ts from 'typescript';

type Read = typeof readModuleFromTypeScript;

/** What each parsed file declares; TypeScript makes a new file object for each new text. */
const known = {
  whole: new WeakMap<ts.SourceFile, ModuleFacts>(),
  outline: new WeakMap<ts.SourceFile, ModuleFacts>(),
};

/** What a file of the program declares. */
export function factsOf(typescript: typeof ts, file: ts.SourceFile): ModuleFacts {
  return readOnce(known.whole, readModuleFromTypeScript, typescript, file);
}

/** The same as far as it stands outside the bodies of functions, for a fraction of the cost. */
export function outlineOf(typescript: typeof ts, file: ts.SourceFile): ModuleFacts {
  return readOnce(known.outline, readOutlineFromTypeScript, typescript, file);
}

function readOnce(
  facts: WeakMap<ts.SourceFile, ModuleFacts>,
  read: Read,
  typescript: typeof ts,
  file: ts.SourceFile,
): ModuleFacts {
  let found = facts.get(file);
  if (!found) {
    found = read(typescript, file);
    facts.set(file, found);
  }
  return found;
}
