import { filePath, plural, repositoryUrl, walkSegments } from '@next-slots/core';
import { pathOnDisk } from '@next-slots/core/node';
import { requireFolder } from '../apps/named-path.js';
import type { OpenedApp } from '../apps/open-app.js';
import { openApps } from '../apps/open-apps.js';
import { findingsOf } from '../check/findings-of.js';
import { exitStatus, type ExitStatus } from '../command-line/exit-status.js';
import { UsageError } from '../command-line/usage-error.js';
import { ask, canAsk } from '../fix/ask.js';
import { colorsFor } from '../terminal/colors.js';
import { print, printError } from '../terminal/print.js';
import { silent } from '../terminal/progress.js';
import { fromHere } from '../apps/from-here.js';
import { inspectProject, type ProjectSetup } from './inspect-project.js';
import { install, installCommands } from './install-commands.js';
import { planSetup, type SetupPlan } from './plan-setup.js';
import { printPlan } from './print-plan.js';
import type { Proof } from './proof.js';
import { proveEslint } from './prove-eslint.js';
import { proveOxlint } from './prove-oxlint.js';
import { requireAsShown, write } from './write-edit.js';

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
  if (another) throw new UsageError(chooseOne(apps));
  const project = await inspectProject(opened.location);
  const plan = planSetup(project);
  const commands = installCommands(project, plan);
  printPlan(project, plan, commands);

  const hasWork = plan.edits.length > 0 || commands.length > 0;
  if (hasWork && flags.dryRun) {
    printError('Nothing was changed.\n');
    return exitStatus.clean;
  }
  if (hasWork && !flags.yes) {
    if (!canAsk())
      throw new UsageError('This is not a terminal, so init cannot ask. Use --yes or --dry-run.');
    if (!(await ask('Apply these changes?'))) {
      printError('Nothing was changed.\n');
      return exitStatus.findings;
    }
  }
  plan.edits.forEach(requireAsShown);
  commands.forEach(install);
  // A package manager has written package.json anew.
  const { edits } = commands.length > 0 ? planSetup(project) : plan;
  edits.forEach(write);
  return flags.dryRun ? exitStatus.clean : conclude(project, opened, plan);
}

function chooseOne(apps: readonly OpenedApp[]): string {
  const commands = apps.map(({ location }) => `\n  npx next-slots init ${fromHere(location.root)}`);
  return `There are several apps. Set up one at a time:${commands.join('')}`;
}

/** Proves the set-up with the project's own linters, where it has some, and tells what there is to do. */
async function conclude(
  project: ProjectSetup,
  opened: OpenedApp,
  { notes }: SetupPlan,
): Promise<ExitStatus> {
  const colors = colorsFor(process.stdout);
  const proofs = await proofsOf(project, opened);
  for (const { proof, docs, linter } of proofs) {
    if (proof.ok) {
      print(`${colors.green('✔')} ${linter} with ${proof.rules} rules of next-slots.\n`);
      continue;
    }
    const isByHand = notes.some(({ isAdvice }) => !isAdvice);
    const what = isByHand
      ? 'Add the lines above, then run `npx next-slots init` again.'
      : `See ${repositoryUrl}/blob/main/docs/${docs}`;
    printError(`${colors.red('✖')} ${proof.problem}\n  ${what}\n`);
  }
  if (proofs.some(({ proof }) => !proof.ok)) return exitStatus.findings;
  const found = findingsOf(opened).length;
  const next = `Run ${colors.bold('npx next-slots check')} to see`;
  print(
    found === 0
      ? `${colors.green('✔')} No problems found.\n`
      : `The app has ${plural(found, 'problem')}. ${next} ${found === 1 ? 'it' : 'them'}.\n`,
  );
  return exitStatus.clean;
}

interface LinterProof {
  /** What the linter does, before `with 19 rules`. */
  readonly linter: string;
  readonly proof: Proof;
  /** The page about it. */
  readonly docs: string;
}

async function proofsOf(
  { root, eslint, oxlint }: ProjectSetup,
  opened: OpenedApp,
): Promise<readonly LinterProof[]> {
  const proofs: LinterProof[] = [];
  const file = eslint && layoutOf(opened);
  if (file !== undefined) {
    const linter = `ESLint checks ${fromHere(file)}`;
    proofs.push({ linter, proof: await proveEslint(root, file), docs: 'eslint.md' });
  }
  if (oxlint !== undefined) {
    const linter = 'oxlint is set up';
    proofs.push({ linter, proof: await proveOxlint(oxlint), docs: 'guides/oxlint.md' });
  }
  return proofs;
}

/** A layout of the app, else a page: a `.tsx` where there is one, since that needs a parser. Absolute. */
function layoutOf({ app, location }: OpenedApp): string | undefined {
  const files = [...walkSegments(app.tree)].flatMap(({ segment }) =>
    [filePath(segment, 'layout'), filePath(segment, 'page')].filter((file) => file !== undefined),
  );
  const file = files.find((each) => each.endsWith('.tsx')) ?? files[0];
  return file === undefined ? undefined : pathOnDisk(location, file);
}
