import { Command, Option } from 'commander';
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
    .description(
      'A linter for Next.js parallel routes: finds, fixes and explains what is wrong with slots.',
    )
    .version(version(), '-v, --version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .option('--color', 'print in colour')
    .option('--no-color', 'print without colour')
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
  return program;
}

function addCheck(program: Command, end: (status: ExitStatus) => void): void {
  const command = program
    .command('check')
    .description('report what is wrong with the slots of every app below the folders')
    .argument('[path...]', 'folders to look for apps in, or files of apps', ['.'])
    .addOption(
      new Option(
        '--format <name>',
        'how to print; by default pretty in a terminal, else stylish',
      ).choices(['pretty', 'stylish', 'compact', 'json', 'sarif', 'github', 'gitlab', 'junit']),
    )
    .option('--quiet', 'print errors only')
    .addOption(
      new Option('--max-warnings <number>', 'fail where there are more warnings').argParser(count),
    );
  addSelectionOptions(command);
  addProjectOptions(command);
  command
    .option('--report-unused-disable-directives', 'report comments that suppress nothing as errors')
    .option('--suppress-all', 'accept all errors there are: only new ones fail from now on')
    .option('--suppress-rule <name>', 'accept the errors of one rule; can be repeated', collect)
    .option('--prune-suppressions', 'remove suppressions of errors that are gone')
    .addOption(suppressionsLocation())
    .option('--pass-on-unpruned-suppressions', 'do not fail where suppressions are left over');
  addExamples(command, [
    ['next-slots check', 'every app below this folder'],
    ['next-slots check apps/web --preset strict', 'one app, with all that strict asks for'],
    ['next-slots check --rule no-lingering-modal=warn', 'one check more'],
    ['next-slots check --next-version 16', 'what an upgrade to Next 16 would break'],
    ['next-slots check --format sarif > next-slots.sarif', 'for code scanning'],
  ]);
  command.addHelpText(
    'after',
    '\nEach check has a page: https://github.com/next-slots/next-slots/tree/main/docs/rules',
  );
  command.action(async (paths: readonly string[], flags: CheckFlags) => {
    const { runCheckCommand } = await import('../check/run-check-command.js');
    end(await runCheckCommand(paths, flags));
  });
}

function addFix(program: Command, end: (status: ExitStatus) => void): void {
  const command = program
    .command('fix')
    .description('create the files that are missing and edit the layouts that disagree')
    .argument('[path...]', 'folders to look for apps in, or files of apps', ['.'])
    .option('--dry-run', 'print the changes as a diff and write nothing')
    .option(
      '--template <name>',
      'what a new default holds: null, not-found, mirror, or a file to copy',
    )
    .option('-y, --yes', 'do not ask before many files are written')
    .addOption(suppressionsLocation());
  addSelectionOptions(command);
  addProjectOptions(command);
  addExamples(command, [
    ['next-slots fix', 'every app below this folder'],
    ['next-slots fix --dry-run | less', 'look first'],
    ['next-slots fix --template not-found', 'defaults that keep the 404 of Next 15'],
    ['next-slots fix apps/web --next-version 16', 'before upgrading one app'],
  ]);
  command.action(async (paths: readonly string[], flags: FixFlags) => {
    const { runFixCommand } = await import('../fix/run-fix-command.js');
    end(await runFixCommand(paths, flags));
  });
}

function addExplain(program: Command, end: (status: ExitStatus) => void): void {
  const command = program
    .command('explain')
    .description('say what every slot shows at a URL, and what changes on a reload')
    .argument('<url>', 'a URL of the app such as /shop/42')
    .argument('[dir]', 'where to look for the app', '.')
    .option('--from <url>', 'a URL visited before; can be repeated, in order', collect)
    .addOption(textOrJson());
  addProjectOptions(command);
  addExamples(command, [
    ['next-slots explain /dash/settings', 'a fresh load'],
    ['next-slots explain /photo/7 --from /feed', 'by a link on /feed'],
    ['next-slots explain /a --from / --from /b', 'from / to /b, then to /a'],
    ['next-slots explain /shop/42 apps/web', 'in one app of several'],
  ]);
  command.action(async (url: string, dir: string, flags: ExplainFlags) => {
    const { runExplainCommand } = await import('../explain/run-explain-command.js');
    end(await runExplainCommand(url, dir, flags));
  });
}

