import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { readManifest } from '@next-slots/core/node';
import { addToFlatConfig, flatConfigLines } from './eslint-config.js';
import { configObject, isJson } from './exported-value.js';
import { foldersUpTo } from './find-eslint-config.js';
import type { ProjectSetup } from './inspect-project.js';
import { addToOxlintConfig, oxlintLines } from './oxlint-config.js';
import {
  addItem,
  addProperty,
  parseJsonObject,
  property,
  replaceNode,
  type Node,
} from './text-edits.js';

/** What to do to set up a project. */
export interface SetupPlan {
  readonly installs: readonly Install[];
  readonly edits: readonly FileEdit[];
  /** What a person has to do, where a file cannot be edited safely. */
  readonly notes: readonly Note[];
}

/** Packages to add to the development dependencies of a folder. */
export interface Install {
  /** Absolute. */
  readonly folder: string;
  readonly packages: readonly string[];
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
  /** Whether it all works without them. */
  readonly isAdvice?: true;
  readonly what: string;
  readonly lines: readonly string[];
}

/** One part of the set-up. */
interface Step {
  /** The package that it needs, and the file that loads it. */
  readonly needs?: { readonly name: string; readonly by: string };
  readonly edit?: FileEdit;
  readonly note?: Note;
}

/** Plans the set-up of a project: what is set up already is left as it is. */
export function planSetup(project: ProjectSetup): SetupPlan {
  const { eslint, oxlint } = project;
  const hasLinter = eslint !== undefined || oxlint !== undefined;
  const steps = [
    ...eslintSteps(project),
    ...oxlintSteps(project),
    ...(hasLinter ? [] : scriptSteps(project)),
    ...editorSteps(project),
    ...ciSteps(project),
  ];
  return {
    installs: installsOf(project, steps),
    edits: steps.flatMap(({ edit }) => edit ?? []),
    notes: steps.flatMap(({ note }) => note ?? []),
  };
}

/** What is missing, by the nearest folder with a `package.json`: there the file that needs it finds it. */
function installsOf({ root, top }: ProjectSetup, steps: readonly Step[]): readonly Install[] {
  const missing = new Map<string, Set<string>>();
  for (const { needs } of steps) {
    if (!needs) continue;
    const folders = foldersUpTo(dirname(needs.by), top);
    if (folders.some((folder) => dependsOn(folder, needs.name))) continue;
    const folder = folders.find((each) => existsSync(join(each, 'package.json'))) ?? root;
    missing.set(folder, (missing.get(folder) ?? new Set()).add(needs.name));
  }
  return [...missing].map(([folder, packages]) => ({ folder, packages: [...packages] }));
}

function dependsOn(folder: string, name: string): boolean {
  const manifest = readManifest(folder);
  return name in { ...manifest?.dependencies, ...manifest?.devDependencies };
}

const eslintPlugin = 'eslint-plugin-next-slots';
const legacyPreset = 'plugin:next-slots/recommended-legacy';

function eslintSteps({ eslint }: ProjectSetup): readonly Step[] {
  if (!eslint) return [];
  const { kind, file } = eslint;
  const needs = { name: eslintPlugin, by: file };
  const before = readFileSync(file, 'utf8');
  if (isSetUp(before, file)) return [{ needs }];
  const text = kind === 'flat' ? addToFlatConfig(file, before) : addToLegacyConfig(file, before);
  if (text !== undefined) return [{ needs, edit: { file, before, text } }];
  const note =
    kind === 'flat'
      ? { what: `Add this to ${basename(file)}:`, lines: flatConfigLines }
      : { what: `Add this to "extends" in ${basename(file)}:`, lines: [legacyPreset] };
  return [{ needs, note }];
}

/** In `package.json` our names stand among the dependencies as well. */
function isSetUp(config: string, file: string): boolean {
  return config.includes(basename(file) === 'package.json' ? 'plugin:next-slots' : 'next-slots');
}

