/** What a project's own linter says of our rules. */
export type Proof =
  | { readonly ok: true; readonly rules: number }
  | { readonly ok: false; readonly problem: string };

/** The first line of an error: what follows is for whoever wrote the program that failed. */
export function reasonOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
}
