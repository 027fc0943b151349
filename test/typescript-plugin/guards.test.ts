import type ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { NextApp } from '../harness/next-app.js';
import { ours } from '../harness/tsserver-app.js';
import { TsserverProject } from '../harness/tsserver-project.js';

const layout = 'app/dash/layout.tsx';
const text = 'export default function L({ team }: { team: string }) { return team; }\n';
const slot = text.indexOf('team') + 2;

function appWith(plugins: readonly (string | object)[] = [ours]): NextApp {
  const entries = plugins.map((plugin) => (typeof plugin === 'string' ? { name: plugin } : plugin));
  return new NextApp({
    'package.json': JSON.stringify({ dependencies: { next: '16.4.6' } }),
    'tsconfig.json': JSON.stringify({
      compilerOptions: { jsx: 'preserve', noLib: true, types: [], plugins: entries },
    }),
    [layout]: text,
    'app/dash/page.tsx': true,
    'app/dash/@team/page.tsx': true,
    'app/dash/@team/members/page.tsx': true,
    'app/dash/@other/page.tsx': true,
    'lib/other.ts': 'export {};\n',
  });
}

type Question = (service: ts.LanguageService, file: string) => unknown;

/** Each entry point, asked where we have something to add. */
const questions: Record<string, Question> = {
  getCompletionsAtPosition: (service, file) =>
    service.getCompletionsAtPosition(file, slot, undefined),
  getCompletionEntryDetails: (service, file) =>
    service.getCompletionEntryDetails(file, slot, 'team', {}, undefined, {}, undefined),
  getQuickInfoAtPosition: (service, file) => service.getQuickInfoAtPosition(file, slot),
  getDefinitionAtPosition: (service, file) => service.getDefinitionAtPosition(file, slot),
  getDefinitionAndBoundSpan: (service, file) => service.getDefinitionAndBoundSpan(file, slot),
  getApplicableRefactors: (service, file) => service.getApplicableRefactors(file, slot, {}),
  getEditsForRefactor: (service, file) =>
    service.getEditsForRefactor(file, {}, slot, 'next-slots', 'Create @team/default.tsx', {}),
  getSemanticDiagnostics: (service, file) => service.getSemanticDiagnostics(file),
};

const entryPoints = Object.keys(questions);

/** The entry points that look at the host's file system in one way or another. */
const looksAt = {
  getDirectories: entryPoints,
  // Names alone need no look into the slots.
  readDirectory: entryPoints.filter((name) => name !== 'getCompletionsAtPosition'),
  fileExists: entryPoints,
};

const withDiagnostics = { name: ours, diagnostics: true };

/** A plugin that hands the service it is given through a function, and keeps it as it is for others. */
function around(
  change: (service: ts.LanguageService) => ts.LanguageService,
): ts.server.PluginModuleFactory {
  return () => ({ create: ({ languageService }) => change(languageService) });
}

describe.each(Object.entries(questions))('%s', (name, ask) => {
  function plainAnswer(): unknown {
    const { service, file } = new TsserverProject(appWith([])).open(layout, text);
    return withoutFiles(ask(service, file));
  }

  test('adds something', () => {
    const { service, file } = new TsserverProject(appWith([withDiagnostics])).open(layout, text);
    expect(withoutFiles(ask(service, file))).not.toEqual(plainAnswer());
  });

  test.each(['getDirectories', 'readDirectory', 'fileExists'] as const)(
    'leaves the answer of TypeScript alone where %s of the original fails',
    (broken) => {
      const project = new TsserverProject(appWith([withDiagnostics]));
      const { service, file } = project.open(layout, text);
      service.getProgram();
      const calls: string[] = [];
      project.fail = (method, path) => {
        if (method !== broken || path.includes('lib.')) return;
        calls.push(path);
        throw new Error('The disk\nis gone');
      };
      const answer = ask(service, file);
      expect(calls.length > 0, 'looked there').toBe(looksAt[broken].includes(name));
      if (calls.length === 0) return;
      expect(withoutFiles(answer)).toEqual(plainAnswer());
      expect(project.ownLog()).toEqual([
        expect.stringMatching(new RegExp(`^${name}: Error: The disk is gone \\(at .*\\)$`, 'u')),
      ]);
    },
  );

  test('passes on every argument and every error of the original', () => {
    const seen: unknown[][] = [];
    const spy = around((service) => ({
      ...service,
      [name]: (...args: unknown[]) => {
        seen.push(args);
        throw new TypeError('from the host');
      },
    }));
    const project = new TsserverProject(appWith(['spy', ours]), { spy });
    const { service, file } = project.open(layout, text);
    const method: unknown = Reflect.get(service, name);
    const args = [file, slot, {}, 'a', 'b', { c: 1 }, 'd', 'e', 'f', 'g'];
    expect((): unknown => Reflect.apply(method as () => void, undefined, args)).toThrow(
      'from the host',
    );
    expect(seen).toEqual([args]);
  });

  test('does not change the original results', () => {
    const spy = around(
      (service) =>
        new Proxy(service, {
          get(target, key) {
            const value: unknown = Reflect.get(target, key);
            if (key !== name || typeof value !== 'function') return value;
            return (...args: unknown[]): unknown =>
              freeze<unknown>(Reflect.apply(value, target, args));
          },
        }),
    );
    const project = new TsserverProject(appWith(['spy', withDiagnostics]), { spy });
    const { service, file } = project.open(layout, text);
    expect(withoutFiles(ask(service, file))).not.toEqual(plainAnswer());
    expect(project.ownLog()).toEqual([]);
  });

  test('answers once through a proxy around us, and after tsconfig.json was loaded again', () => {
    const proxy = around((service) => new Proxy(service, {}));
    const app = appWith(['proxy', withDiagnostics, 'proxy']);
    const project = new TsserverProject(app, { proxy });
    const first = project.open(layout, text);
    const once = withoutFiles(ask(first.service, first.file));
    project.reload();
    const again = project.open(layout, text);
    expect(withoutFiles(ask(again.service, again.file))).toEqual(once);
  });
});

/** An answer as far as it can be compared: files of the program are long, and know each other. */
function withoutFiles(answer: unknown): unknown {
  return JSON.parse(
    JSON.stringify(answer ?? null, (key, value: unknown) =>
      key === 'file' ? undefined : value,
    ).replaceAll(/\/[^"]*?\/next-slots-app-\w+/gu, ''),
  );
}

function freeze<T>(value: T, seen = new Set<unknown>()): T {
  if (typeof value !== 'object' || value === null || seen.has(value)) return value;
  if ('fileName' in value && 'statements' in value) return value;
  seen.add(value);
  for (const part of Object.values(value)) freeze(part, seen);
  return Object.freeze(value);
}
