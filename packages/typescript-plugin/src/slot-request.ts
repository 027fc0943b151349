import { normalize, sep } from 'node:path';
import {
  buildRouteTree,
  isLayoutName,
  type App,
  type AppExtent,
  type CursorRequest,
  type ModuleFacts,
} from '@next-slots/core';
import { findAppOfFile, pathInApp, pathOnDisk, type AppLocation } from '@next-slots/core/node';
import type ts from 'typescript';
import { nextProjectOf, type PluginProject } from './plugin-project.js';
import { readerFor, RequestFolders } from './request-folders.js';
import { factsOf } from './source-facts.js';

/** One request of the editor about one file below an app directory. */
export interface SlotRequest {
  readonly project: PluginProject;
  readonly location: AppLocation;
  /** Relative to the app directory. */
  readonly file: string;
  readonly source: ts.SourceFile;
  /** Read when first asked for. */
  readonly facts: ModuleFacts;
  /** The same file with a cursor in it. */
  at(offset: number): CursorRequest;
  /** The app, read through the host's file system, no folder twice in the time of the request. */
  open(extent: AppExtent): App;
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
  project: PluginProject,
  service: ts.LanguageService,
  fileName: string,
  concerns: (fileName: string, text: string) => boolean = concernsSlots,
): SlotRequest | undefined {
  if (project.options.appDir === undefined && !/[\\/]app[\\/]/u.test(fileName)) return undefined;
  const source = service.getProgram()?.getSourceFile(fileName);
  if (!source || !concerns(fileName, source.text)) return undefined;
  const location = locate(project, fileName);
  return location && createRequest(project, service, location, source);
}

/** The app directory that a file lies in, where it lies in one. */
export function locate(project: PluginProject, fileName: string): AppLocation | undefined {
  return findAppOfFile(
    normalize(fileName),
    normalize(project.host.getCurrentDirectory()),
    project.options,
    project.files,
  );
}

function concernsSlots(fileName: string, text: string): boolean {
  return isLayoutName(fileName) || telling.test(text);
}

function createRequest(
  project: PluginProject,
  service: ts.LanguageService,
  location: AppLocation,
  source: ts.SourceFile,
): SlotRequest {
  const file = pathInApp(location, normalize(source.fileName));
  const folders = new RequestFolders(project.files, toHostPath(location.appDir));
  return {
    project,
    location,
    file,
    source,
    get facts() {
      return factsOf(project.ts, source);
    },
    at: (offset) => ({
      file,
      text: source.text,
      offset,
      get facts() {
        return factsOf(project.ts, source);
      },
    }),
    open(extent) {
      const { pageExtensions, next } = nextProjectOf(project, location);
      return {
        tree: buildRouteTree(readerFor(folders, file, extent), pageExtensions),
        get next() {
          return next();
        },
        settings: project.options,
        sources: readSources(project, service, location),
      };
    },
  };
}

/** Reads files as the editor has them, else as they lie on its disk. */
function readSources(
  project: PluginProject,
  service: ts.LanguageService,
  location: AppLocation,
): App['sources'] {
  const sourceOf = (file: string) =>
    service.getProgram()?.getSourceFile(fileInApp(location, file)) ??
    parse(project, location, file);
  return {
    text: (file) =>
      service.getProgram()?.getSourceFile(fileInApp(location, file))?.text ??
      project.files.readFile(fileInApp(location, file)),
    facts(file) {
      const source = sourceOf(file);
      return source && factsOf(project.ts, source);
    },
    template: (path) => project.files.readFile(toHostPath(normalize(`${location.root}/${path}`))),
  };
}

function parse(
  { ts: typescript, files }: PluginProject,
  location: AppLocation,
  file: string,
): ts.SourceFile | undefined {
  const path = fileInApp(location, file);
  const text = files.readFile(path);
  if (text === undefined) return undefined;
  return typescript.createSourceFile(path, text, typescript.ScriptTarget.Latest, true);
}

/** The path of a file of an app as TypeScript writes it. */
export function fileInApp(location: AppLocation, file: string): string {
  return toHostPath(pathOnDisk(location, file));
}

function toHostPath(path: string): string {
  return path.split(sep).join('/');
}
