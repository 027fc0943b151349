import { CodeActionKind } from 'vscode-languageserver/node';

/** The kind of actions that fix all they can at once. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.next-slots`;

/** Whether a client that asks only for some kinds wants this one: `source` includes `source.fixAll`. */
export function isWanted(
  kind: CodeActionKind,
  only: readonly CodeActionKind[] | undefined,
): boolean {
  return !only || only.some((wanted) => kind === wanted || kind.startsWith(`${wanted}.`));
}
