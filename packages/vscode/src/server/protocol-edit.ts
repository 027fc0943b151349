/** An edit as the language server protocol writes it, as far as our server uses them. */
export interface ProtocolEdit {
  readonly documentChanges?: readonly ProtocolChange[];
}

/** One step of an edit. */
export type ProtocolChange =
  | { readonly kind: 'create'; readonly uri: string }
  | { readonly kind: 'rename'; readonly oldUri: string; readonly newUri: string }
  | {
      readonly kind?: undefined;
      readonly textDocument: { readonly uri: string };
      readonly edits: readonly ProtocolTextEdit[];
    };

/** A piece of text put in the place of another. Lines and characters count from 0. */
export interface ProtocolTextEdit {
  readonly range: {
    readonly start: { readonly line: number; readonly character: number };
    readonly end: { readonly line: number; readonly character: number };
  };
  readonly newText: string;
}
