import type { Impact } from './rules/engine/finding.js';
import type { Bundler } from './settings.js';
import type { newSlotFiles } from './edits/new-slot.js';

/**
 * What our editor extension asks of our language server beyond the protocol. Here stand the words that
 * both share, since they do not know each other.
 */
export const editorRequests = {
  /** No parameters, gives {@link AppOverview}[]. From then on the server sends {@link changedNotification}. */
  overview: 'next-slots/overview',
  /** {@link AppParams} gives the app as the explorer shows it, or null. */
  explorer: 'next-slots/explorer',
  /** {@link ExplorerFindingsParams} gives what the checks find with another Next.js version. */
  explorerFindings: 'next-slots/explorerFindings',
  /** {@link ExplainParams} gives {@link ExplainAnswer}. */
  explain: 'next-slots/explain',
  /** {@link AppParams} gives a `WorkspaceEdit`, or null where no file is missing. */
  missingFiles: 'next-slots/missingFiles',
  /** {@link NewSlotParams} gives {@link NewSlotAnswer}. */
  newSlot: 'next-slots/newSlot',
} as const;

/** Sent without parameters when an overview may have become another one. */
export const changedNotification = 'next-slots/changed';

/** Names an app. */
export interface AppParams {
  /** The URI of its app directory. */
  readonly app: string;
}

/** Asks what the checks find in an app where another Next.js version builds it. */
export interface ExplorerFindingsParams extends AppParams {
  /** A full version: `16.4.6`. */
  readonly next: string;
  readonly bundler: Bundler;
}

/** One app of the workspace. */
export interface AppOverview extends AppParams {
  /** The app directory relative to the folder that the editor has open, `/` between folders. */
  readonly name: string;
  /** Which Next builds it: `16.4.6`. */
  readonly next: string;
  /** Its URLs as Next prints them, sorted. */
  readonly urls: readonly string[];
  readonly problems: readonly SlotProblem[];
}

/** One finding, as far as it can be seen from outside the file that it is reported in. */
export interface SlotProblem {
  readonly check: string;
  readonly message: string;
  readonly severity: 'error' | 'warning';
  readonly impact: Impact;
  /** The URI of the slot's folder; null where the finding is not about a named slot. */
  readonly folder: string | null;
}

/** Asks what every slot shows at a URL. */
export interface ExplainParams extends AppParams {
  readonly url: string;
  /** The URLs visited before, the first by a fresh load. */
  readonly from: readonly string[];
}

/** An explanation as Markdown, or the nearest URLs where the app does not have the one asked for. */
export type ExplainAnswer =
  | { readonly markdown: string }
  | { readonly unknown: string; readonly nearest: readonly string[] };

/** Asks for a slot. */
export interface NewSlotParams {
  /** The URI of the folder whose layout receives it, in an app directory. */
  readonly folder: string;
  /** Without `@`. */
  readonly name: string;
  readonly files: readonly (typeof newSlotFiles)[number][];
  /** What its default holds; without it, as the settings say. */
  readonly template?: string;
}

/** The edit that makes a slot, or why there cannot be one of that name. */
export type NewSlotAnswer<WorkspaceEdit> =
  | { readonly edit: WorkspaceEdit }
  | { readonly problem: string };
