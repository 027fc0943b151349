import { groupBy, type AppOverview, type SlotProblem } from '@next-slots/core';
import {
  EventEmitter,
  FileDecoration,
  ThemeColor,
  Uri,
  type Disposable,
  type FileDecorationProvider,
} from 'vscode';
import type { Overviews } from './overviews.js';

/** Puts a badge on every slot folder that something is wrong with. */
export class SlotDecorations implements FileDecorationProvider, Disposable {
  readonly #changed = new EventEmitter<Uri[]>();
  readonly #subscription: Disposable;
  #byFolder: ReadonlyMap<string, readonly SlotProblem[]> = new Map();

  readonly onDidChangeFileDecorations = this.#changed.event;

  constructor(overviews: Pick<Overviews, 'apps' | 'onDidChange'>) {
    this.#take(overviews.apps);
    this.#subscription = overviews.onDidChange((apps) => {
      this.#take(apps);
    });
  }

  provideFileDecoration(uri: Uri): FileDecoration | undefined {
    const problems = this.#byFolder.get(uri.toString());
    if (!problems) return undefined;
    const isError = problems.some(({ severity }) => severity === 'error');
    const decoration = new FileDecoration(
      problems.length > 9 ? '9+' : String(problems.length),
      problems.map(({ message }) => message).join('\n\n'),
      new ThemeColor(isError ? 'list.errorForeground' : 'list.warningForeground'),
    );
    decoration.propagate = true;
    return decoration;
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#changed.dispose();
  }

  #take(apps: readonly AppOverview[]): void {
    const before = this.#byFolder;
    this.#byFolder = problemsByFolder(apps);
    const folders = new Set([...before.keys(), ...this.#byFolder.keys()]);
    if (folders.size > 0) this.#changed.fire([...folders].map((folder) => Uri.parse(folder)));
  }
}

/** Problems by the URI of their slot's folder, written as VS Code writes it. */
function problemsByFolder(
  apps: readonly AppOverview[],
): ReadonlyMap<string, readonly SlotProblem[]> {
  const ofFolders = apps
    .flatMap(({ problems }) => problems)
    .filter(({ folder }) => folder !== null);
  return groupBy(ofFolders, ({ folder }) => Uri.parse(folder ?? '').toString());
}
