import { Argument, Command, Option } from 'commander';
import type { ExitStatus } from './exit-status.js';
import { addProjectOptions, addSelectionOptions, collect, count } from './shared-options.js';
import { print, printError } from '../terminal/print.js';
import { version } from './version.js';
import type { CheckFlags } from '../check/run-check-command.js';
import type { ExploreFlags } from '../explore/run-explore-command.js';
import type { ExplainFlags } from '../explain/run-explain-command.js';
import type { FixFlags } from '../fix/run-fix-command.js';
import type { InitFlags } from '../init/run-init-command.js';
import type { MatrixFlags } from '../matrix/run-matrix-command.js';

/**
 * The commands with their options. What a command does is loaded when it is called, so that help and
 * version cost no more than this file.
 *
 * @param end - Told how a command ended.
 */
export function createProgram(end: (status: ExitStatus) => void): Command {
  const program = new Command('next-slots')
    .description('A linter for Next.js parallel routes (`@slot` folders).')
    .version(version(), '-v, --version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .option('--color', 'always print colors')
    .option('--no-color', 'never print colors')
    .showHelpAfterError('See `next-slots --help`.')
    .exitOverride()
    .configureOutput({ writeOut: print, writeErr: printError })
    .configureHelp({ sortOptions: false, showGlobalOptions: true });

  addCheck(program, end);
  addFix(program, end);
  addExplain(program, end);
  addMatrix(program, end);
  addExplore(program, end);
  addInit(program, end);
  for (const command of program.commands) {
    command.showHelpAfterError(`See \`next-slots ${command.name()} --help\`.`);
  }
  return program;
}

function addCheck(program: Command, end: (status: ExitStatus) => void): void {
  const command = program
    .command('check')
    .description('report problems with slots')
    .addArgument(paths())
    .addOption(
      new Option(
        '--format <name>',
        'output format (default: pretty in a terminal, else stylish)',
      ).choices(['pretty', 'stylish', 'compact', 'json', 'sarif', 'github', 'gitlab', 'junit']),
    )
    .option('--quiet', 'report errors only')
    .addOption(
      new Option('--max-warnings <number>', 'exit with 1 if there are more warnings').argParser(
        count,
      ),
    );
  addSelectionOptions(command);
  addProjectOptions(command);
  command
    .option('--report-unused-disable-directives', 'report comments that suppress nothing')
    .option('--report-suppressed', 'include suppressed findings in a SARIF report')
    .option('--suppress-all', 'accept all existing errors, so that only new ones fail')
    .option('--suppress-rule <name>', 'accept the existing errors of one rule; repeatable', collect)
    .option('--prune-suppressions', 'remove suppressions of errors that no longer occur')
    .addOption(suppressionsLocation())
    .option(
      '--pass-on-unpruned-suppressions',
      'do not fail on suppressions of errors that no longer occur',
    );
  addExamples(command, [
    ['next-slots check', 'check every app below this folder'],
    ['next-slots check apps/web --preset strict', 'check one app with more rules'],
    ['next-slots check --rule require-slot-index=warn', 'run one more rule'],
    ['next-slots check --next-version 16', 'see what an upgrade to Next.js 16 breaks'],
    ['next-slots check --format sarif > next-slots.sarif', 'write a report for code scanning'],
  ]);
  command.addHelpText(
    'after',
    '\nEach rule has a page: https://github.com/next-slots/next-slots/tree/main/docs/rules',
  );
  command.action(async (paths: readonly string[], flags: CheckFlags) => {
    const { runCheckCommand } = await import('../check/run-check-command.js');
    end(await runCheckCommand(paths, flags));
  });
}

function addFix(program: Command, end: (status: ExitStatus) => void): void {
  const command = program
    .command('fix')
    .description('create missing files and edit layouts')
    .addArgument(paths())
    .option('--dry-run', 'print the changes as a diff without writing them')
    .option(
      '--template <name>',
      'content of new default files: null, not-found, mirror, or a file to copy',
    )
    .option('-y, --yes', 'do not ask before writing many files')
    .addOption(suppressionsLocation());
  addSelectionOptions(command);
  addProjectOptions(command);
  addExamples(command, [
    ['next-slots fix', 'fix every app below this folder'],
    ['next-slots fix --dry-run', 'look at the changes first'],
    ['next-slots fix --template not-found', 'create defaults that keep the 404 of Next.js 15'],
    ['next-slots fix apps/web --next-version 16', 'prepare one app for an upgrade'],
  ]);
  command.action(async (paths: readonly string[], flags: FixFlags) => {
    const { runFixCommand } = await import('../fix/run-fix-command.js');
    end(await runFixCommand(paths, flags));
  });
}

function addExplain(program: Command, end: (status: ExitStatus) => void): void {
  const command = program
    .command('explain')
    .description('show what each slot renders at a URL, and what a reload changes')
    .argument('<url>', 'URL of the app, such as /shop/42')
    .addArgument(folder('folder of the app'))
    .option('--from <url>', 'URL visited before; repeatable, in order', collect)
    .addOption(textOrJson());
  addProjectOptions(command);
  addExamples(command, [
    ['next-slots explain /dash/settings', 'after a hard navigation, such as a reload'],
    ['next-slots explain /photo/7 --from /feed', 'after following a link on /feed'],
    ['next-slots explain /a --from / --from /b', 'after navigating from / to /b, then to /a'],
    ['next-slots explain /shop/42 apps/web', 'in one app of a monorepo'],
  ]);
  command.action(async (url: string, dir: string, flags: ExplainFlags) => {
    const { runExplainCommand } = await import('../explain/run-explain-command.js');
    end(await runExplainCommand(url, dir, flags));
  });
}

function addMatrix(program: Command, end: (status: ExitStatus) => void): void {
  const command = program
    .command('matrix')
    .description('show all URLs and slots: page, default or missing')
    .addArgument(folder('folder to search for apps'))
    .option('--html <file>', 'write the explorer to one HTML page')
    .option('--url <text>', 'show only URLs that contain this text, or the route of this URL')
    .option('--slot <name>', 'show only this slot')
    .option('--only-problems', 'show only URLs that fail or have an empty slot')
    .option('--no-truncate', 'print full tables, as in a pipe')
    .addOption(textOrJson());
  addProjectOptions(command);
  addExamples(command, [
    ['next-slots matrix', 'print tables'],
    ['next-slots matrix --html slots.html', 'write a page for the browser'],
    ['next-slots matrix apps/web --format json', 'print the routes of one app for other programs'],
  ]);
  command.action(async (dir: string, flags: MatrixFlags) => {
    const { runMatrixCommand } = await import('../matrix/run-matrix-command.js');
    end(await runMatrixCommand(dir, flags));
  });
}

function addInit(program: Command, end: (status: ExitStatus) => void): void {
  const command = program
    .command('init')
    .description('set up next-slots in ESLint, oxlint, editors and scripts')
    .addArgument(folder('folder of the app'))
    .option('--dry-run', 'print the changes without applying them')
    .option('-y, --yes', 'do not ask');
  addExamples(command, [
    ['next-slots init', 'show the changes, ask, apply them and test ESLint'],
    ['next-slots init apps/web --dry-run', 'show the changes for one app'],
  ]);
  command.action(async (dir: string, flags: InitFlags) => {
    const { runInitCommand } = await import('../init/run-init-command.js');
    end(await runInitCommand(dir, flags));
  });
}

function paths(): Argument {
  const what = 'folders to search for apps, or files of apps';
  return new Argument('[path...]', what).default(['.'], 'this folder');
}

function folder(what: string): Argument {
  return new Argument('[dir]', what).default('.', 'this folder');
}

function suppressionsLocation(): Option {
  return new Option(
    '--suppressions-location <path>',
    'suppressions file or its folder (default: "next-slots-suppressions.json")',
  );
}

function addExplore(program: Command, end: (status: ExitStatus) => void): void {
  const command = program
    .command('explore')
    .description('open the slots explorer in the browser')
    .addArgument(folder('folder to search for apps'))
    .option('--no-open', 'print the address without opening a browser')
    .addOption(
      new Option('--port <number>', 'port to listen on (default: a free one)').argParser(count),
    )
    .option('--editor <name>', 'editor that opens files, "none", or a link', 'vscode');
  addProjectOptions(command);
  addExamples(command, [
    ['next-slots explore', 'explore every app below this folder'],
    ['next-slots explore apps/web --editor cursor', 'explore one app and open its files in Cursor'],
    ['next-slots explore --no-open --port 4100', 'serve the explorer over SSH'],
  ]);
  command.action(async (dir: string, flags: ExploreFlags) => {
    const { runExploreCommand } = await import('../explore/run-explore-command.js');
    end(await runExploreCommand(dir, flags));
  });
}

function textOrJson(): Option {
  return new Option('--format <name>', 'output format').choices(['text', 'json']).default('text');
}

function addExamples(command: Command, examples: readonly (readonly [string, string])[]): void {
  const width = Math.max(...examples.map(([line]) => line.length));
  const lines = examples.map(([line, meaning]) => `  ${line.padEnd(width)}  ${meaning}`);
  command.addHelpText('after', `\nExamples:\n${lines.join('\n')}`);
}
