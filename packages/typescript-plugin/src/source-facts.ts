import {
  readModuleFromTypeScript,
  readOutlineFromTypeScript,
  remembered,
  type ModuleFacts,
} from '@next-slots/core';
import type ts from 'typescript';
import type { PluginProject } from './plugin-project.js';

type Read = typeof readModuleFromTypeScript;

/** What each parsed file declares; TypeScript makes a new file object for each new text. */
const known = {
  whole: new WeakMap<ts.SourceFile, ModuleFacts>(),
  outline: new WeakMap<ts.SourceFile, ModuleFacts>(),
};

/** What a file of the program declares. */
export function factsOf(project: PluginProject, file: ts.SourceFile): ModuleFacts {
  return readOnce(known.whole, readModuleFromTypeScript, project, file);
}

/** The same as far as it stands outside the bodies of functions, for a fraction of the cost. */
export function outlineOf(project: PluginProject, file: ts.SourceFile): ModuleFacts {
  return readOnce(known.outline, readOutlineFromTypeScript, project, file);
}

function readOnce(
  facts: WeakMap<ts.SourceFile, ModuleFacts>,
  read: Read,
  project: PluginProject,
  file: ts.SourceFile,
): ModuleFacts {
  return remembered(facts, file, () =>
    read(project.ts, file, () => {
      project.nameUnread(file.fileName);
    }),
  );
}
