import {
  buildRouteTree,
  configureChecks,
  defaultBundler,
  defaultPageExtensions,
  isScript,
  configSchema,
  parse as parseBy,
  readModuleFromESTree,
  type App,
  type ConfiguredCheck,
  type ModuleFacts,
  type NextTarget,
} from '@next-slots/core';
import { describeApp, describeFindingsInSteps } from '../data/describe-app.js';
import type { ExplorerApp, TargetFindings } from '../data/explorer-app.js';
import { listingOf } from '../data/file-listing.js';
import type { Target } from '../model/explorer-state.js';

/** Parses a source text to ESTree. */
export type Parse = (file: string, text: string) => unknown;

/** An app of which the files are known, with their texts where they have some. */
export interface TextApp {
  readonly explorer: ExplorerApp;
  /** See {@link describeFindingsInSteps}. */
  readonly findings: (
    target: Target,
    pause: () => Promise<boolean>,
  ) => Promise<TargetFindings | undefined>;
}

const newest = '16.4.6';

/** What stands in a file of which nobody says what it holds: something that does nothing wrong. */
const stock = {
  layout: 'export default function Layout(props) {\n  return Object.values(props);\n}\n',
  other: 'export default function Page() {\n  return null;\n}\n',
} as const;

/** Describes an app for the explorer. @param files - Texts by path from the project's folder. */
export function describeText(files: ReadonlyMap<string, string>, parse: Parse): TextApp {
  const folder = appFolder(files.keys());
  const own = [...files].flatMap(([path, text]): [string, string][] =>
    path.startsWith(`${folder}/`) && path !== `${folder}/`
      ? [[path.slice(folder.length + 1), text]]
      : [],
  );
  const texts = new Map(own);
  const known = new Map<string, ModuleFacts | undefined>();
  const textOf = (file: string) => {
    const text = texts.get(file);
    if (text !== '' || !isScript(file)) return text;
    return /(?:^|\/)layout\.\w+$/u.test(file) ? stock.layout : stock.other;
  };
  const tree = buildRouteTree(listingOf(texts.keys()), defaultPageExtensions);
  const app: App = {
    tree,
    next: targetIn(files),
    settings: {},
    sources: {
      text: textOf,
      facts: (file) => {
        if (known.has(file)) return known.get(file);
        const text = textOf(file);
        const facts = text === undefined || !isScript(file) ? undefined : read(file, text, parse);
        known.set(file, facts);
        return facts;
      },
      modules: () => [...texts.keys()].filter(isScript),
      template: () => undefined,
    },
  };
  const checks = checksIn(files);
  return {
    explorer: describeApp({ name: folder, app, checks }, []),
    findings: (target, pause) => describeFindingsInSteps({ app, checks }, target, pause),
  };
}

function read(file: string, text: string, parse: Parse): ModuleFacts | undefined {
  try {
    return readModuleFromESTree(parse(file, text), text);
  } catch {
    // Half-typed text: nothing is known of it, and checks are silent.
    return undefined;
  }
}

/** The app directory among some paths. */
function appFolder(paths: Iterable<string>): string {
  for (const path of paths) {
    const folder = /^(?:src\/)?app(?=\/)/u.exec(path)?.[0];
    if (folder !== undefined) return folder;
  }
  return 'app';
}

/** Which Next.js the `package.json` asks for. */
function targetIn(files: ReadonlyMap<string, string>): NextTarget {
  const manifest = parsed(files.get('package.json'));
  const { dependencies } = (manifest ?? {}) as { dependencies?: { next?: unknown } };
  const version = /\d+\.\d+\.\d+/u.exec(String(dependencies?.next))?.[0] ?? newest;
  return { version, bundler: defaultBundler(version) };
}

/** The checks that the configuration asks for; the recommended ones where it cannot be read. */
function checksIn(files: ReadonlyMap<string, string>): readonly ConfiguredCheck[] {
  const config = parseBy(configSchema, configIn(files));
  const { preset, rules } = config.ok ? config.value : {};
  const checks = configureChecks({ ...(preset && { preset }), ...(rules && { rules }) });
  if (checks.ok) return checks.value;
  const recommended = configureChecks({});
  return recommended.ok ? recommended.value : [];
}

/** The configuration without what is of no use here. */
function configIn(files: ReadonlyMap<string, string>): unknown {
  const config = parsed(files.get('next-slots.config.json'));
  if (typeof config !== 'object' || config === null) return {};
  const { $schema: _schema, ignore: _ignore, ...used } = config as Record<string, unknown>;
  return used;
}

function parsed(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
