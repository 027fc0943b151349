// Writes an app of many slot levels, for benchmarks and for tests that count work.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as usual from './usual-texts.mjs';

const component = 'export default function Component() {\n  return null;\n}\n';

const layout = `import type { ReactNode } from 'react';

export default function Layout({
  children,
  team,
  stats,
}: {
  children: ReactNode;
  team: ReactNode;
  stats: ReactNode;
}) {
  return (
    <section>
      <main>{children}</main>
      <aside>{team}</aside>
      <aside>{stats}</aside>
    </section>
  );
}
`;

/** The files of one slot level: two slots, each with a page and a page further down. */
const levelOf = (page, slotPage, layoutText) => ({
  'layout.tsx': layoutText,
  'page.tsx': page,
  'more/page.tsx': page,
  '@team/page.tsx': slotPage,
  '@team/default.tsx': component,
  '@team/more/page.tsx': slotPage,
  '@stats/page.tsx': slotPage,
  '@stats/default.tsx': component,
  '@stats/more/page.tsx': slotPage,
});

const lengths = {
  short: levelOf(component, component, layout),
  usual: levelOf(usual.page, usual.slotPage, usual.layout),
};

/** How many files one level has. */
export const filesPerLevel = Object.keys(lengths.short).length;

/**
 * Writes a Next app: a root layout and page, and below them as many slot levels as asked for, of nine
 * files each. Nothing is wrong with it, but for the levels in `broken`, which lack `@team/default.tsx`.
 *
 * @param {string} root where to write; made where it is not there
 * @param {{ levels: number, broken?: number, length?: keyof typeof lengths }} size `short` files have a
 *   component of three lines, `usual` ones a hundred lines, as people write them
 */
export function writeLargeApp(root, { levels, broken = 0, length = 'short' }) {
  mkdirSync(join(root, 'app'), { recursive: true });
  const manifest = { private: true, type: 'module', dependencies: { next: '16.4.6' } };
  writeFileSync(join(root, 'package.json'), JSON.stringify(manifest));
  writeFileSync(
    join(root, 'app/layout.tsx'),
    'export default function Layout({ children }: { children: React.ReactNode }) {\n  return children;\n}\n',
  );
  writeFileSync(join(root, 'app/page.tsx'), component);
  for (let index = 0; index < levels; index += 1) {
    // Areas of fifty levels, as apps of this size have them, rather than one folder of thousands.
    const area = join(root, 'app', `area-${Math.floor(index / 50)}`);
    const folder = join(area, `level-${index}`);
    for (const name of ['more', '@team/more', '@stats/more']) {
      mkdirSync(join(folder, name), { recursive: true });
    }
    for (const [name, text] of Object.entries(lengths[length])) {
      if (index < broken && name === '@team/default.tsx') continue;
      // No two files alike, so that nothing is won by noticing that some are.
      writeFileSync(join(folder, name), text.replace(/function (\w+)/u, `function $1${index}`));
    }
  }
}

if (process.argv[1] === import.meta.filename) {
  const [root, levels = '1000', broken = '0'] = process.argv.slice(2);
  if (root === undefined) {
    console.error('Usage: node large-app.mjs FOLDER [LEVELS] [BROKEN]');
    process.exitCode = 2;
  } else {
    writeLargeApp(root, { levels: Number(levels), broken: Number(broken) });
  }
}
