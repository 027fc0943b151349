/** What a project's own linter says of our rules. */
export type Proof =
  | { readonly ok: true; readonly rules: number }
  | { readonly ok: false; readonly problem: string };
