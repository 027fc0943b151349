import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { checks } from '@next-slots/core';
import { addToFlatConfig, flatConfigLines } from './eslint-config.js';
import type { ProjectSetup } from './inspect-project.js';
import {
  addJsonItem,
  addJsonProperty,
  children,
  parseJsonObject,
  property,
  replaceJson,
  type Node,
} from './text-edits.js';

/** What shall be done to set a project up. */
export interface SetupPlan {
  /** Packages to add to the development dependencies. */
  readonly packages: readonly string[];
  readonly edits: readonly FileEdit[];
  /** What a person has to do, where a file cannot be edited safely. */
  readonly notes: readonly Note[];
}

/** A file that gets a new text. */
export interface FileEdit {
  /** Absolute. */
  readonly file: string;
  readonly before: string;
  readonly text: string;
}

/** Lines to put into a file by hand. */
export interface Note {
  readonly what: string;
  readonly lines: readonly string[];
}

/** One part of the set-up. */
type Step = Partial<SetupPlan>;

/** Plans the set-up of a project: what is set up already is left as it is. */
export function planSetup(project: ProjectSetup): SetupPlan {
  const steps = [...eslintSteps(project), ...oxlintSteps(project), ...editorSteps(project)];
  const usesLinter = project.eslint !== undefined || project.oxlint !== undefined;
  const all = [...steps, ...(usesLinter ? [] : scriptSteps(project)), ...ciSteps(project)];
  return {
    packages: [...new Set(all.flatMap(({ packages = [] }) => packages))].filter(
      (name) => !project.packages.has(name),
    ),
    edits: all.flatMap(({ edits = [] }) => edits),
    notes: all.flatMap(({ notes = [] }) => notes),
  };
}

const eslintPlugin = 'eslint-plugin-next-slots';

function eslintSteps({ eslint }: ProjectSetup): readonly Step[] {
  if (!eslint) return [];
  const { kind, file } = eslint;
  const packages = [eslintPlugin];
  const before = readFileSync(file, 'utf8');
  if (before.includes('next-slots')) return [{ packages }];
  const text = kind === 'flat' ? addToFlatConfig(file, before) : addToLegacyConfig(file, before);
  if (text !== undefined) return [{ packages, edits: [{ file, before, text }] }];
  const lines =
    kind === 'flat' ? flatConfigLines : [`extends: ['plugin:next-slots/recommended-legacy']`];
  return [{ packages, notes: [{ what: `Add this to ${basename(file)}:`, lines }] }];
}

function addToLegacyConfig(file: string, text: string): string | undefined {
  const config = /\.json$|\.eslintrc$/u.test(file) ? parseJsonObject(text) : undefined;
  if (!config) return undefined;
  const preset = '"plugin:next-slots/recommended-legacy"';
  const known = property(config, 'extends');
  if (!known) return addJsonProperty(text, config, `"extends": [${preset}]`);
  if (known.type === 'ArrayExpression') return addJsonItem(text, known, preset);
  return replaceJson(text, known, (old) => `[${old}, ${preset}]`);
}

function oxlintSteps({ oxlint }: ProjectSetup): readonly Step[] {
  if (oxlint === undefined) return [];
  const packages = [eslintPlugin];
  const before = readFileSync(oxlint, 'utf8');
  if (before.includes('next-slots')) return [{ packages }];
  const config = parseJsonObject(before);
  const rules = recommendedRules().map(([name, entry]) => `"${name}": ${JSON.stringify(entry)}`);
  if (config && !property(config, 'jsPlugins') && !property(config, 'rules')) {
    const list = rules.map((rule) => `    ${rule}`).join(',\n');
    const text = addJsonProperty(
      before,
      config,
      `"jsPlugins": ["${eslintPlugin}"],\n  "rules": {\n${list}\n  }`,
    );
    return [{ packages, edits: [{ file: oxlint, before, text }] }];
  }
  const lines = [
    `"jsPlugins": ["${eslintPlugin}"]`,
    '',
    '// in "rules"',
    ...rules.map((rule) => `${rule},`),
  ];
  return [{ packages, notes: [{ what: `Add this to ${basename(oxlint)}:`, lines }] }];
}

function recommendedRules(): readonly (readonly [string, unknown])[] {
  return checks.flatMap(({ name, presets }) => {
    const entry = presets.recommended;
    if (entry === undefined) return [];
    const { severity, options } =
      typeof entry === 'string' ? { severity: entry, options: undefined } : entry;
    const level = severity === 'warning' ? 'warn' : severity;
    return [[`next-slots/${name}`, options ? [level, options] : level] as const];
  });
}

const editorPlugin = 'typescript-plugin-next-slots';

/** The plugin for editors that use TypeScript's own server; TypeScript 7 has none. */
function editorSteps({ tsconfig, typescript }: ProjectSetup): readonly Step[] {
  if (tsconfig === undefined || typescript === undefined || typescript >= 7) return [];
  const packages = [editorPlugin];
  const before = readFileSync(tsconfig, 'utf8');
  if (before.includes(editorPlugin)) return [{ packages }];
  const text = addToTsconfig(before, parseJsonObject(before));
  if (text !== undefined) return [{ packages, edits: [{ file: tsconfig, before, text }] }];
  const lines = [`"plugins": [{ "name": "next" }, { "name": "${editorPlugin}" }]`];
  return [
    { packages, notes: [{ what: 'Add this to "compilerOptions" in tsconfig.json:', lines }] },
  ];
}

function addToTsconfig(text: string, config: Node | undefined): string | undefined {
  const options = config && property(config, 'compilerOptions');
  if (options?.type !== 'ObjectExpression') return undefined;
  const entry = `{ "name": "${editorPlugin}" }`;
  const plugins = property(options, 'plugins');
  if (!plugins) return addJsonProperty(text, options, `"plugins": [${entry}]`);
  return plugins.type === 'ArrayExpression' ? addJsonItem(text, plugins, entry) : undefined;
}

/** Where no linter runs our rules, the command line is the linter. */
function scriptSteps({ root, scripts, biome }: ProjectSetup): readonly Step[] {
  const packages = ['next-slots'];
  if (Object.values(scripts).some((each) => String(each).includes('next-slots'))) {
    return [{ packages }];
  }
  const file = join(root, 'package.json');
  const name = 'lint:slots' in scripts ? 'check:slots' : 'lint:slots';
  const script = `"${name}": "next-slots check"`;
  const before = readFileSync(file, 'utf8');
  const manifest = parseJsonObject(before);
  const list = manifest && property(manifest, 'scripts');
  const text =
    list?.type === 'ObjectExpression' && children(list, 'properties').length > 0
      ? addJsonProperty(before, list, script)
      : undefined;
  if (text !== undefined) return [{ packages, edits: [{ file, before, text }] }];
  const what = `Add this to "scripts" in package.json${biome ? ', beside Biome' : ''}:`;
  return [{ packages, notes: [{ what, lines: [script] }] }];
}

/** YAML is not edited: which job it belongs in, only a person knows. */
function ciSteps({ ci }: ProjectSetup): readonly Step[] {
  if (ci === undefined) return [];
  const lines =
    ci === 'github'
      ? ['- run: npx next-slots check --format github']
      : ['npx next-slots check --format gitlab > gl-code-quality-report.json'];
  const where = ci === 'github' ? 'a job in .github/workflows' : 'a job in .gitlab-ci.yml';
  return [{ notes: [{ what: `To check in CI, add this to ${where}:`, lines }] }];
}
