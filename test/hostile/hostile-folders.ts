import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { isNight } from '../harness/is-night.js';

/** One kind of folder that nobody expects, put into an app that is sound otherwise. */
export interface HostileFolder {
  /**
   * Puts it into the app.
   *
   * @param at - The absolute path of something in the app's project.
   */
  readonly make: (at: (path: string) => string) => void;
  /** What every host tells of it, where it is worth telling. */
  readonly told?: RegExp;
}

/** Names that break out of code, pages, lines, terminals and paths that forget to escape them. */
export const hostileNames: readonly string[] = [
  ...['a\nb', 'a\rb', "a'b", 'a"b', 'a`b', '${process.exit(3)}', 'a*', '<!--<script>', '\u202etxt'],
  ...[
    '\u2066a\u2069',
    'a\u2028b',
    '👩‍👧',
    'a\\',
    '\u001b[31m',
    '%SCRIPT%',
    '::error::a',
    '$&',
    '&lt;',
  ],
  // With the `@` in front of it this is as long as a name can be.
  'n'.repeat(254),
];

/** How many entries one folder has. */
const crowd = isNight ? 50_000 : 1000;

/** How deep folders lie. */
const depth = 200;

export const hostileFolders = {
  'symlink loops': {
    make: (at) => {
      symlinkSync('.', at('app/here'));
      symlinkSync('..', at('app/dash/up'));
      symlinkSync('self', at('app/dash/settings/self'));
      symlinkSync('nowhere', at('app/dangling'));
    },
    told: /`\/here` links back/u,
  },
  'links to all there is': {
    make: (at) => {
      for (let level = 0; level < 60; level += 1) {
        mkdirSync(at(`chain/${String(level)}`), { recursive: true });
        symlinkSync(`../${String(level + 1)}`, at(`chain/${String(level)}/left`));
        symlinkSync(`../${String(level + 1)}`, at(`chain/${String(level)}/right`));
      }
      mkdirSync(at('chain/60'));
      symlinkSync(at('chain/0'), at('app/dash/@chain'));
      symlinkSync('/', at('app/root'));
      symlinkSync('/proc', at('app/dash/_private'));
    },
    told: /`\/root` is a symbolic link to too many files/u,
  },
  'a slot that is a link out of the app': {
    make: (at) => {
      write(at('outside/page.tsx'));
      write(at('outside/deep/page.tsx'));
      symlinkSync(at('outside'), at('app/dash/@side'));
    },
    told: /@side/u,
  },
  'a default that is a folder': {
    make: (at) => {
      write(at('app/dash/@docs/page.tsx'));
      write(at('app/dash/@docs/default.tsx/page.tsx'));
    },
    told: /@docs/u,
  },
  'a FIFO': {
    make: (at) => {
      mkdirSync(at('app/dash/@pipe'));
      const fifos = ['@pipe/page.tsx', '@pipe/default.tsx', 'settings/layout.tsx', 'error.tsx'];
      const paths = fifos.map((file) => at(`app/dash/${file}`));
      mkdirSync(at('nested'));
      const project = ['next.config.js', 'nested/package.json'];
      execFileSync('mkfifo', [...paths, ...project.map(at), at('app/nav.tsx')]);
    },
  },
  'unreadable folders and files': {
    make: (at) => {
      write(at('app/closed/page.tsx'));
      write(at('app/dash/settings/closed/page.tsx'));
      write(at('app/dash/loading.tsx'));
      chmodSync(at('app/closed'), 0);
      chmodSync(at('app/dash/settings/closed'), 0);
      chmodSync(at('app/dash/loading.tsx'), 0);
    },
    told: /`\/closed` cannot be read \(EACCES\)/u,
  },
  'folders that vanish': {
    make: (at) => {
      for (const host of ['cli', 'eslint', 'server']) {
        write(at(`app/dash/vanishing-${host}/page.tsx`));
        write(at(`app/dash/vanishing-${host}/@a/page.tsx`));
      }
    },
  },
  'many entries': {
    make: (at) => {
      mkdirSync(at('app/crowd'));
      for (let index = 0; index < crowd; index += 1) {
        writeFileSync(at(`app/crowd/${String(index)}.txt`), '');
      }
      write(at('app/crowd/@a/page.tsx'));
      write(at('app/crowd/page.tsx'));
    },
    told: /@a/u,
  },
  'deep nesting': {
    make: (at) => {
      const way = Array.from({ length: depth }, (_, level) => (level % 4 === 3 ? '(g)' : 'd'));
      const folder = ['app', ...way].join('/');
      write(at(`${folder}/layout.tsx`));
      write(at(`${folder}/page.tsx`));
      write(at(`${folder}/@deep/page.tsx`));
    },
    told: /@deep/u,
  },
  'hostile names': {
    make: (at) => {
      write(at('app/named/layout.tsx'), layout('children'));
      write(at('app/named/page.tsx'));
      write(at('app/typed/layout.jsx'), typedLayout);
      write(at('app/typed/page.tsx'));
      write(at('app/typed/deeper/page.tsx'));
      for (const name of hostileNames) {
        write(at(`app/named/@${name}/page.tsx`));
        write(at(`app/typed/@${name}/page.tsx`));
        // No layout is there to render it.
        write(at(`app/${name}/@${name}/page.tsx`));
        write(at(`app/${name}/page.tsx`));
        write(at(`app/${name}/script>/(${name.slice(0, 250)})/page.tsx`));
        // The route of a type in a comment that must not end there.
        write(at(`app/${name}/b/layout.jsx`), typedLayout);
        write(at(`app/${name}/b/page.jsx`));
      }
    },
    told: /is never rendered at `\/named`/u,
  },
  'names that are not UTF-8': {
    make: (at) => {
      const name = (path: string) => Buffer.from(at(path), 'latin1');
      mkdirSync(name('app/dash/@te\u00ffam'));
      writeFileSync(name('app/dash/@te\u00ffam/page.tsx'), '');
      writeFileSync(name('app/dash/p\u00ffge.tsx'), '');
    },
    told: /@te\ufffdam` cannot be read \(ENOENT\)/u,
  },
} as const satisfies Record<string, HostileFolder>;

/** What the app around a hostile folder holds: a slot that lacks its default, and nothing else wrong. */
export const soundFiles: Readonly<Record<string, string>> = {
  'package.json': JSON.stringify({ dependencies: { next: '16.4.6' } }),
  'app/layout.tsx': layout('children'),
  'app/page.tsx': component(),
  'app/dash/layout.tsx': layout('children', 'team'),
  'app/dash/page.tsx': component(),
  'app/dash/settings/page.tsx': component(),
  'app/dash/@team/page.tsx': component(),
};

function write(file: string, text = component()): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

function component(): string {
  return 'export default function Component() {\n  return null;\n}\n';
}

function layout(...names: readonly string[]): string {
  const list = names.join(', ');
  return `export default function Layout({ ${list} }) {\n  return [${list}];\n}\n`;
}

const typedLayout =
  "/** @param {LayoutProps<'/elsewhere'>} props */\nexport default function Layout(props) {\n  return props.children;\n}\n";
