import { execFile, type ExecFileOptions } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** What a finished process left. */
export interface ProcessResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Takes what is to be done when something is over: `onTestFinished`, `afterAll`. */
export type WhenOver = (cleanUp: () => void | Promise<void>) => void;

/** A Next app in a temporary folder that goes when the test ends. */
export class NextApp {
  readonly root = realpathSync(mkdtempSync(join(tmpdir(), 'next-slots-app-')));

  /**
   * @param files - Contents by path; a component is put where the content is true.
   * @param whenOver - How long it lives; without it, as long as the test.
   */
  constructor(files: Readonly<Record<string, string | true>>, whenOver: WhenOver = onTestFinished) {
    whenOver(() => {
      rmSync(this.root, { recursive: true, force: true });
    });
    for (const [path, content] of Object.entries(files)) this.write(path, content);
  }

  path(...names: string[]): string {
    return join(this.root, ...names);
  }

  write(path: string, content: string | true): void {
    const file = this.path(path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content === true ? component(path) : content);
  }

  /** Makes an empty folder. */
  folder(path: string): void {
    mkdirSync(this.path(path), { recursive: true });
  }

  remove(path: string): void {
    rmSync(this.path(path), { recursive: true });
  }

  read(path: string): string {
    return readFileSync(this.path(path), 'utf8');
  }

  has(path: string): boolean {
    return existsSync(this.path(path));
  }

  /** Every file below a folder, sorted, `/` between folders. */
  list(folder: string): string[] {
    return readdirSync(this.path(folder), { recursive: true, withFileTypes: true })
      .filter((entry) => !entry.isDirectory())
      .map((entry) => join(entry.parentPath, entry.name).slice(this.root.length + 1))
      .map((path) => path.split('\\').join('/'))
      .sort();
  }
}

/** A component that fits any convention file. */
function component(path: string): string {
  return /(?:^|\/)layout\./u.test(path)
    ? 'export default function Layout(props) {\n  return props.children;\n}\n'
    : 'export default function Component() {\n  return null;\n}\n';
}

/** Runs a program to its end, whatever its exit status. */
export function runProcess(
  program: string,
  args: readonly string[],
  options: ExecFileOptions & { readonly input?: string },
): Promise<ProcessResult> {
  return new Promise((resolve) => {
    const child = execFile(
      program,
      [...args],
      { maxBuffer: 64 * 1024 * 1024, ...options, encoding: 'utf8' },
      (error, stdout, stderr) => {
        const code = error ? (typeof error.code === 'number' ? error.code : 1) : 0;
        resolve({ code, stdout, stderr });
      },
    );
    // A program may end without reading its input; its exit status tells how it fared.
    child.stdin?.on('error', () => undefined).end(options.input ?? '');
  });
}
