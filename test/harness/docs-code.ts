import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { workspace } from './packed.js';

/** A block of code as it stands in a page of the docs, so that what people copy is what is run. */
export function docsCode(page: string, heading: string, language: string): string {
  const text = readFileSync(join(workspace, 'docs', page), 'utf8');
  const section = text.split(/^(?=## )/mu).find((part) => part.startsWith(`## ${heading}\n`));
  const code = section?.split(`\`\`\`${language}\n`)[1]?.split('```')[0];
  if (code === undefined) throw new Error(`${page} has no ${language} code under "${heading}".`);
  return code;
}
