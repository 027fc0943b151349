import type { App } from '../app.js';
import type { Segment } from '../routes/route-tree.js';
import type { CreateFile } from './edit.js';
import { createFromTemplate } from './scaffold.js';
import { isIdentifier, stringInAnyQuotes, variableFor } from './property-name.js';
import { codeLines, type FileTemplate } from './templates.js';

/** What a new layout needs to know. */
export interface LayoutRequest {
  /** Where to create the layout. */
  readonly segment: Segment;
  /** The slots that it renders behind `children`, by their names without `@`. */
  readonly slots: readonly string[];
  /** The file whose language and style are followed, relative to the app directory. */
  readonly like: string;
  /** True for the outermost layout, which has to print the document. */
  readonly document: boolean;
}

/**
 * The edit that creates a layout which renders `children` and every slot.
 *
 * @returns undefined in the cases of `scaffold`.
 */
export function scaffoldLayout(app: App, request: LayoutRequest): CreateFile | undefined {
  return createFromTemplate(app, { ...request, convention: 'layout' }, layoutTemplate(request));
}

function layoutTemplate({ slots, document }: LayoutRequest): FileTemplate {
  const taken = new Set(['children', 'ReactNode', 'Layout']);
  const bindings = slots.map((slot) => {
    const local = variableFor(slot, (name) => taken.has(name));
    taken.add(local);
    return { local, key: keyInAnyQuotes(slot) };
  });
  const elements = bindings.map(({ key, local }) => (key === local ? key : `${key}: ${local}`));
  const keys = bindings.map(({ key }) => key);
  const content = ['children', ...bindings.map(({ local }) => local)].map((name) => `{${name}}`);
  return {
    jsx: true,
    print: (target) =>
      codeLines([
        ...(target.typescript ? ["import type { ReactNode } from 'react';", ''] : []),
        'export default function Layout({',
        ...['children', ...elements].map((element) => `\t${element},`),
        ...(target.typescript
          ? ['}: {', ...['children', ...keys].map((key) => `\t${key}: ReactNode;`), '}) {']
          : ['}) {']),
        '\treturn (',
        ...(document
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
      ]).print(target),
  };
}

function keyInAnyQuotes(name: string): string {
  return isIdentifier(name) ? name : stringInAnyQuotes(name);
}
