import {
  docsUrl,
  fullMessage,
  mayReportIn,
  parse,
  remembered,
  runCheckOnFile,
  type Check,
  type Finding,
  type Parsed,
  type SuggestedEdit,
} from '@next-slots/core';
import type { TSESLint } from '@typescript-eslint/utils';
import { RuleCreator } from '@typescript-eslint/utils/eslint-utils';
import type { JSONSchema4 } from '@typescript-eslint/utils/json-schema';
import { createCauses } from './create-causes.js';
import { createOnFix, ruleType } from './create-on-fix.js';
import type { LintSession } from './lint-session.js';

/** Put here when the bundle is made; see `rolldown.config.js`. */
declare const OPTION_SCHEMAS: Readonly<Record<string, JSONSchema4>>;

type Options = unknown[];
type Context = Readonly<TSESLint.RuleContext<string, Options>>;

const createRule = RuleCreator(docsUrl);

/** Makes the ESLint rule of a check: the same name, messages, options and fixes. */
export function ruleFromCheck(
  check: Check,
  session: LintSession,
): TSESLint.RuleModule<string, Options> {
  const optionsOf = optionsParser(check, session);
  const create = (context: Context): TSESLint.RuleListener => {
    const linted = session.locate(context);
    if (!linted) return {};
    if (check.fixable && session.creates) noteActive(check, optionsOf(context), session);
    if (!mayReportIn(check, linted.convention)) return {};
    const { settingsProblems } = linted;
    // The first rule reports them.
    linted.settingsProblems = [];
    const options = optionsOf(context);
    const find = (): readonly Finding[] =>
      options.ok ? runCheckOnFile(check, session.open(linted, context), options.value) : [];
    const found = find();
    // So it is for nearly every file, and a rule without listeners costs ESLint nothing more.
    if (found.length === 0 && settingsProblems.length === 0) return {};
    const { opened } = linted;
    return {
      Program: () => {
        for (const problem of settingsProblems) reportSettings(context, problem);
        // Another rule may have created files since.
        const findings = linted.opened === opened ? found : find();
        const creates = options.ok && mayCreate(options.value);
        const attempts = creates
          ? findings.map((finding) => createOnFix(finding, session, context, linted))
          : [];
        const changed =
          attempts.some((attempt) => attempt?.changed) ||
          createCauses(findings, session, context, linted);
        // What now stands on disk decides what is left to report, not what was meant to be written.
        if (!changed) {
          findings.forEach((finding, index) => {
            report(context, finding, attempts[index]?.failure);
          });
          return;
        }
        for (const finding of find()) {
          const before = findings.findIndex(({ message }) => message === finding.message);
          report(context, finding, attempts[before]?.failure);
        }
      },
    };
  };
  const rule = createRule<Options, string>({
    name: check.name,
    meta: {
      type: ruleType,
      docs: { description: check.description },
      ...(check.fixable && { fixable: 'code' }),
      hasSuggestions: check.hasSuggestions,
      schema: [OPTION_SCHEMAS[check.name] ?? { type: 'object' }],
      messages: {
        ...messagesOf(check),
        invalidSettings: "Invalid settings['next-slots']: {{problem}}.",
        suggestion: '{{suggestion}}',
      },
    },
    create,
  });
  // Without what RuleCreator puts around it: it copies options for each file, which nobody reads.
  return { ...rule, create };
}

/** Parses each options object once: a config hands the same one to every file. */
function optionsParser(
  check: Check,
  { scaffolds }: LintSession,
): (context: Context) => Parsed<object> {
  const none = {};
  const parsed = new WeakMap<object, Parsed<object>>();
  return ({ options: [given = none] }: { readonly options: readonly unknown[] }) => {
    const key = typeof given === 'object' && given !== null ? given : none;
    return remembered(parsed, key, () => {
      const options = parse(check.options, given);
      // A message names no command that creates nothing.
      return options.ok && !scaffolds && 'scaffold' in options.value
        ? { ok: true, value: { ...options.value, scaffold: false } }
        : options;
    });
  };
}

/** Tells the session that a rule is on, with which options, where it may create files. */
function noteActive(check: Check, options: Parsed<object>, session: LintSession): void {
  if (options.ok && mayCreate(options.value)) session.creators.set(check, options.value);
  else session.creators.delete(check);
}

function mayCreate(options: object): boolean {
  return !('scaffold' in options) || options.scaffold === true;
}

function reportSettings(context: Context, problem: string): void {
  context.report({
    loc: { line: 1, column: 0 },
    messageId: 'invalidSettings',
    data: { problem },
  });
}

function report(context: Context, finding: Finding, failure: string | undefined): void {
  const { start, end } = finding.range;
  const fix = finding.edits.length > 0 && fixBy(finding.edits, finding);
  context.report({
    loc: {
      start: { line: start.line, column: start.column - 1 },
      end: { line: end.line, column: end.column - 1 },
    },
    messageId: failure === undefined ? finding.messageId : notCreated(finding.messageId),
    data: { ...finding.data, ...(failure !== undefined && { failure }) },
    ...(fix && { fix }),
    suggest: finding.suggestions.flatMap(({ message, edits }) => {
      const suggested = fixBy(edits, finding);
      return suggested
        ? [{ messageId: 'suggestion', data: { suggestion: message }, fix: suggested }]
        : [];
    }),
  });
}

/** What makes edits in ESLint; undefined where they reach beyond the file of the finding. */
function fixBy(
  edits: readonly SuggestedEdit[],
  { file }: Finding,
): TSESLint.ReportFixFunction | undefined {
  const replacements = edits.flatMap((edit) =>
    edit.kind === 'replaceText' && edit.file === file ? [edit] : [],
  );
  if (replacements.length < edits.length) return undefined;
  return (fixer) =>
    replacements.map(({ range, text }) => fixer.replaceTextRange([range.start, range.end], text));
}

function notCreated(messageId: string): string {
  return `${messageId}NotCreated`;
}

/** ESLint has one text for a problem: message and help in a row. */
function messagesOf({ messages, fixable }: Check): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const [id, template] of Object.entries(messages)) {
    texts[id] = fullMessage(template);
    if (fixable) texts[notCreated(id)] = `${texts[id]} It could not be created: {{failure}}`;
  }
  return texts;
}
