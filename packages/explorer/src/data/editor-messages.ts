import type { ExplorerApp, TargetFindings } from './explorer-app.js';

/** What the VS Code panel tells the page. */
export type FromEditor =
  | { readonly kind: 'apps'; readonly apps: readonly ExplorerApp[] }
  | {
      readonly kind: 'findings';
      /** The number of the request that this answers. */
      readonly id: number;
      /** Null where they could not be found out. */
      readonly findings: TargetFindings | null;
    }
  /** The file that the user looks at, relative to the app directory. */
  | { readonly kind: 'file'; readonly file: string };

/** What the page tells the VS Code panel. */
export type ToEditor =
  | { readonly kind: 'ready' }
  | { readonly kind: 'open'; readonly file: string; readonly line: number }
  | {
      readonly kind: 'findings';
      readonly id: number;
      readonly next: string;
      readonly bundler: string;
    };
