import type { App } from '../app.js';
import type { Segment, SegmentPath } from '../routes/route-tree.js';
import type { CreateFile } from './edit.js';
import { createFromTemplate } from './scaffold.js';
import { isIdentifier, stringInAnyQuotes, variableFor } from './property-name.js';
import { codeTemplate, type FileTemplate } from './templates.js';

/**
 * The edit that creates the layout of a segment that has none: it renders `children` and every slot. The
 * outermost one prints the document.
 *
 * @param slots - The slots that it renders behind `children`, by their names without `@`.
 * @param like - The file whose language and style are followed, relative to the app directory.
 * @returns undefined in the cases of `scaffold`, and where layouts below print the document already.
 */
export function scaffoldLayout(
  app: App,
  { segment, ancestors }: SegmentPath,
  slots: readonly string[],
  like: string,
): CreateFile | undefined {
  const outermost = !ancestors.some(({ files }) => files.layout !== undefined);
  if (outermost && hasLayoutBelow(segment)) return undefined;
  const template = layoutTemplate(slots, outermost);
  return createFromTemplate(app, { segment, like, convention: 'layout' }, template);
}

function hasLayoutBelow({ folders, slots }: Segment): boolean {
  return folders.some(
    (folder) =>
      !slots.includes(folder) && (folder.files.layout !== undefined || hasLayoutBelow(folder)),
  );
}

function layoutTemplate(slots: readonly string[], printsDocument: boolean): FileTemplate {
  const taken = new Set(['children', 'ReactNode', 'Layout']);
  const bindings = slots.map((slot) => {
    const local = variableFor(slot, (name) => taken.has(name));
    taken.add(local);
    return { local, key: keyInAnyQuotes(slot) };
  });
  const elements = bindings.map(({ key, local }) => (key === local ? key : `${key}: ${local}`));
  const keys = bindings.map(({ key }) => key);
  const content = ['children', ...bindings.map(({ local }) => local)].map((name) => `{${name}}`);
  const types = ['}: {', ...['children', ...keys].map((key) => `\t${key}: ReactNode;`)];
  return codeTemplate(
    (typescript) => [
      ...(typescript ? ["import type { ReactNode } from 'react';", ''] : []),
      'export default function Layout({',
      ...['children', ...elements].map((element) => `\t${element},`),
      ...(typescript ? types : []),
      '}) {',
      '\treturn (',
      ...(printsDocument
        ? [
            '\t\t<html lang="en">',
            '\t\t\t<body>',
            ...content.map((node) => `\t\t\t\t${node}`),
            '\t\t\t</body>',
            '\t\t</html>',
          ]
        : ['\t\t<>', ...content.map((node) => `\t\t\t${node}`), '\t\t</>']),
      '\t);',
      '}',
    ],
    { jsx: true },
  );
}

function keyInAnyQuotes(name: string): string {
  return isIdentifier(name) ? name : stringInAnyQuotes(name);
}
