import { colorDiff, diffOf } from '../fix/print-diff.js';
import { colorsFor } from '../terminal/colors.js';
import { print } from '../terminal/print.js';
import { fromHere } from '../apps/from-here.js';
import type { ProjectSetup } from './inspect-project.js';
import { commandLine, type InstallCommand } from './install-commands.js';
import type { SetupPlan } from './plan-setup.js';

/** Prints what was found in a project, and what to do there. */
export function printPlan(
  project: ProjectSetup,
  { edits, notes }: SetupPlan,
  commands: readonly InstallCommand[],
): void {
  const colors = colorsFor(process.stdout);
  print(`${colors.dim(`Found: ${foundIn(project).join(', ')}`)}\n\n`);
  for (const command of commands) {
    const folder = fromHere(command.folder);
    const where = folder === '.' ? '' : ` in ${folder}`;
    print(`Will run ${colors.bold(commandLine(command))}${where}\n\n`);
  }
  for (const { file, before, text } of edits) {
    const path = fromHere(file);
    const diff = diffOf(path, { kind: 'edit', file: path, before, text });
    print(`${process.stdout.isTTY ? colorDiff(diff, colors) : diff}\n`);
  }
  if (edits.length === 0 && commands.length === 0 && notes.every(({ isAdvice }) => isAdvice)) {
    print('Everything is set up already.\n\n');
  }
  for (const { what, lines } of notes) {
    print(`${what}\n${lines.map((line) => `  ${line}`.trimEnd()).join('\n')}\n\n`);
  }
}

function foundIn(project: ProjectSetup): readonly string[] {
  const { packageManager, eslint, biome, oxlint, typescript, ci } = project;
  return [
    packageManager,
    ...(eslint ? [eslint.kind === 'flat' ? 'ESLint' : 'ESLint with .eslintrc'] : []),
    ...(biome ? ['Biome'] : []),
    ...(oxlint === undefined ? [] : ['oxlint']),
    ...(typescript === undefined ? [] : [`TypeScript ${typescript}`]),
    ...(ci === undefined ? [] : [ci === 'github' ? 'GitHub Actions' : 'GitLab CI']),
  ];
}
