import { normalize, sep } from 'node:path';
import {
  buildRouteTree,
  isLayoutName,
  readCommentsFromTypeScript,
  readSources,
  withinStack,
  type App,
  type AppExtent,
  type CursorRequest,
} from '@next-slots/core';
import {
  nextTargetOf,
  pageExtensionsOf,
  pathInApp,
  pathOnDisk,
  readTemplate,
  type AppLocation,
} from '@next-slots/core/node';
import type ts from 'typescript';
import { appOfFile } from './app-of-file.js';
import type { AppOfFile, PluginProject, ServiceContext } from './plugin-project.js';
import { readerFor, RequestFolders } from './request-folders.js';
import { factsOf } from './source-facts.js';

/** One request of the editor about one file below an app directory. */
export interface SlotRequest {
  readonly project: PluginProject;
  readonly location: AppLocation;
  /** Relative to the app directory. */
  readonly file: string;
  readonly source: ts.SourceFile;
  /** Another file of the app, as the editor has it, else as it lies on its disk. */
  sourceOf(file: string): ts.SourceFile | undefined;
  /** The same file with a cursor in it. */
  at(offset: number): CursorRequest;
  /** The app, read through the host's file system, no folder twice in the time of the request. */
  readonly open: (extent: AppExtent) => App;
}

/** Words without which a file that is no layout has nothing to do with slots. */
const telling = /useSelectedLayoutSegment|LayoutProps\s*</u;

/**
 * Takes up a request.
 *
 * @returns undefined for a file that has nothing to do with slots, by its name and text, or that lies
 *   outside every app directory. No folder is read for that.
 */
export function takeUp(
  context: ServiceContext,
  fileName: string,
  concerns: Concerns = concernsSlots,
): SlotRequest | undefined {
  const source = concernedSource(context, fileName, concerns);
  return source && requestIn(context, source);
}

/** Whether a file may have to do with slots, by its name and text. */
type Concerns = (fileName: string, text: string) => boolean;

/** A file that may have to do with slots, by its name and text. */
export function concernedSource(
  { project, service }: ServiceContext,
  fileName: string,
  concerns: Concerns = concernsSlots,
): ts.SourceFile | undefined {
  if (project.options.appDir === undefined && !/[\\/]app[\\/]/u.test(fileName)) return undefined;
  const source = service.getProgram()?.getSourceFile(fileName);
  return source && concerns(fileName, source.text) ? source : undefined;
}

/** A request about a file, where it lies in an app directory. */
export function requestIn(context: ServiceContext, source: ts.SourceFile): SlotRequest | undefined {
  const app = appOfFile(context.project, source.fileName);
  return app && createRequest(context, app, source);
}

function concernsSlots(fileName: string, text: string): boolean {
  return isLayoutName(fileName) || telling.test(text);
}

function createRequest(
  context: ServiceContext,
  { location, next }: AppOfFile,
  source: ts.SourceFile,
): SlotRequest {
  const { project, service } = context;
  const file = pathInApp(location, normalize(source.fileName));
  const folders = new RequestFolders(project.files, toHostPath(location.appDir));
  const sourceOf = (other: string): ts.SourceFile | undefined => {
    const path = fileInApp(location, other);
    const open = service.getProgram()?.getSourceFile(path);
    const text = open ? undefined : project.files.readFile(path);
    return text === undefined ? open : parse(project, path, text);
  };
  return {
    project,
    location,
    file,
    source,
    sourceOf,
    at: (offset) => ({
      file,
      text: source.text,
      offset,
      get facts() {
        return factsOf(project, source);
      },
    }),
    open: (extent) => {
      const { options } = project;
      const reader = readerFor(folders, file, extent);
      return {
        tree: buildRouteTree(reader, pageExtensionsOf(options, next)),
        get next() {
          return nextTargetOf(options, next);
        },
        settings: options,
        sources: sourcesOf(context, location),
      };
    },
  };
}

/** Reads files as the editor has them, else as they lie on its disk. */
function sourcesOf({ project, service }: ServiceContext, location: AppLocation): App['sources'] {
  const openOf = (file: string) => service.getProgram()?.getSourceFile(fileInApp(location, file));
  return readSources({
    text: (file) => openOf(file)?.text ?? project.files.readFile(fileInApp(location, file)),
    held(file) {
      const source = openOf(file);
      return source && factsOf(project, source);
    },
    comments(file, text) {
      const parsed = () => parse(project, fileInApp(location, file), text);
      const source = openOf(file) ?? withinStack(parsed);
      return source ? readCommentsFromTypeScript(project.ts, source) : [];
    },
    parse: (file, text) =>
      withinStack(() => factsOf(project, parse(project, fileInApp(location, file), text))),
    template: (path) =>
      readTemplate(location, path, (file) => project.files.readFile(toHostPath(file))),
  });
}

function parse({ ts: typescript }: PluginProject, path: string, text: string): ts.SourceFile {
  return typescript.createSourceFile(path, text, typescript.ScriptTarget.Latest, true);
}

/** The path of a file of an app as TypeScript writes it. */
export function fileInApp(location: AppLocation, file: string): string {
  return toHostPath(pathOnDisk(location, file));
}

function toHostPath(path: string): string {
  return path.split(sep).join('/');
}
