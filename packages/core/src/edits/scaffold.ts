import type { App } from '../app.js';
import type { ConventionFile } from '../routes/convention-files.js';
import { once } from '../once.js';
import type { Segment } from '../routes/route-tree.js';
import { findSegment, joinPath } from '../routes/walk.js';
import type { CreateFile } from './edit.js';
import { detectStyle, defaultStyle } from '../source/source-style.js';
import { emptyPage, findTemplate, type FileTemplate, type ScaffoldedFile } from './templates.js';

/** What a scaffold needs to know. */
export interface ScaffoldRequest {
  /** Where to create the file. */
  readonly segment: Segment;
  readonly convention: ScaffoldedFile;
  /** The file whose language and style are followed, relative to the app directory. */
  readonly like: string;
  /** `null`, `not-found`, `mirror`, or the path of a user's file. */
  readonly template: string;
}

/**
 * The edit that creates a convention file.
 *
 * @returns undefined where the app's page extensions name no script language, where something that is
 *   no file already has the name, or where the user's template cannot be read.
 */
export function scaffold(app: App, request: ScaffoldRequest): CreateFile | undefined {
  const source = findTemplate(app, request.convention, request.template, request.segment);
  return source && createFromTemplate(app, request, source);
}

/**
 * The edit that creates a page which shows nothing: what empties a slot at the page's URLs.
 *
 * @param path - The page's folder, relative to the app directory; one that is not there yet is made with it.
 * @param like - The file whose language and style are followed, relative to the app directory.
 * @returns undefined in the cases of `scaffold`.
 */
export function scaffoldEmptyPage(app: App, path: string, like: string): CreateFile | undefined {
  const segment = findSegment(app.tree, path)?.segment ?? { path, blocked: [] };
  return createFromTemplate(app, { segment, convention: 'page', like }, emptyPage);
}

/** The edit that creates a convention file with the text of a template. */
export function createFromTemplate(
  app: App,
  target: {
    readonly segment: Pick<Segment, 'path' | 'blocked'>;
    readonly convention: ConventionFile;
    readonly like: string;
  },
  source: FileTemplate,
): CreateFile | undefined {
  const { segment, convention, like } = target;
  const extension = scaffoldExtension(like, app.tree.pageExtensions, source.jsx);
  if (extension === undefined) return undefined;
  const name = `${convention}.${extension}`;
  if (segment.blocked.some((blocked) => blocked.name === name)) return undefined;
  const typescript = extension.endsWith('ts') || extension.endsWith('tsx');
  const text = once(() => {
    const model = app.sources.text(like);
    return source.print({
      style: model === undefined ? defaultStyle : detectStyle(model),
      typescript,
    });
  });
  return {
    kind: 'createFile',
    file: joinPath(segment.path, name),
    // A linter that only reports never asks for it.
    get text() {
      return text();
    },
  };
}

const scriptExtension = /(?:^|\.)(?<language>tsx|jsx|ts|js)$/u;

/** The language of a file like the given one, as `pageExtensions` writes it. */
function scaffoldExtension(
  like: string,
  pageExtensions: readonly string[],
  jsx: boolean,
): string | undefined {
  const fits = (extension: string) => {
    const language = scriptExtension.exec(extension)?.groups?.['language'];
    return language !== undefined && !(jsx && language === 'ts');
  };
  const own = like.slice(like.lastIndexOf('/') + 1).replace(/^[^.]*\./u, '');
  if (fits(own) && pageExtensions.includes(own)) return own;
  const sameFamily = pageExtensions.find(
    (extension) => fits(extension) && isTypeScript(extension) === isTypeScript(own),
  );
  return sameFamily ?? pageExtensions.find(fits);
}

function isTypeScript(extension: string): boolean {
  return /(?:^|\.)tsx?$/u.test(extension);
}
