import { printable } from '@next-slots/core';

/**
 * Prints on standard output. Everything that the command line prints goes through here or
 * {@link printError}, but for the workflow commands that `--format github` means.
 */
export function print(text: string): void {
  process.stdout.write(withoutCommands(text));
}

/** Prints on standard error. */
export function printError(text: string): void {
  process.stderr.write(withoutCommands(text));
}

/** A value as JSON whose strings do nothing in a terminal: what cannot be seen is written as an escape. */
export function printedJson(value: unknown): string {
  const json = JSON.stringify(value, undefined, 2).replaceAll(unseen, (character) =>
    character
      .split('')
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .join(''),
  );
  return `${json}\n`;
}

/** What JSON leaves as it is: control characters beyond ASCII, marks that turn the direction of text. */
const unseen = /[\u007F-\u009F\u2028\u2029\p{Cf}]/gu;

/** A message of several lines, without characters that would move the cursor or colour what follows. */
export function printableLines(message: string): string {
  return message.split('\n').map(printable).join('\n');
}

/**
 * GitHub Actions carries out what begins a line with `::`, or has `##[` anywhere in it, and a project
 * can call its folders so. What stands for them instead says the same to a reader of JSON.
 * https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
 */
function withoutCommands(text: string): string {
  if (process.env['GITHUB_ACTIONS'] === undefined) return text;
  return text.replaceAll(/(?<=^\s*):(?=:)/gmu, '\\u003a').replaceAll('##[', '#\\u0023[');
}