function addToLegacyConfig(file: string, text: string): string | undefined {
  const whole = /\.ya?ml$/u.test(file) ? undefined : configObject(file, text);
  const isManifest = basename(file) === 'package.json';
  const config = whole && isManifest ? property(whole, 'eslintConfig') : whole;
  if (config?.type !== 'ObjectExpression') return undefined;
  const quote = isJson(file) || !text.includes("'") ? '"' : "'";
  const preset = quote + legacyPreset + quote;
  const known = property(config, 'extends');
  const key = isJson(file) ? '"extends"' : 'extends';
  if (!known) return addProperty(text, config, `${key}: [${preset}]`);
  if (known.type === 'ArrayExpression') return addItem(text, known, preset);
  return known.type === 'Literal'
    ? replaceNode(text, known, (old) => `[${old}, ${preset}]`)
    : undefined;
}

function oxlintSteps({ oxlint }: ProjectSetup): readonly Step[] {
  if (oxlint === undefined) return [];
  const needs = { name: eslintPlugin, by: oxlint };
  const before = readFileSync(oxlint, 'utf8');
  if (before.includes('next-slots')) return [{ needs }];
  const text = addToOxlintConfig(oxlint, before);
  if (text !== undefined) return [{ needs, edit: { file: oxlint, before, text } }];
  return [
    { needs, note: { what: `Add this to ${basename(oxlint)}:`, lines: oxlintLines(oxlint) } },
  ];
}

const editorPlugin = 'typescript-plugin-next-slots';

/** The plugin for editors that use TypeScript's own server; TypeScript 7 has none. */
function editorSteps({ tsconfig, typescript }: ProjectSetup): readonly Step[] {
  if (tsconfig === undefined || typescript === undefined || typescript >= 7) return [];
  const needs = { name: editorPlugin, by: tsconfig };
  const before = readFileSync(tsconfig, 'utf8');
  if (before.includes(editorPlugin)) return [{ needs }];
  const text = addToTsconfig(before, parseJsonObject(before));
  if (text !== undefined) return [{ needs, edit: { file: tsconfig, before, text } }];
  const lines = [`"plugins": [{ "name": "next" }, { "name": "${editorPlugin}" }]`];
  return [{ needs, note: { what: 'Add this to "compilerOptions" in tsconfig.json:', lines } }];
}

function addToTsconfig(text: string, config: Node | undefined): string | undefined {
  const options = config && property(config, 'compilerOptions');
  if (options?.type !== 'ObjectExpression') return undefined;
  const entry = `{ "name": "${editorPlugin}" }`;
  const plugins = property(options, 'plugins');
  if (!plugins) return addProperty(text, options, `"plugins": [${entry}]`);
  return plugins.type === 'ArrayExpression' ? addItem(text, plugins, entry) : undefined;
}

/** Where no linter runs our rules, the command line is the linter. */
function scriptSteps({ root, scripts }: ProjectSetup): readonly Step[] {
  const file = join(root, 'package.json');
  const needs = { name: 'next-slots', by: file };
  if (Object.values(scripts).some((each) => String(each).includes('next-slots'))) {
    return [{ needs }];
  }
  const before = readFileSync(file, 'utf8');
  const script = `"${'lint:slots' in scripts ? 'check:slots' : 'lint:slots'}": "next-slots check"`;
  const text = addScript(before, script);
  return text === undefined
    ? [{ needs, note: { what: 'Add this to "scripts" in package.json:', lines: [script] } }]
    : [{ needs, edit: { file, before, text } }];
}

function addScript(text: string, script: string): string | undefined {
  const manifest = parseJsonObject(text);
  const scripts = manifest && property(manifest, 'scripts');
  if (manifest && !scripts) return addProperty(text, manifest, `"scripts": { ${script} }`);
  return scripts?.type === 'ObjectExpression' ? addProperty(text, scripts, script) : undefined;
}

/** YAML is not edited: which job it belongs in, only a person knows. */
function ciSteps({ ci }: ProjectSetup): readonly Step[] {
  if (ci === undefined) return [];
  const lines =
    ci === 'github'
      ? ['- run: npx next-slots check --format github']
      : ['npx next-slots check --format gitlab > gl-code-quality-report.json'];
  const where = ci === 'github' ? 'a job in .github/workflows' : 'a job in .gitlab-ci.yml';
  return [{ note: { isAdvice: true, what: `To check in CI, add this to ${where}:`, lines } }];
}
