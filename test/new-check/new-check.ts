/** Starts a new check: `pnpm new-check NAME`. */
import { parseArgs } from 'node:util';
import { workspace } from '../harness/packed.js';
import { findPnpm, runSteps } from '../harness/run-steps.mjs';
import { addCheck } from './add-check.js';

const usage = `pnpm new-check NAME

Adds a check of that name, such as require-slot-title: its file, its test, its page, its place in the
registry and a mistake for every host to find. What it adds works, and says where to change it.`;

const { values, positionals } = parseArgs({
  options: { help: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const [name, ...more] = positionals;
if (values.help) console.log(usage);
else if (name === undefined || more.length > 0) fail(usage);
else await start(name);

async function start(name: string): Promise<void> {
  const outcome = addCheck(workspace, name);
  if ('problem' in outcome) {
    fail(outcome.problem);
    return;
  }
  console.log(`Wrote\n${outcome.written.map((file) => `  ${file}`).join('\n')}\n`);
  const hosts = 'test/eslint-plugin/hosts.test.ts';
  const pnpm = findPnpm();
  const done = await runSteps([
    { name: 'Build', command: [pnpm, 'run', 'build'] },
    { name: 'Write the generated parts of the docs', command: [pnpm, 'run', 'generate'] },
    {
      name: 'Run its test, and write down what ESLint says of its mistake',
      command: [
        pnpm,
        'exec',
        'vitest',
        'run',
        `test/core/rules/${name}.test.ts`,
        hosts,
        '--update',
      ],
    },
  ]);
  if (!done) {
    process.exitCode = 1;
    return;
  }
  console.log(
    `\nThe check works. Each TODO in its files is yours; CONTRIBUTING.md has the next steps.`,
  );
}

function fail(text: string): void {
  console.error(text);
  process.exitCode = 2;
}