function addMatrix(program: Command, end: (status: ExitStatus) => void): void {
  const command = program
    .command('matrix')
    .description('show every URL by slot: page, default or missing')
    .argument('[dir]', 'where to look for apps', '.')
    .option('--html <file>', 'write a page to look at in a browser')
    .option('--url <text>', 'only URLs with this text, or the route of a concrete URL')
    .option('--slot <name>', 'only this slot')
    .option('--only-problems', 'only URLs that fail or have an empty slot')
    .option('--no-truncate', 'shorten and fold nothing, as in a pipe')
    .addOption(textOrJson());
  addProjectOptions(command);
  addExamples(command, [
    ['next-slots matrix', 'in the terminal'],
    ['next-slots matrix --html slots.html', 'as a page that can be filtered'],
    ['next-slots matrix apps/web --format json', 'for other programs'],
  ]);
  command.action(async (dir: string, flags: MatrixFlags) => {
    const { runMatrixCommand } = await import('../matrix/run-matrix-command.js');
    end(await runMatrixCommand(dir, flags));
  });
}

function addInit(program: Command, end: (status: ExitStatus) => void): void {
  const command = program
    .command('init')
    .description('set next-slots up in ESLint, oxlint, the editor and scripts')
    .argument('[dir]', 'the folder of the app', '.')
    .option('--dry-run', 'print what would be done and change nothing')
    .option('-y, --yes', 'do not ask');
  addExamples(command, [
    ['next-slots init', 'show the changes, ask, make them and prove that they work'],
    ['next-slots init apps/web --dry-run', 'show them only'],
  ]);
  command.action(async (dir: string, flags: InitFlags) => {
    const { runInitCommand } = await import('../init/run-init-command.js');
    end(await runInitCommand(dir, flags));
  });
}

function suppressionsLocation(): Option {
  return new Option(
    '--suppressions-location <path>',
    'the suppressions file or its folder, instead of ./next-slots-suppressions.json',
  );
}

function addExplore(program: Command, end: (status: ExitStatus) => void): void {
  const command = program
    .command('explore')
    .description('show every slot at every URL in the browser, and follow the disk')
    .argument('[dir]', 'where to look for apps', '.')
    .option('--no-open', 'print the address, and open no browser')
    .addOption(
      new Option('--port <number>', 'the port to listen on; by default a free one').argParser(
        count,
      ),
    )
    .option('--editor <name>', 'what opens files: an editor, "none", or a link', 'vscode');
  addProjectOptions(command);
  addExamples(command, [
    ['next-slots explore', 'every app below this folder'],
    ['next-slots explore apps/web --editor cursor', 'one app, its files open in Cursor'],
    ['next-slots explore --no-open --port 4100', 'over SSH'],
  ]);
  command.action(async (dir: string, flags: ExploreFlags) => {
    const { runExploreCommand } = await import('../explore/run-explore-command.js');
    end(await runExploreCommand(dir, flags));
  });
}

function textOrJson(): Option {
  return new Option('--format <name>', 'how to print').choices(['text', 'json']).default('text');
}

function addExamples(command: Command, examples: readonly (readonly [string, string])[]): void {
  const width = Math.max(...examples.map(([line]) => line.length));
  const lines = examples.map(([line, meaning]) => `  ${line.padEnd(width)}  ${meaning}`);
  command.addHelpText('after', `\nExamples:\n${lines.join('\n')}`);
}
