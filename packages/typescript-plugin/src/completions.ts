import { completionsAt, type CompletionEntry } from '@next-slots/core';
import type ts from 'typescript';
import { completionCursor, cursorAreaAt } from './completion-cursor.js';
import { mergeCompletions } from './merge-completions.js';
import type { ServiceContext } from './plugin-project.js';
import { concernedSource, requestIn } from './slot-request.js';

/** Adds the slots that can be named at the cursor. */
export function addCompletions(
  context: ServiceContext,
  prior: ts.WithMetadata<ts.CompletionInfo> | undefined,
  fileName: string,
  position: number,
): ts.WithMetadata<ts.CompletionInfo> | undefined {
  const { project } = context;
  if (!project.options.completions) return prior;
  // The cheap questions first: where nothing can be named, the disk is not asked.
  const source = concernedSource(context, fileName);
  const area = source && cursorAreaAt(project.ts, source, position);
  const request = area && requestIn(context, source);
  if (!request) return prior;
  const cursor = completionCursor(request, area, position);
  const entries = completionsAt(cursor, request.open);
  if (entries.length === 0) return prior;
  const { text } = request.source;
  return mergeCompletions(
    prior,
    entries.map((entry) => toTypeScript(project.ts, entry, text, position)),
    hasNextPlugin(project.host.getCompilerOptions()),
  );
}

function toTypeScript(
  typescript: typeof ts,
  entry: CompletionEntry,
  text: string,
  position: number,
): ts.CompletionEntry {
  const { start, end } = entry.replace;
  // Every client replaces the word before the cursor by itself, and in VS Code's replace mode what
  // stands right behind the cursor as well: there the word before it has to be named.
  const isWord =
    end === position &&
    /^[\w$]*$/u.test(text.slice(start, end)) &&
    !/^[\p{ID_Continue}$]/u.test(text.slice(position, position + 2));
  return {
    name: entry.name,
    kind:
      entry.kind === 'slot'
        ? typescript.ScriptElementKind.memberVariableElement
        : typescript.ScriptElementKind.string,
    kindModifiers: typescript.ScriptElementKindModifier.none,
    sortText: entry.sortText,
    ...(entry.insertText !== entry.name && { insertText: entry.insertText }),
    ...(!isWord && { replacementSpan: { start, length: end - start } }),
    labelDetails: { description: entry.kind === 'route' ? 'route' : 'slot' },
  };
}

/** Whether Next's own plugin is at work in a project. */
function hasNextPlugin({ plugins }: ts.CompilerOptions): boolean {
  if (!Array.isArray(plugins)) return false;
  return plugins.some(
    (entry: unknown) =>
      typeof entry === 'object' && entry !== null && 'name' in entry && entry.name === 'next',
  );
}
