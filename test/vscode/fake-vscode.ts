/**
 * Stands for the module `vscode`, which is there inside of VS Code only: as much of it as our modules
 * use, with the same words. `editor` is what a test changes.
 */

type Listener<T> = (event: T) => unknown;

export class EventEmitter<T> {
  readonly #listeners = new Set<Listener<T>>();
  readonly event = (listener: Listener<T>): Disposable => {
    this.#listeners.add(listener);
    return new Disposable(() => this.#listeners.delete(listener));
  };

  fire(event: T): void {
    for (const listener of this.#listeners) listener(event);
  }

  dispose(): void {
    this.#listeners.clear();
  }
}

export class Disposable {
  readonly #dispose: () => unknown;

  constructor(dispose: () => unknown) {
    this.#dispose = dispose;
  }

  static from(...all: readonly { dispose(): unknown }[]): Disposable {
    return new Disposable(() => {
      for (const each of all) each.dispose();
    });
  }

  dispose(): void {
    this.#dispose();
  }
}

export class Uri {
  readonly scheme: string;
  readonly path: string;

  private constructor(scheme: string, path: string) {
    this.scheme = scheme;
    this.path = path;
  }

  static parse(text: string): Uri {
    const { scheme = '', path = '' } =
      /^(?<scheme>[^:]+):\/\/(?<path>.*)$/u.exec(text)?.groups ?? {};
    return new Uri(scheme, decodeURIComponent(path));
  }

  static file(path: string): Uri {
    return new Uri('file', path);
  }

  /** VS Code escapes what other writers of URIs leave as it is: `%40team` for `@team`. */
  toString(): string {
    return `${this.scheme}://${this.path.split('/').map(encodeURIComponent).join('/')}`;
  }
}

export class Range {
  readonly numbers: readonly number[];

  constructor(...numbers: readonly number[]) {
    this.numbers = numbers;
  }
}

export class ThemeColor {
  readonly id: string;

  constructor(id: string) {
    this.id = id;
  }
}

export class FileDecoration {
  propagate?: boolean;
  readonly badge: string;
  readonly tooltip: string;
  readonly color: ThemeColor;

  constructor(badge: string, tooltip: string, color: ThemeColor) {
    this.badge = badge;
    this.tooltip = tooltip;
    this.color = color;
  }
}

/** Takes note of its steps. */
export class WorkspaceEdit {
  readonly steps: unknown[] = [];

  createFile(uri: Uri, options: { contents: Uint8Array }): void {
    const text = new TextDecoder().decode(options.contents);
    this.steps.push({ create: uri.path, ...options, contents: text });
  }

  renameFile(from: Uri, to: Uri, options: object): void {
    this.steps.push({ rename: from.path, to: to.path, ...options });
  }

  replace(uri: Uri, range: Range, text: string): void {
    this.steps.push({ replace: uri.path, range: range.numbers, text });
  }
}

export const StatusBarAlignment = { Left: 1, Right: 2 } as const;

export class RelativePattern {
  readonly base: { readonly uri: Uri };
  readonly pattern: string;

  constructor(base: { readonly uri: Uri }, pattern: string) {
    this.base = base;
    this.pattern = pattern;
  }
}

class StatusBarItem {
  text = '';
  tooltip = '';
  isShown = false;

  show(): void {
    this.isShown = true;
  }

  hide(): void {
    this.isShown = false;
  }

  dispose(): void {
    this.isShown = false;
  }
}

/** The editor as a test wants it. */
class Editor {
  /** By full name: `nextSlots.preset`. */
  readonly settings = new Map<string, unknown>();
  readonly extensions = new Map<string, object>();
  /** Texts of files by path. */
  readonly files = new Map<string, string>();
  readonly statusBar: StatusBarItem[] = [];
  readonly configurationChanged = new EventEmitter<{
    affectsConfiguration(name: string): boolean;
  }>();
  readonly extensionsChanged = new EventEmitter<undefined>();
  readonly fileChanged = new EventEmitter<Uri>();

  /** Forgets everything, the listeners too. */
  reset(): void {
    this.settings.clear();
    this.extensions.clear();
    this.files.clear();
    this.statusBar.length = 0;
    this.configurationChanged.dispose();
    this.extensionsChanged.dispose();
    this.fileChanged.dispose();
  }

  set(name: string, value: unknown): void {
    this.settings.set(name, value);
    const affectsConfiguration = (asked: string) => name === asked || name.startsWith(`${asked}.`);
    this.configurationChanged.fire({ affectsConfiguration });
  }

  install(...ids: readonly string[]): void {
    for (const id of ids) this.extensions.set(id, {});
    this.extensionsChanged.fire(undefined);
  }

  uninstall(id: string): void {
    this.extensions.delete(id);
    this.extensionsChanged.fire(undefined);
  }

  write(path: string, text: string): void {
    this.files.set(path, text);
    this.fileChanged.fire(Uri.file(path));
  }
}

export const editor = new Editor();

export const extensions = {
  getExtension: (id: string) => editor.extensions.get(id),
  onDidChange: editor.extensionsChanged.event,
};

const folder = { uri: Uri.file('/project'), name: 'work', index: 0 };

export const workspace = {
  workspaceFolders: [folder],
  getWorkspaceFolder: ({ path }: Uri) => (path.startsWith('/project') ? folder : undefined),
  getConfiguration: (section?: string) => {
    const full = (name: string) => (section === undefined ? name : `${section}.${name}`);
    return {
      get: (name: string, otherwise?: unknown) => editor.settings.get(full(name)) ?? otherwise,
      inspect: (name: string) => ({ globalValue: editor.settings.get(full(name)) }),
    };
  },
  onDidChangeConfiguration: editor.configurationChanged.event,
  /** Knows the few patterns that we use by the names they end in. */
  findFiles: (pattern: string | RelativePattern, _exclude: string, limit = Infinity) => {
    const text = typeof pattern === 'string' ? pattern : pattern.pattern;
    const fits = (path: string) =>
      (text.includes('package.json') && path.endsWith('/package.json')) ||
      (text.includes('eslint.config') && /\/(?:eslint\.config\.|\.eslintrc)/u.test(path)) ||
      (text.includes('next.config') && path.includes('/next.config.')) ||
      (text.includes('/@*/') && /\/app\/(?:.*\/)?@/u.test(path));
    return Promise.resolve(
      [...editor.files.keys()]
        .filter(fits)
        .slice(0, limit)
        .map((path) => Uri.file(path)),
    );
  },
  fs: {
    readFile: ({ path }: Uri) => {
      const text = editor.files.get(path);
      return text === undefined
        ? Promise.reject(new Error(`There is no ${path}.`))
        : Promise.resolve(new TextEncoder().encode(text));
    },
  },
  createFileSystemWatcher: () => ({
    onDidCreate: editor.fileChanged.event,
    onDidChange: editor.fileChanged.event,
    onDidDelete: editor.fileChanged.event,
    dispose: () => undefined,
  }),
};

export const window = {
  createStatusBarItem: () => {
    const item = new StatusBarItem();
    editor.statusBar.push(item);
    return item;
  },
};
