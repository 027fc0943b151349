import type { App } from '../app.js';
import type { Segment } from '../routes/route-tree.js';
import { holdsInterceptions } from '../routes/walk.js';
import { stringInAnyQuotes } from './property-name.js';
import type { SourceStyle } from '../source/source-style.js';

/** The convention files that next-slots can write. */
export const scaffoldedFiles = ['default', 'loading', 'error'] as const;

/** One of {@link scaffoldedFiles}. */
export type ScaffoldedFile = (typeof scaffoldedFiles)[number];

/** The names a template goes by; anything else is the path of a user's file. */
export const templateNames = ['null', 'not-found', 'mirror'] as const;

/** Whether a template is one of ours, and no path of a user's file. */
export function isTemplateName(template: string): boolean {
  return templateNames.some((name) => name === template);
}

/** A file's text, still open as to style and language. */
export interface FileTemplate {
  /** True where the text holds JSX, so that a plain `.ts` file will not do. */
  readonly jsx: boolean;
  readonly print: (target: { style: SourceStyle; typescript: boolean }) => string;
}

/**
 * The template for a convention file. The named templates speak of `default` files; `loading` and
 * `error` have one each.
 *
 * @returns undefined where the name is a user's file that cannot be read.
 */
export function findTemplate(
  app: App,
  convention: ScaffoldedFile,
  name: string,
  segment: Segment,
): FileTemplate | undefined {
  // What opens over a page shows nothing until it is there: a text in its place would flash.
  if (convention === 'loading') return holdsInterceptions(segment) ? noLoading : loading;
  if (convention === 'error') return error;
  switch (name) {
    case 'null':
      return nothing;
    case 'not-found':
      return notFound;
    case 'mirror':
      return segment.files.page === undefined ? nothing : mirrorOf(segment.files.page);
    default: {
      const text = app.sources.template(name);
      return text === undefined ? undefined : { jsx: false, print: () => text };
    }
  }
}

/** Shows nothing: the right thing for a modal, and never wrong. */
const nothing = componentThatReturns('null', 'Default');

/** Keeps the 404 that Next up to 15 gives without a default. */
const notFound = codeTemplate(() => [
  "import { notFound } from 'next/navigation';",
  '',
  'export default function Default() {',
  '\treturn notFound();',
  '}',
]);

/** Shows on a hard navigation what the slot shows at its owner's own URL. */
function mirrorOf(page: string): FileTemplate {
  const specifier = `./${page.replace(/\.(?:tsx|jsx|ts|js)$/u, '')}`;
  return codeTemplate(() => [`export { default } from ${stringInAnyQuotes(specifier)};`]);
}

const loading = componentThatReturns("'Loading…'", 'Loading');

const noLoading = componentThatReturns('null', 'Loading');

export const emptyPage = componentThatReturns('null', 'Page');

function componentThatReturns(value: string, name: string): FileTemplate {
  return codeTemplate(() => [`export default function ${name}() {`, `\treturn ${value};`, '}']);
}

const error = codeTemplate(
  (typescript) => [
    "'use client';",
    '',
    ...(typescript
      ? [
          'export default function ErrorBoundary({',
          '\terror,',
          '\treset,',
          '}: {',
          '\terror: Error & { digest?: string };',
          '\treset: () => void;',
          '}) {',
        ]
      : ['export default function ErrorBoundary({ error, reset }) {']),
    '\treturn (',
    '\t\t<div role="alert">',
    '\t\t\t<p>{error.message}</p>',
    '\t\t\t<button type="button" onClick={reset}>',
    '\t\t\t\tTry again',
    '\t\t\t</button>',
    '\t\t</div>',
    '\t);',
    '}',
  ],
  { jsx: true },
);

/**
 * Code in any style.
 *
 * @param linesIn - The lines in TypeScript or JavaScript, written with single quotes, semicolons, trailing
 *   commas and tabs.
 */
export function codeTemplate(
  linesIn: (typescript: boolean) => readonly string[],
  { jsx = false } = {},
): FileTemplate {
  return {
    jsx,
    print: ({ style, typescript }) =>
      linesIn(typescript)
        .map((line, index, code) => {
          const indented = line.replace(/^\t+/u, (tabs) => style.indent.repeat(tabs.length));
          const listed = isLastOfList(code, index) ? withComma(indented, style) : indented;
          const quoted = listed.replaceAll("'", style.quote);
          return style.semicolons ? quoted : quoted.replace(/;$/u, '');
        })
        .join(style.lineBreak)
        .concat(style.lineBreak),
  };
}

function isLastOfList(code: readonly string[], index: number): boolean {
  return /^\t*[}\])]/u.test(code[index + 1] ?? '');
}

function withComma(line: string, { trailingCommas }: SourceStyle): string {
  return trailingCommas ? line : line.replace(/,$/u, '');
}
