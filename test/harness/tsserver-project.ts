import { createRequire } from 'node:module';
import ts from 'typescript';
import { inject } from 'vitest';
import type { NextApp } from './next-app.js';
import { ours } from './tsserver-app.js';

type Factory = ts.server.PluginModuleFactory;

/** A look at the file system. */
export interface HostCall {
  readonly method: 'getDirectories' | 'readDirectory';
  /** Relative to the app's root. */
  readonly path: string;
}

/**
 * What tsserver is made of, in this very process: its project service with the packed plugin, over a
 * file system that is counted and can be broken.
 */
export class TsserverProject {
  readonly calls: HostCall[] = [];
  readonly #app: NextApp;
  readonly #log: string[] = [];
  readonly #projects: ts.server.ProjectService;
  /** Throws where the file system shall fail. */
  fail: (method: string, path: string) => void = () => undefined;

  /** @param plugins - Further plugins by the names that `tsconfig.json` lists. */
  constructor(app: NextApp, plugins: Readonly<Record<string, Factory>> = {}) {
    this.#app = app;
    this.#projects = new ts.server.ProjectService({
      host: this.#createHost({ [ours]: packedPlugin(), ...plugins }),
      logger: this.#createLogger(),
      cancellationToken: { isCancellationRequested: () => false },
      useSingleInferredProject: false,
      useInferredProjectPerProjectRoot: false,
      typingsInstaller: ts.server.nullTypingsInstaller,
      allowLocalPluginLoads: true,
      session: undefined,
    });
  }

  /** Opens a file, or gives it another text, and hands out its language service. */
  open(
    path: string,
    text: string,
  ): { readonly file: string; readonly service: ts.LanguageService } {
    const file = this.#app.path(path);
    if (this.#projects.getScriptInfo(file)?.isScriptOpen() === true) {
      this.#projects.closeClientFile(file);
    }
    this.#projects.openClientFile(file, text);
    return { file, service: this.project(path).getLanguageService() };
  }

  /** The project of an open file. */
  project(path: string): ts.server.Project {
    const file = ts.server.toNormalizedPath(this.#app.path(path));
    const project = this.#projects.getDefaultProjectForFile(file, true);
    if (!project) throw new Error(`${path} belongs to no project.`);
    return project;
  }

  /** What an editor does with the options of a plugin. */
  configure(options: object): void {
    this.#projects.configurePlugin({ pluginName: ours, configuration: options });
  }

  /** Loads every `tsconfig.json` again, as after a change of it. */
  reload(): void {
    this.#projects.reloadProjects();
  }

  /** The lines that our plugin logged. */
  ownLog(): string[] {
    return this.#log.flatMap((line) => /^\[next-slots\] (.*)$/su.exec(line)?.[1] ?? []);
  }

  #createHost(plugins: Readonly<Record<string, Factory>>): ts.server.ServerHost {
    const look = (method: string, path: string) => {
      const relative = path.startsWith(this.#app.root)
        ? path.slice(this.#app.root.length + 1)
        : path;
      this.fail(method, relative);
      if (method === 'getDirectories' || method === 'readDirectory') {
        this.calls.push({ method, path: relative });
      }
    };
    const watcher: ts.FileWatcher = { close: () => undefined };
    return {
      ...ts.sys,
      getDirectories: (path) => {
        look('getDirectories', path);
        return ts.sys.getDirectories(path);
      },
      readDirectory: (path, ...how) => {
        look('readDirectory', path);
        return ts.sys.readDirectory(path, ...how);
      },
      fileExists: (path) => {
        look('fileExists', path);
        return ts.sys.fileExists(path);
      },
      watchFile: () => watcher,
      watchDirectory: () => watcher,
      setTimeout,
      clearTimeout,
      setImmediate,
      clearImmediate,
      require: (_, name) => {
        const module = plugins[name];
        return module
          ? { module, error: undefined }
          : { module: undefined, error: { message: name } };
      },
    };
  }

  #createLogger(): ts.server.Logger {
    return {
      close: () => undefined,
      hasLevel: () => true,
      loggingEnabled: () => true,
      perftrc: () => undefined,
      info: (line) => this.#log.push(line),
      startGroup: () => undefined,
      endGroup: () => undefined,
      msg: (line) => this.#log.push(line),
      getLogFileName: () => undefined,
    };
  }
}

function packedPlugin(): Factory {
  const require = createRequire(`${inject('packed')}/`);
  return require(`./${ours}/dist/index.cjs`) as Factory;
}
