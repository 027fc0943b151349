import * as v from 'valibot';
import type { App } from '../../app.js';
import type { Edit } from '../../edits/edit.js';
import type { TextRange } from '../../source/text-range.js';
import { conventionFiles, type ConventionFile } from '../../routes/convention-files.js';
import type { Segment, SegmentPath } from '../../routes/route-tree.js';
import type { Impact, Suggestion } from './finding.js';

/** The level of a check; `off` leaves it out. */
export type Severity = 'error' | 'warning';

/** The named sets of checks that every integration offers. */
export type PresetName = 'recommended' | 'strict';

/** What a check is given for one segment. */
export interface CheckContext<Options> extends SegmentPath {
  readonly app: App;
  readonly options: Options;
  /**
   * Whether findings in a file are asked for. A check asks before it does work for one, since an integration
   * that lints file by file would otherwise pay for all ancestors of each of them.
   *
   * @param file - The anchor, relative to the app directory.
   */
  readonly isTarget: (file: string) => boolean;
  /** The module to look at, for a check whose anchors are `modules`. It lies at the segment. */
  readonly module?: string | undefined;
}

/** What a check yields; the runner makes a Finding of it. */
export interface Problem<MessageId extends string> {
  readonly messageId: MessageId;
  readonly data?: Readonly<Record<string, string>>;
  readonly impact: Impact;
  /** For what is no error in a preset, whatever level the check has there. */
  readonly severity?: 'warning' | undefined;
  /** The anchor, relative to the app directory. */
  readonly file: string;
  /** In the anchor's text; without it, the anchor's first line stands for the file. */
  readonly range?: TextRange | undefined;
  readonly slot?: string;
  /** The owner of {@link slot}, where it is not the segment that the check was run for. */
  readonly owner?: Segment | undefined;
  readonly urls?: readonly string[];
  /**
   * A name for what the problem comes from, where other problems may come from the same: those with an
   * equal name are shown as one finding by whoever reports about a whole app.
   */
  readonly cause?: string | undefined;
  /** The causes of problems that this one is an effect of, and goes away with. */
  readonly causedBy?: readonly string[];
  /** What the same cause breaks in other files; called when an integration asks. */
  readonly related?: (() => readonly RelatedProblem[]) | undefined;
  readonly edits?: readonly Edit[];
  readonly suggestions?: readonly Suggestion[];
}

/** A file that suffers from the cause of a problem, and the URL at which it does. */
export interface RelatedProblem {
  /** Relative to the app directory. */
  readonly file: string;
  readonly url: string | null;
}

/** What a preset says of a check: left out, or its level and options. */
export type PresetEntry<Options> =
  | Severity
  | { readonly severity: Severity; readonly options: Partial<Options> };

/** The words of a finding, with `{{placeholders}}` for its data. */
export interface MessageTemplate {
  /** What is wrong and what it causes: one or two sentences. */
  readonly message: string;
  /** What to do: one imperative sentence. Empty where the message leaves nothing to add. */
  readonly help: string;
}

/** What a check is written as: all its metadata, and `run`. */
export interface CheckDefinition<
  Name extends string,
  MessageId extends string,
  Schema extends OptionsSchema,
> {
  /** Also the name of the ESLint rule, the test, the page and the fixture folder. */
  readonly name: Name;
  /** One line, as the rule table prints it. */
  readonly description: string;
  readonly presets: Readonly<Partial<Record<PresetName, PresetEntry<v.InferOutput<Schema>>>>>;
  readonly messages: Readonly<Record<MessageId, MessageTemplate>>;
  /** Left out, it has none. */
  readonly options?: Schema;
  /** True where some problem carries edits; true for suggestions likewise. Left out, none does. */
  readonly fixable?: boolean;
  readonly hasSuggestions?: boolean;
  /**
   * Which linted files can be the anchor of a finding: convention files of these names, or any module
   * below the app directory. Left out, every convention file.
   */
  readonly anchors?: readonly ConventionFile[] | 'modules';
  /**
   * Yields what is wrong at one segment, most checks for the slots it owns. A check whose anchors are
   * `modules` yields what is wrong in {@link CheckContext.module}.
   */
  run(context: CheckContext<v.InferOutput<Schema>>): Iterable<Problem<MessageId>>;
}

/** One check, with nothing left out. */
export type Check<
  Name extends string = string,
  MessageId extends string = string,
  Schema extends OptionsSchema = OptionsSchema,
> = Required<CheckDefinition<Name, MessageId, Schema>>;

/** Options are one object, each with a default. */
export type OptionsSchema = v.GenericSchema<unknown, object>;

const noOptions = v.strictObject({});

/** Defines a check, with its names and options inferred. */
export function defineCheck<
  const Name extends string,
  MessageId extends string,
  Schema extends OptionsSchema = typeof noOptions,
>(definition: CheckDefinition<Name, MessageId, Schema>): Check<Name, MessageId, Schema> {
  return {
    options: noOptions as OptionsSchema as Schema,
    fixable: false,
    hasSuggestions: false,
    anchors: conventionFiles,
    ...definition,
  };
}
