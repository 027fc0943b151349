import { createRequire } from 'node:module';
import { parseArgs } from 'node:util';

/** What is printed instead of serving, on standard error where the command line is wrong. */
export interface Saying {
  readonly text: string;
  readonly exitCode: 0 | 2;
}

const help = `next-slots-language-server: Next.js parallel routes in the editor

Usage: next-slots-language-server --stdio

  --stdio     speak the language server protocol over standard input and output
  --version   print the version
  --help      print this

An editor starts it: see https://github.com/next-slots/next-slots/blob/main/docs/editors.md`;

/**
 * Reads the command line.
 *
 * @returns undefined where it asks to serve.
 */
export function readCommandLine(args: readonly string[]): Saying | undefined {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        stdio: { type: 'boolean' },
        version: { type: 'boolean' },
        help: { type: 'boolean' },
        // Clients built on Microsoft's library add it.
        clientProcessId: { type: 'string' },
      },
    });
    if (values.help) return { text: help, exitCode: 0 };
    if (values.version) return { text: version(), exitCode: 0 };
    return values.stdio ? undefined : { text: help, exitCode: 2 };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { text: `${reason}\n\n${help}`, exitCode: 2 };
  }
}

/** The version of this package. */
export function version(): string {
  const manifest = createRequire(import.meta.url)('../package.json') as {
    readonly version: string;
  };
  return manifest.version;
}
