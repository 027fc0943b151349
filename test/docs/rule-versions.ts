import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import * as v from 'valibot';
import { exampleFiles } from './example-files.js';
import type { Example } from './rule-page.js';

/** The Next.js versions that the table of rules filters by, and the release that stands for each. */
export const documentedVersions = {
  '13': '13.5.11',
  '14': '14.2.35',
  '15': '15.5.29',
  '16.0 to 16.3': '16.3.8',
  '16.4': '16.4.6',
} as const;

/**
 * The versions in which a rule reports one of its failing examples, asked of the command line.
 *
 * @param examples - The failing examples by rule.
 */
export async function versionsOfRules(
  examples: ReadonlyMap<string, readonly Example[]>,
  cli: string,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const folder = mkdtempSync(join(tmpdir(), 'next-slots-rules-'));
  try {
    for (const [rule, own] of examples) {
      own.forEach((example, index) => {
        writeExample(join(folder, rule, String(index)), rule, example);
      });
    }
    const reported = await Promise.all(
      Object.entries(documentedVersions).map(
        async ([name, release]) => [name, await reportedRules(cli, folder, release)] as const,
      ),
    );
    return new Map(
      [...examples.keys()].map((rule) => [
        rule,
        reported.filter(([, rules]) => rules.has(rule)).map(([name]) => name),
      ]),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function writeExample(folder: string, rule: string, example: Example): void {
  const place = (path: string) => {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    return file;
  };
  for (const [path, text] of Object.entries(exampleFiles(rule, example))) {
    writeFileSync(place(path), text === true ? component : text);
  }
  for (const [path, target] of Object.entries(example.links)) symlinkSync(target, place(path));
}

const component = 'export default function Component() {\n  return null;\n}\n';

async function reportedRules(cli: string, folder: string, next: string): Promise<Set<string>> {
  const args = [cli, 'check', '--format', 'json', '--next-version', next];
  const output = await new Promise<string>((resolve) => {
    // Findings give it an exit status of 1.
    execFile(
      process.execPath,
      args,
      { cwd: folder, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
      (_error, stdout) => {
        resolve(stdout);
      },
    );
  });
  const { findings } = v.parse(report, JSON.parse(output));
  return new Set(
    findings.filter(({ check, file }) => file.startsWith(`${check}/`)).map(({ check }) => check),
  );
}

const report = v.object({
  findings: v.array(v.object({ check: v.string(), file: v.string() })),
});
