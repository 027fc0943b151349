import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { runProcess, type ProcessResult } from '../harness/next-app.js';

const page = 'export default function Page() {\n  return <p>Hello</p>;\n}\n';

/** A slot without a default beside a route of its own: an error of `require-slot-default`. */
const plantedMistake = (extension: string) => ({
  [`app/dashboard/layout.${extension}`]: `export default function Layout({ children, team }${extension === 'tsx' ? ": LayoutProps<'/dashboard'>" : ''}) {
  return (
    <main>
      {children}
      {team}
    </main>
  );
}
`,
  [`app/dashboard/page.${extension}`]: page,
  [`app/dashboard/settings/page.${extension}`]: page,
  [`app/dashboard/@team/page.${extension}`]: page,
});

/** An app as create-next-app writes it, with {@link plantedMistake} and packages installed from the registry. */
export class CreatedApp {
  readonly root: string;
  /** How its files of JSX end. */
  readonly extension: 'js' | 'tsx';

  readonly #registry: string;

  private constructor(root: string, extension: 'js' | 'tsx', registry: string) {
    this.root = root;
    this.extension = extension;
    this.#registry = registry;
  }

  /**
   * @param version - The version of create-next-app.
   * @param args - Its options.
   * @param packages - What is installed beside what it lists.
   * @param registry - The address of the registry that has our packages too.
   */
  static async create(
    version: string,
    args: readonly string[],
    packages: readonly string[],
    registry: string,
  ): Promise<CreatedApp> {
    // It takes no folder with a capital letter in its name.
    const folder = realpathSync(mkdtempSync(join(tmpdir(), 'next-slots-created-')));
    const app = new CreatedApp(join(folder, 'web'), args.includes('--js') ? 'js' : 'tsx', registry);
    const common = ['--app', '--no-src-dir', '--no-tailwind', '--use-npm', '--skip-install'];
    const create = ['--yes', `create-next-app@${version}`, 'web', ...common, ...args];
    await succeed('npx', create, folder, app.#environment);
    for (const [file, text] of Object.entries(plantedMistake(app.extension))) app.write(file, text);
    const install = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--save-dev'];
    await succeed('npm', [...install, ...packages], app.root, app.#environment);
    await app.git('init', '--quiet');
    await app.git('add', '--all');
    await app.git('commit', '--quiet', '--no-verify', '--message', 'Start');
    return app;
  }

  /** A file of the app, with the extension of its language. */
  component(path: string): string {
    return `${path}.${this.extension}`;
  }

  read(file: string): string {
    return readFileSync(join(this.root, file), 'utf8');
  }

  write(file: string, text: string): void {
    const path = join(this.root, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }

  /** Runs a line as a terminal in the app would. */
  shell(line: string): Promise<ProcessResult> {
    return runProcess('bash', ['-c', line], { cwd: this.root, env: this.#environment });
  }

  git(...args: readonly string[]): Promise<string> {
    const author = ['-c', 'user.name=Test', '-c', 'user.email=test@example.org'];
    return succeed('git', [...author, ...args], this.root, this.#environment);
  }

  /** Takes back whatever was written since the app was created. */
  async reset(): Promise<void> {
    await this.git('reset', '--quiet', '--hard');
    await this.git('clean', '-d', '--force', '--quiet');
  }

  remove(): void {
    rmSync(dirname(this.root), { recursive: true, force: true });
  }

  /** The environment without what the package manager that runs the tests has put there. */
  get #environment(): NodeJS.ProcessEnv {
    const own = Object.entries(process.env).filter(
      ([name]) => !/^(?:npm_|pnpm_|vitest|node_(?:env|options|path)$|force_color$)/iu.test(name),
    );
    return {
      ...Object.fromEntries(own),
      npm_config_registry: this.#registry,
      NEXT_TELEMETRY_DISABLED: '1',
      NO_COLOR: '1',
    };
  }
}

async function succeed(
  program: string,
  args: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv,
): Promise<string> {
  const { code, stdout, stderr } = await runProcess(program, args, { cwd, env });
  if (code !== 0) throw new Error(`${program} ${args.join(' ')} failed:\n${stdout}${stderr}`);
  return stdout;
}
