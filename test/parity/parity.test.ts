import { checks } from '@next-slots/core';
import { expect, test } from 'vitest';
import { apps } from './apps.js';
import { commandLine, eslint, languageServer, tsserver } from './hosts.js';
import { inOrder, type ParityFinding } from './parity-app.js';
import { ParityWorkspace } from './parity-workspace.js';

test('every integration reports the same messages at the same places and levels', async () => {
  const all = new ParityWorkspace(apps);
  const [inTerminal, inEslint, inTsserver, inServer] = await Promise.all([
    commandLine(all),
    eslint(all),
    tsserver(all),
    languageServer(all),
  ]);

  const seen = (findings: readonly ParityFinding[]) =>
    inOrder(findings.filter((finding) => !inTerminal.isListed(finding)));
  const expected = seen(inTerminal.findings);
  expect(seen(inEslint), 'ESLint').toEqual(
    expected.map((finding) => ({ ...finding, severity: levelOfRule(finding) })),
  );
  expect(expected.filter((finding) => finding.severity !== levelOfRule(finding))).not.toEqual([]);
  expect(seen(inTsserver), 'tsserver').toEqual(expected);
  expect(inOrder(inServer.workspace), 'language server, workspace').toEqual(
    inOrder(inTerminal.findings),
  );
  expect(seen(inServer.closedDocuments), 'language server, closed').toEqual(expected);
  expect(seen(inServer.openDocuments), 'language server, open').toEqual(expected);

  const names = new Set(inEslint.map(({ check }) => check));
  const unreadable = 'readable-route-folders';
  expect(checks.map(({ name }) => name).filter((name) => !names.has(name))).toEqual([unreadable]);
  expect(expected.some(({ file }) => file.startsWith('sound/'))).toBe(false);
});

/** ESLint has one level for a rule, where the others make a warning of what breaks nothing yet. */
function levelOfRule({ file, check }: ParityFinding): ParityFinding['severity'] {
  const { preset = 'recommended', rules = {} } = apps[file.split('/')[0] ?? '']?.config ?? {};
  const inPreset = checks.find(({ name }) => name === check)?.presets[preset];
  const [level] = [rules[check] ?? []].flat();
  const ofRule = level ?? (typeof inPreset === 'object' ? inPreset.severity : inPreset);
  return ofRule === 'error' ? 'error' : 'warning';
}
