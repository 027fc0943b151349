import type { Edit, ReplaceText } from '@next-slots/core';
import { mayWrite } from '@next-slots/core/node';
import { normalize } from 'node:path';
import type ts from 'typescript';
import { appOfFile } from './app-of-file.js';
import type { PluginProject } from './plugin-project.js';
import { fileInApp } from './slot-request.js';

/** Edits for the app that a file lies in, as TypeScript's answers carry them. */
export function toFileChanges(
  project: PluginProject,
  fileName: string,
  edits: readonly Edit[],
): ts.FileTextChanges[] {
  const location = appOfFile(project, fileName)?.location;
  if (!location) return [];
  const changes = new Map<string, ts.FileTextChanges>();
  for (const edit of edits) {
    const edited = fileInApp(location, edit.file);
    if (!mayWrite(location, normalize(edited))) {
      project.log(`${edited} is not written, since it really lies outside the app`);
      continue;
    }
    if (edit.kind === 'createFile') {
      if (isKnown(project, edited)) continue;
      const textChanges = [{ span: { start: 0, length: 0 }, newText: edit.text }];
      changes.set(edited, { fileName: edited, isNewFile: true, textChanges });
    } else {
      const textChanges = [...(changes.get(edited)?.textChanges ?? []), textChange(edit)];
      changes.set(edited, { fileName: edited, textChanges });
    }
  }
  return [...changes.values()];
}

function textChange({ range, text }: ReplaceText): ts.TextChange {
  return { span: { start: range.start, length: range.end - range.start }, newText: text };
}

/**
 * Whether a file to be created exists by now, on disk or in the editor. tsserver fails a
 * request that calls such a file new.
 */
function isKnown({ files, host, log }: PluginProject, fileName: string): boolean {
  const known = files.isFile(fileName) || host.projectService.getScriptInfo(fileName) !== undefined;
  if (known) log(`${fileName} is not created, since it is there already`);
  return known;
}
