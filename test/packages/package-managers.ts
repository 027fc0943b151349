/** A program with its first arguments. */
type Command = readonly [program: string, ...args: string[]];

/** How a package manager is used in an app. */
export interface PackageManager {
  /** Installs what `package.json` lists. No script of a package is run. */
  readonly install: Command;
  /** Runs the program of an installed package; without it, it lies in `node_modules/.bin`. */
  readonly run?: Command;
  /** Runs a module; without it, the plain `node` does. */
  readonly node?: Command;
  /** What it wants to find in the app. */
  readonly files?: Readonly<Record<string, string>>;
}

const yarn4: Command = ['npx', '--yes', '--package=@yarnpkg/cli-dist@4.18.1', 'yarn'];

/** The settings of Yarn 4 for a new project; it takes a folder with a lock file for a project. */
function yarn4Files(linker: 'node-modules' | 'pnp'): Readonly<Record<string, string>> {
  return {
    '.yarnrc.yml': [
      `nodeLinker: ${linker}`,
      'enableScripts: false',
      'enableTelemetry: false',
      // In CI it refuses to write the lock file of an app that is made just now.
      'enableImmutableInstalls: false',
      '',
    ].join('\n'),
    'yarn.lock': '',
  };
}

export const packageManagers = {
  npm: { install: ['npm', 'install', '--ignore-scripts', '--no-audit', '--no-fund'] },
  pnpm: {
    install: [
      'npx',
      '--yes',
      'pnpm@12.21.0',
      'install',
      '--ignore-scripts',
      '--prefer-offline',
      '--no-frozen-lockfile',
    ],
    // Its own settings, since a folder above could be a workspace.
    files: { 'pnpm-workspace.yaml': 'packages: []\n' },
  },
  'yarn 1': {
    install: ['npx', '--yes', 'yarn@1.22.22', 'install', '--ignore-scripts', '--prefer-offline'],
  },
  'yarn 4': { install: [...yarn4, 'install'], files: yarn4Files('node-modules') },
  'yarn 4 PnP': {
    install: [...yarn4, 'install'],
    run: [...yarn4, 'run'],
    node: [...yarn4, 'node'],
    files: yarn4Files('pnp'),
  },
} as const satisfies Record<string, PackageManager>;

export type PackageManagerName = keyof typeof packageManagers;
