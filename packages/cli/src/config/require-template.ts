import { resolve } from 'node:path';
import {
  didYouMean,
  isTemplateName,
  printable,
  templateNames,
  type Settings,
  type SourceReader,
} from '@next-slots/core';
import { diskFiles } from '@next-slots/core/node';
import { UsageError } from '../command-line/usage-error.js';

/**
 * Makes sure that the template of the settings can be had.
 *
 * @param root - The folder that its path is relative to.
 * @throws UsageError where it is a file that cannot be read: nothing could be created.
 */
export function requireTemplate({ template }: Settings, sources: SourceReader, root: string): void {
  if (template === undefined || isTemplateName(template)) return;
  if (sources.template(template) !== undefined) return;
  const file = resolve(root, template);
  throw new UsageError(
    diskFiles.isFile(file)
      ? `template: ${printable(file)} is outside the repository. Use --template.`
      : `template: there is no file ${printable(file)}${didYouMean(template, templateNames)}`,
  );
}
