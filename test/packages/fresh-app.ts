import type { ExecFileOptions } from 'node:child_process';
import { rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { NextApp, runProcess, type ProcessResult, type WhenOver } from '../harness/next-app.js';
import { installNode } from './install-node.js';
import {
  packageManagers,
  type PackageManager,
  type PackageManagerName,
} from './package-managers.js';

/** How a config of ESLint is written. */
export type ConfigKind = 'mjs' | 'cjs' | 'mts';

/** What an app is made of. */
export interface Ingredients {
  readonly manager: PackageManagerName;
  readonly next: '14' | '15' | '16';
  readonly eslint: '9' | '10';
  /** A version of Node, in full. */
  readonly node: string;
  /** Without it, the app is written in JavaScript. */
  readonly typescript: '5.4' | '5.9' | '6.0.3' | undefined;
  readonly config: ConfigKind;
}

const layout = {
  js: `export default function Layout({ children, team }) {
  return (
    <main>
      {children}
      {team}
    </main>
  );
}
`,
  tsx: `import type { ReactNode } from 'react';

export default function Layout({ children, team }: { children: ReactNode; team: ReactNode }) {
  return (
    <main>
      {children}
      {team}
    </main>
  );
}
`,
};

const rootLayout = {
  js: `export default function RootLayout({ children }) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  );
}
`,
  tsx: `import type { ReactNode } from 'react';

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  );
}
`,
};

const page = `export default function Page() {
  return <p>Hello</p>;
}
`;

const configs = {
  mjs: `import nextSlots from 'eslint-plugin-next-slots';
PARSER
export default [
  { ignores: ['.pnp.*', 'node_modules/**'] },
  ...nextSlots.forApps(import.meta.dirname),
  ...languages,
];
`,
  mts: `import nextSlots, { type AppConfigOptions } from 'eslint-plugin-next-slots';
import type { Linter } from 'eslint';
PARSER
const options: AppConfigOptions = { preset: 'recommended' };

export default [
  { ignores: ['.pnp.*', 'node_modules/**'] },
  ...nextSlots.forApps(import.meta.dirname, options),
  ...languages,
] satisfies Linter.Config[];
`,
  cjs: `const nextSlots = require('eslint-plugin-next-slots');
PARSER
module.exports = [
  { ignores: ['.pnp.*', 'node_modules/**'] },
  ...nextSlots.forApps(__dirname),
  ...languages,
];
`,
} satisfies Record<ConfigKind, string>;

/** The config's part about languages: none where ESLint's own parser reads the app. */
function parserPart({ typescript, config }: Ingredients): string {
  if (typescript === undefined) return '\nconst languages = [];\n';
  const load =
    config === 'cjs'
      ? "const parser = require('@typescript-eslint/parser');\n"
      : "import * as parser from '@typescript-eslint/parser';\n";
  return `${load}\nconst languages = [{ files: ['**/*.{ts,mts,tsx}'], languageOptions: { parser } }];\n`;
}

/**
 * A new Next app in an empty folder, with a dashboard whose slot `@team` lacks its default, and our
 * packages installed from their tarballs.
 */
export class FreshApp extends NextApp {
  readonly ingredients: Ingredients;
  /** How its files of JSX end. */
  readonly extension: 'js' | 'tsx';
  /** The file that its slot lacks. */
  readonly missing: string;
  /** Where the problem is told. */
  readonly layout: string;
  readonly #manager: PackageManager;
  #bin = '';

  constructor(ingredients: Ingredients, tarballs: ReadonlyMap<string, string>, whenOver: WhenOver) {
    const { manager, typescript, config } = ingredients;
    const extension = typescript === undefined ? 'js' : 'tsx';
    const managerFiles: PackageManager = packageManagers[manager];
    super(
      {
        ...managerFiles.files,
        'package.json': manifest(ingredients, tarballs),
        [`eslint.config.${config}`]: configs[config].replace('PARSER', parserPart(ingredients)),
        [`app/layout.${extension}`]: rootLayout[extension],
        [`app/page.${extension}`]: page,
        [`app/dashboard/layout.${extension}`]: layout[extension],
        [`app/dashboard/page.${extension}`]: page,
        [`app/dashboard/@team/page.${extension}`]: page,
        ...(typescript !== undefined && { 'tsconfig.json': tsconfig }),
      },
      whenOver,
    );
    this.ingredients = ingredients;
    this.extension = extension;
    this.layout = `app/dashboard/layout.${extension}`;
    this.missing = `app/dashboard/@team/default.${extension}`;
    this.#manager = managerFiles;
  }

  /** Installs Node and everything that the app lists. */
  async install(): Promise<void> {
    this.#bin = await installNode(this.ingredients.node);
    const [program, ...args] = this.#manager.install;
    const { code, stdout, stderr } = await runProcess(program, args, {
      cwd: this.root,
      env: this.env,
    });
    if (code !== 0) throw new Error(`${this.ingredients.manager} failed:\n${stdout}${stderr}`);
  }

  /** The program `node` of the app. */
  get node(): string {
    return join(this.#bin, process.platform === 'win32' ? 'node.exe' : 'node');
  }

  /**
   * What a terminal in the app would hold: its Node comes first, and no package manager is about, whose
   * `NODE_PATH` would lend the app what it lacks.
   */
  get env(): NodeJS.ProcessEnv {
    const own = Object.entries(process.env).filter(
      ([name]) => !/^(?:npm_|pnpm_|vitest|node_(?:env|options|path)$|force_color$)/iu.test(name),
    );
    return {
      ...Object.fromEntries(own),
      PATH: [this.#bin, process.env['PATH'] ?? ''].join(delimiter),
      NEXT_TELEMETRY_DISABLED: '1',
    };
  }

  /** The command that starts the program of an installed package. */
  command(name: string, args: readonly string[]): [program: string, ...args: string[]] {
    const { run } = this.#manager;
    return run ? [...run, name, ...args] : [this.path('node_modules', '.bin', name), ...args];
  }

  /** Runs the program of an installed package in the app. */
  run(
    name: string,
    args: readonly string[],
    options: ExecFileOptions & { readonly input?: string } = {},
  ): Promise<ProcessResult> {
    const [program, ...rest] = this.command(name, args);
    return runProcess(program, rest, { cwd: this.root, env: this.env, ...options });
  }

  /** Runs a module that uses what is installed. */
  script(source: string): Promise<ProcessResult> {
    this.write('script.mjs', source);
    const [program, ...args] = this.#manager.node ?? [this.node];
    return runProcess(program, [...args, this.path('script.mjs')], {
      cwd: this.root,
      env: this.env,
    });
  }

  /** Takes away what a run may have created. */
  reset(): void {
    rmSync(this.path(this.missing), { force: true });
    rmSync(this.path('.eslintcache'), { force: true });
    rmSync(this.path('script.mjs'), { force: true });
  }
}

const tsconfig = JSON.stringify({
  compilerOptions: {
    target: 'ES2022',
    lib: ['ES2022', 'DOM'],
    module: 'esnext',
    moduleResolution: 'bundler',
    strict: true,
    noEmit: true,
    jsx: 'preserve',
    plugins: [{ name: 'typescript-plugin-next-slots' }],
  },
  include: ['app'],
});

function manifest(
  { next, eslint, typescript, config }: Ingredients,
  tarballs: ReadonlyMap<string, string>,
): string {
  const react = next === '14' ? '18' : '19';
  const ours = [...tarballs].filter(
    ([name]) => typescript !== undefined || name !== 'typescript-plugin-next-slots',
  );
  return JSON.stringify({
    name: 'fresh-app',
    private: true,
    dependencies: { next, react, 'react-dom': react },
    devDependencies: {
      eslint,
      ...(config === 'mts' && { jiti: '2' }),
      ...(typescript !== undefined && {
        typescript,
        '@types/node': '20',
        '@types/react': react,
        '@typescript-eslint/parser': '8',
      }),
      ...Object.fromEntries(ours.map(([name, tarball]) => [name, `file:${tarball}`])),
    },
  });
}
