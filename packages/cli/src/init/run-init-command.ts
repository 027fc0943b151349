import { execFileSync } from 'node:child_process';
import { lstatSync, readFileSync, writeFileSync } from 'node:fs';
import { printable, walkSegments } from '@next-slots/core';
import { pathOnDisk } from '@next-slots/core/node';
import { resolveCommand } from 'package-manager-detector';
import { requireFolder } from '../apps/named-path.js';
import { relativePath, type OpenedApp } from '../apps/open-app.js';
import { openApps } from '../apps/open-apps.js';
import { exitStatus, type ExitStatus } from '../command-line/exit-status.js';
import { UsageError } from '../command-line/usage-error.js';
import { ask, canAsk } from '../fix/ask.js';
import { colorDiff, diffOf } from '../fix/print-diff.js';
import { colorsFor } from '../terminal/colors.js';
import { print, printError } from '../terminal/print.js';
import { silent } from '../terminal/progress.js';
import { inspectProject, type ProjectSetup } from './inspect-project.js';
import { planSetup, type FileEdit, type SetupPlan } from './plan-setup.js';
import { proveEslint } from './prove-eslint.js';

/** The flags of `next-slots init`. */
export interface InitFlags {
  readonly yes?: true;
  readonly dryRun?: true;
}

/** `next-slots init`: sets next-slots up in a project and proves that it works there. */
export async function runInitCommand(dir: string, flags: InitFlags): Promise<ExitStatus> {
  requireFolder(dir);
  const { apps } = await openApps([dir], {}, silent);
  const [opened, another] = apps;
  if (!opened) throw new UsageError('There is no app to set up.');
  if (another) {
    const roots = apps.map(({ location }) => `\n  ${printable(location.root)}`);
    throw new UsageError(`There are several apps. Name the folder of one:${roots.join('')}`);
  }
  const project = await inspectProject(opened.location);
  const plan = planSetup(project);
  const command = installCommand(project, plan);
  printPlan(project, plan, command);

  const hasWork = plan.edits.length > 0 || command !== undefined;
  if (hasWork && flags.dryRun) {
    printError('Nothing was changed.\n');
    return exitStatus.clean;
  }
  if (hasWork && !flags.yes) {
    if (!canAsk()) throw new UsageError('There is nobody to ask. Run it with --yes, or --dry-run.');
    if (!(await ask('Do this?'))) {
      printError('Nothing was changed.\n');
      return exitStatus.findings;
    }
  }
  if (command) install(project, command);
  for (const edit of plan.edits) write(edit);
  return conclude(project, opened, flags);
}

type InstallCommand = NonNullable<ReturnType<typeof resolveCommand>>;

function installCommand(
  { packageManager }: ProjectSetup,
  { packages }: SetupPlan,
): InstallCommand | undefined {
  if (packages.length === 0) return undefined;
  return resolveCommand(packageManager, 'add', ['-D', ...packages]) ?? undefined;
}

function printPlan(
  project: ProjectSetup,
  { edits, notes }: SetupPlan,
  command: InstallCommand | undefined,
): void {
  const colors = colorsFor(process.stdout);
  print(`${colors.dim(`Found: ${foundIn(project).join(', ')}`)}\n\n`);
  if (command) print(`Run ${colors.bold([command.command, ...command.args].join(' '))}\n\n`);
  for (const { file, before, text } of edits) {
    const path = relativePath(process.cwd(), file);
    const diff = diffOf(path, { kind: 'edit', file: path, before, text });
    print(`${process.stdout.isTTY ? colorDiff(diff, colors) : diff}\n`);
  }
  if (edits.length === 0 && !command) print('Everything is set up already.\n\n');
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

function install({ root }: ProjectSetup, { command, args }: InstallCommand): void {
  try {
    execFileSync(command, args, {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      shell: process.platform === 'win32',
    });
  } catch {
    throw new UsageError(`${[command, ...args].join(' ')} failed. Nothing else was changed.`);
  }
}

/** Writes a file unless it has changed since it was read, or is a link to somewhere else. */
function write({ file, before, text }: FileEdit): void {
  const path = printable(relativePath(process.cwd(), file));
  if (lstatSync(file).isSymbolicLink()) {
    throw new UsageError(`${path} is a symbolic link. Edit it by hand.`);
  }
  if (readFileSync(file, 'utf8') !== before) {
    throw new UsageError(`${path} has changed meanwhile. Run this again.`);
  }
  writeFileSync(file, text);
  print(`${colorsFor(process.stdout).green('edited')} ${path}\n`);
}

/** Proves the set-up with the project's own ESLint, where it has one. */
async function conclude(
  { root, eslint }: ProjectSetup,
  opened: OpenedApp,
  { dryRun }: InitFlags,
): Promise<ExitStatus> {
  if (dryRun) return exitStatus.clean;
  const colors = colorsFor(process.stdout);
  const file = eslint && layoutOf(opened);
  if (file !== undefined) {
    const proof = await proveEslint(root, file);
    const path = printable(relativePath(process.cwd(), file));
    if (!proof.ok) {
      printError(
        `${colors.red('✖')} ${proof.problem}\n  See https://github.com/next-slots/next-slots/blob/main/docs/eslint.md\n`,
      );
      return exitStatus.findings;
    }
    print(`${colors.green('✔')} ESLint checks ${path} with ${proof.rules} rules of next-slots.\n`);
  }
  print(`Run ${colors.bold('npx next-slots check')} to see what is wrong.\n`);
  return exitStatus.clean;
}

/** A layout of the app, else a page: a `.tsx` where there is one, since that needs a parser. Absolute. */
function layoutOf({ app, location }: OpenedApp): string | undefined {
  const files = [...walkSegments(app.tree)].flatMap(({ segment }) =>
    [segment.files.layout, segment.files.page].flatMap((name) =>
      name === undefined ? [] : [segment.path === '' ? name : `${segment.path}/${name}`],
    ),
  );
  const file = files.find((each) => each.endsWith('.tsx')) ?? files[0];
  return file === undefined ? undefined : pathOnDisk(location, file);
}
