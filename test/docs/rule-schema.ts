import * as v from 'valibot';

/** What the pages say of one option. An option without a description has no place in a page. */
const optionSchema = v.object({
  type: v.string(),
  enum: v.optional(v.array(v.string())),
  default: v.optional(v.union([v.boolean(), v.string()])),
  description: v.string('every option needs a description in its schema'),
});

/** One option, as far as its page tells of it. */
export type OptionSchema = v.InferOutput<typeof optionSchema>;

const ruleSchema = v.object({ properties: v.record(v.string(), optionSchema) });

/** The JSON schema of a rule's options. */
export type RuleSchema = v.InferOutput<typeof ruleSchema>;

/** The schema of a rule's options as ESLint is given it. */
export function ruleSchemaOf(schema: unknown): RuleSchema {
  return v.parse(v.tuple([ruleSchema]), schema)[0];
}
