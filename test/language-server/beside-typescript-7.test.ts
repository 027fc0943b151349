import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fullClient, LspApp, pullingClient } from '../harness/lsp-app.js';
import type { LspClient } from '../harness/lsp-client.js';
import { link, workspace } from '../harness/packed.js';

const layout = 'app/dash/layout.tsx';

/** Enough of React for TypeScript to know what a layout is made of. */
const react = `
declare namespace React { type ReactNode = string | number | null | undefined; }
declare module 'next/navigation' {
  export function useSelectedLayoutSegment(key?: string): string | null;
}
`;

interface WireItem {
  readonly label: string;
}

/** One document in two servers: TypeScript 7's own, and ours beside it. */
class SideBySide {
  private constructor(
    readonly app: LspApp,
    readonly typescript: LspClient,
    readonly ours: LspClient,
    readonly at: object,
  ) {}

  static async open(marked: string, path = layout): Promise<SideBySide> {
    const app = new LspApp({
      'tsconfig.json': JSON.stringify({
        compilerOptions: {
          strict: true,
          noEmit: true,
          jsx: 'preserve',
          types: [],
          plugins: [{ name: 'next' }, { name: 'typescript-plugin-next-slots' }],
        },
      }),
      'react.d.ts': react,
      'app/layout.tsx': true,
      'app/dash/page.tsx': true,
      'app/dash/@team/page.tsx': true,
      'app/dash/@feed/page.tsx': true,
      [layout]: true,
    });
    link(join(workspace, 'node_modules/typescript-7'), app.path('node_modules/typescript'));
    const tsc = app.path('node_modules/typescript/bin/tsc');
    const typescript = await app.start({
      command: [process.execPath, tsc, '--lsp', '--stdio'],
      capabilities: pullingClient,
    });
    const ours = await app.start({ capabilities: fullClient });
    const { text, position } = LspApp.cursor(marked);
    for (const client of [typescript, ours]) app.open(client, path, text);
    return new SideBySide(app, typescript, ours, {
      textDocument: { uri: app.uri(path) },
      position,
    });
  }

  /** The list that an editor shows: what both say, put together and not looked through. */
  async labels(): Promise<string[]> {
    const [theirs, own] = await Promise.all([
      this.typescript.request<{ items: WireItem[] } | WireItem[] | null>(
        'textDocument/completion',
        this.at,
      ),
      this.ours.request<WireItem[]>('textDocument/completion', this.at),
    ]);
    const items = theirs === null ? [] : Array.isArray(theirs) ? theirs : theirs.items;
    return [...items, ...own].map(({ label }) => label);
  }
}

const count = (labels: readonly string[], name: string) =>
  labels.filter((label) => label === name || label.startsWith(`${name}:`)).length;

test.each([
  ['an empty pattern', 'export default function Dash({ | }) { return null; }\n'],
  [
    'a type literal',
    'export default function Dash({ children }: { children: React.ReactNode; | }) { return children; }\n',
  ],
  [
    'a pattern whose type declares one of them',
    'interface Props { children: React.ReactNode; team: React.ReactNode }\nexport default function Dash({ children, | }: Props) { return children; }\n',
  ],
  [
    'a member access on a type that declares one of them',
    'export default function Dash(props: { team: React.ReactNode }) { return props.| }\n',
  ],
])('%s offers each slot once', async (_, marked) => {
  const open = await SideBySide.open(marked);
  const labels = await open.labels();
  expect([count(labels, 'team'), count(labels, 'feed')]).toEqual([1, 1]);
});

test('a slot key is offered once', async () => {
  const open = await SideBySide.open(
    "'use client';\nimport { useSelectedLayoutSegment } from 'next/navigation';\nexport const Nav = () => useSelectedLayoutSegment('|');\n",
    'app/dash/nav.tsx',
  );
  expect(count(await open.labels(), 'team')).toBe(1);
});

test('both report, each its own, and what TypeScript says stays as it is', async () => {
  const open = await SideBySide.open(
    'export default function Dash({ team }: { team: React.ReactNode }) { return [team, oops]; }\n|',
  );
  const theirs = await open.typescript.request<{ items: { message: string }[] }>(
    'textDocument/diagnostic',
    open.at,
  );
  expect(theirs.items.map(({ message }) => message)).toEqual(["Cannot find name 'oops'."]);
  await open.ours.until(
    () => open.ours.lastPublished(open.app.uri(layout)) !== undefined,
    'our diagnostics',
  );
  const own = open.ours.lastPublished(open.app.uri(layout)) ?? [];
  expect(own.length).toBeGreaterThan(0);
  expect(new Set(own.map(({ source }) => source))).toEqual(new Set(['next-slots']));
});
