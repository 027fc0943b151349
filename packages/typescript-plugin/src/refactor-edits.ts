import type { Edit, ReplaceText } from '@next-slots/core';
import { mayWrite, type AppLocation } from '@next-slots/core/node';
import { normalize } from 'node:path';
import type ts from 'typescript';
import { appOfFile } from './app-of-file.js';
import type { PluginProject } from './plugin-project.js';
import { findRefactor } from './refactors.js';
import type { ServiceContext } from './service-context.js';
import { fileInApp } from './slot-request.js';

/** Gives the edits of a refactor of ours. */
export function addRefactorEdits(
  context: ServiceContext,
  prior: ts.RefactorEditInfo | undefined,
  fileName: string,
  positionOrRange: number | ts.TextRange,
  refactorName: string,
  actionName: string,
): ts.RefactorEditInfo | undefined {
  const refactor = findRefactor(context, fileName, positionOrRange, refactorName, actionName);
  const app = refactor && appOfFile(context.project, fileName);
  if (!app) return prior;
  return { edits: toTypeScript(context.project, app.location, refactor.edits) };
}

function toTypeScript(
  project: PluginProject,
  location: AppLocation,
  edits: readonly Edit[],
): ts.FileTextChanges[] {
  const changes = new Map<string, ts.FileTextChanges>();
  for (const edit of edits) {
    const fileName = fileInApp(location, edit.file);
    if (!mayWrite(location, normalize(fileName))) {
      project.log(`${fileName} is not written, since it really lies outside the app`);
      continue;
    }
    if (edit.kind === 'createFile') {
      if (isKnown(project, fileName)) continue;
      const textChanges = [{ span: { start: 0, length: 0 }, newText: edit.text }];
      changes.set(fileName, { fileName, isNewFile: true, textChanges });
    } else {
      const textChanges = [...(changes.get(fileName)?.textChanges ?? []), textChange(edit)];
      changes.set(fileName, { fileName, textChanges });
    }
  }
  return [...changes.values()];
}

function textChange({ range, text }: ReplaceText): ts.TextChange {
  return { span: { start: range.start, length: range.end - range.start }, newText: text };
}

/**
 * Whether a file that shall be created is there by now, on disk or in the editor. tsserver fails a
 * request that calls such a file new.
 */
function isKnown({ files, host, log }: PluginProject, fileName: string): boolean {
  const known = files.isFile(fileName) || host.projectService.getScriptInfo(fileName) !== undefined;
  if (known) log(`${fileName} is not created, since it is there already`);
  return known;
}
