import { readSources, type SourceReader } from '@next-slots/core';
import { pathOnDisk, readTemplate, readText } from '@next-slots/core/node';
import type { LintContext } from './lint-context.js';
import type { LintedFile } from './linted-file.js';
import type { LintedPages } from './linted-pages.js';
import type { SourceFacts } from './source-facts.js';

/** The linted file as ESLint holds it, and every other file as it is on disk. */
export function lintSources(
  linted: LintedFile,
  context: LintContext,
  facts: SourceFacts,
  pages: LintedPages,
): SourceReader {
  const { location, path: own } = linted;
  /** The texts of other files, of which several rules read the same ones. */
  const texts = new Map<string, string | undefined>();

  return readSources(
    {
      text(file) {
        if (file === own) return context.sourceCode.text;
        if (texts.has(file)) return texts.get(file);
        const page = pages.get(linted, file);
        const text = page?.text ?? readText(pathOnDisk(location, file));
        texts.set(file, text);
        return text;
      },
      held(file) {
        const { filename, physicalFilename, sourceCode } = context;
        if (file !== own) {
          const source = pages.get(linted, file)?.source.deref();
          return source && facts.ofLinted(pathOnDisk(location, file), source);
        }
        // A block of code that a processor took out of the file does not speak for it.
        return filename === physicalFilename ? facts.ofLinted(filename, sourceCode) : 'none';
      },
      parse: (file, text) => facts.parse(pathOnDisk(location, file), text, context),
      template: (path) => readTemplate(location, path),
    },
    facts.parsedIn(location),
  );
}
