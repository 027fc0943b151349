import { accessSync, constants } from 'node:fs';
import {
  readSources,
  remembered,
  type DirectoryReader,
  type ParsedFiles,
  type SourceHost,
} from '@next-slots/core';
import {
  diskFiles,
  errorCode,
  largestFile,
  modulesBelow,
  readTemplate,
  readText,
  statOf,
  type AppLocation,
} from '@next-slots/core/node';
import type { Progress } from '../terminal/progress.js';
import { parseComments, parseModule } from './parse-module.js';

/** How much text is kept before it is let go and read again when asked for. In UTF-16 code units. */
const heldAtMost = 32 * 1024 * 1024;

/**
 * Source files as they are on disk, read and parsed only when asked for, and why some could not be read so far.
 *
 * @param folders - Lists the folders of the app.
 * @param namedTemplate - The template that the command line names. Absolute.
 * @param parsed - Keeps what was parsed, for the sources as they are after a change.
 */
export function diskSources(
  location: AppLocation,
  folders: DirectoryReader,
  progress: Progress,
  namedTemplate: string | undefined,
  parsed: ParsedFiles,
) {
  const texts = new Map<string, string | undefined>();
  const unread = new Map<string, string>();
  let held = 0;
  const read = (file: string) => {
    progress.step('Reading source files');
    const path = `${location.appDir}/${file}`;
    const text = readText(path);
    const reason = text === undefined ? whyUnread(path) : undefined;
    if (reason !== undefined) unread.set(file, reason);
    held += text?.length ?? 0;
    if (held > heldAtMost) {
      texts.clear();
      held = text?.length ?? 0;
    }
    return text;
  };
  const host: SourceHost = {
    text: (file) => remembered(texts, file, () => read(file)),
    parse: (file, text) => parseModule(file, text, (reason) => unread.set(file, reason)),
    comments: parseComments,
    modules: () => modulesBelow(folders),
    template: (path) =>
      // A file that the command line names is the word of who runs it; a configuration comes with a project.
      path === namedTemplate ? diskFiles.readFile(path) : readTemplate(location, path),
  };
  return { sources: readSources(host, parsed), unread };
}

function whyUnread(path: string): string | undefined {
  try {
    accessSync(path, constants.R_OK);
    return (statOf(path)?.size ?? 0) > largestFile ? 'it is larger than 4 MB' : undefined;
  } catch (error) {
    const reason = errorCode(error);
    // Some are asked for without anybody knowing that they are there.
    return reason === 'ENOENT' ? undefined : `it cannot be read (${reason})`;
  }
}
