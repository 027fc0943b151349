import { checks } from '@next-slots/core';
import { toJsonSchema, type JsonSchema } from '@valibot/to-json-schema';
import * as v from 'valibot';
import { configFileSchema, ruleIgnoreSchema } from '../config/config-file-schema.js';
import type { Report } from './report.js';

const position = v.strictObject({ line: v.number(), column: v.number() });
const range = v.strictObject({ start: position, end: position });
const edit = v.variant('kind', [
  v.strictObject({ kind: v.literal('createFile'), file: v.string(), text: v.string() }),
  v.strictObject({ kind: v.literal('replaceText'), file: v.string(), range, text: v.string() }),
]);

const report = v.strictObject({
  version: v.literal(1),
  apps: v.array(
    v.strictObject({
      root: v.string(),
      appDir: v.string(),
      next: v.string(),
      nextFrom: v.picklist(['installed', 'range', 'catalog', 'guessed', 'setting']),
      bundler: v.picklist(['turbopack', 'webpack']),
      segments: v.number(),
      slots: v.number(),
      routes: v.number(),
    }),
  ),
  findings: v.array(
    v.strictObject({
      check: v.string(),
      severity: v.picklist(['error', 'warning']),
      impact: v.picklist(['build-error', 'not-found', 'silent', 'future', 'none']),
      file: v.string(),
      range,
      segment: v.string(),
      slot: v.nullable(v.string()),
      urls: v.array(v.string()),
      message: v.string(),
      help: v.string(),
      related: v.array(v.strictObject({ file: v.string(), range, url: v.nullable(v.string()) })),
      edits: v.array(edit),
    }),
  ),
}) satisfies v.GenericSchema<unknown, Report>;

/** The JSON Schema of what `check --format json` prints. */
export function reportJsonSchema(): JsonSchema {
  return { title: 'The report of next-slots check', ...toJsonSchema(report) };
}

/** The JSON Schema of a configuration file, with the options of each rule. */
export function configJsonSchema(): JsonSchema {
  const level = v.picklist(['off', 'warn', 'error']);
  const rules = Object.fromEntries(
    checks.map(({ name, options }) => {
      const { $schema: _, ...schema } = toJsonSchema(options, { typeMode: 'input' });
      const own = {
        ...schema,
        properties: { ...schema.properties, ignore: inner(ruleIgnoreSchema) },
      };
      return [
        name,
        {
          anyOf: [
            inner(level),
            { type: 'array', items: [inner(level), own], minItems: 1, maxItems: 2 },
          ],
        },
      ];
    }),
  );
  const schema = toJsonSchema(configFileSchema, { typeMode: 'input', errorMode: 'ignore' });
  return {
    title: 'The configuration of next-slots',
    ...schema,
    properties: {
      ...schema.properties,
      rules: { type: 'object', properties: rules, additionalProperties: false },
    },
  } as JsonSchema;
}

function inner(schema: v.GenericSchema): JsonSchema {
  const { $schema: _, ...rest } = toJsonSchema(schema, { typeMode: 'input' });
  return rest;
}
