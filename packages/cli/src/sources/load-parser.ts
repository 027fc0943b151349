import { createRequire } from 'node:module';
import { UsageError } from '../command-line/usage-error.js';

type Parser = typeof import('oxc-parser');

/** Kept, since asking for it again takes as long as parsing a small file. */
let loaded: Parser | undefined;

/**
 * Loads the parser ahead under Yarn's Plug'n'Play, where what a module imports that was loaded by
 * `require` is not found in Yarn's archives, up to Node 22. Elsewhere it waits until a text is parsed.
 */
export async function loadParserAhead(): Promise<void> {
  if (process.versions['pnp'] === undefined) return;
  try {
    loaded = await import('oxc-parser');
  } catch {
    // Told when it is needed.
  }
}

/**
 * Loads the parser.
 *
 * @throws UsageError where its native part is not installed, or does not run on this system.
 */
export function loadParser(): Parser {
  try {
    return (loaded ??= createRequire(import.meta.url)('oxc-parser') as Parser);
  } catch (error) {
    throw new UsageError(
      `The parser of next-slots, oxc-parser, cannot be loaded: ${reasonOf(error)}`,
    );
  }
}

/**
 * oxc-parser tries several native parts, the one for this system among them, and tells of each failure
 * in a chain of causes.
 */
function reasonOf(error: unknown): string {
  const attempts = causesOf(error);
  const broken = attempts.slice(1).find((message) => !message.startsWith('Cannot find module'));
  if (broken !== undefined) return broken;
  const missing = attempts
    .map((message) => /@oxc-parser\/binding-(?!wasm)[a-z\d-]+/u.exec(message)?.[0])
    .find((name) => name !== undefined);
  if (missing === undefined) return attempts[0] ?? String(error);
  return (
    `${missing} is not installed.\n` +
    'It is an optional dependency, one for each system and processor. ' +
    'Install it on this system, without --omit=optional or --no-optional.'
  );
}

/** The first line of an error's message, then of what caused it, and so on. */
function causesOf(error: unknown): readonly string[] {
  const messages: string[] = [];
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    messages.push(cause.message.split('\n', 1)[0] ?? '');
  }
  return messages;
}
