import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { readManifest, readText } from '@next-slots/core/node';
import { resolveCommand, type Agent } from 'package-manager-detector';
import { UsageError } from '../command-line/usage-error.js';
import type { ProjectSetup } from './inspect-project.js';
import type { SetupPlan } from './plan-setup.js';

/** A command that installs packages. */
export interface InstallCommand {
  readonly folder: string;
  readonly command: string;
  readonly args: readonly string[];
}

/** What installs the packages of a plan. */
export function installCommands(
  { packageManager }: ProjectSetup,
  { installs }: SetupPlan,
): readonly InstallCommand[] {
  return installs.flatMap(({ folder, packages }) => {
    const flags = ['-D', ...workspaceFlags(packageManager, folder)];
    const resolved = resolveCommand(packageManager, 'add', [...flags, ...packages]);
    return resolved ? [{ folder, ...resolved }] : [];
  });
}

/** pnpm and Yarn 1 install nothing in the root of a workspace without a flag. */
function workspaceFlags(packageManager: Agent, folder: string): readonly string[] {
  if (packageManager === 'pnpm' || packageManager === 'pnpm@6') {
    const workspace = readText(join(folder, 'pnpm-workspace.yaml')) ?? '';
    return /^packages:/mu.test(workspace) ? ['-w'] : [];
  }
  const isYarnRoot = packageManager === 'yarn' && 'workspaces' in (readManifest(folder) ?? {});
  return isYarnRoot ? ['-W'] : [];
}

/** The command as it is typed. */
export function commandLine({ command, args }: InstallCommand): string {
  return [command, ...args].join(' ');
}

/**
 * Runs the command.
 *
 * @throws UsageError where it fails.
 */
export function install(command: InstallCommand): void {
  try {
    execFileSync(command.command, command.args, {
      cwd: command.folder,
      stdio: ['ignore', 'inherit', 'inherit'],
      shell: process.platform === 'win32',
    });
  } catch {
    throw new UsageError(`${commandLine(command)} failed. No file was edited.`);
  }
}
