/** The texts of an app by path, with a mistake for every rule that there is. */
export function appOfMistakes(language: 'jsx' | 'tsx'): Readonly<Record<string, string | true>> {
  const typed = language === 'tsx';

  /** A layout that takes props and returns an expression, typed where the language has types. */
  const layout = (props: readonly string[], expression: string) => {
    const members = props.map((prop) => `${prop}: React.ReactNode`).join('; ');
    const type = typed ? `: Readonly<{ ${members} }>` : '';
    return `export default function Layout({ ${props.join(', ')} }${type}) {\n  return <>${expression}</>;\n}\n`;
  };

  const page = 'export default function Page() {\n  return null;\n}\n';
  const titled = (title: string) =>
    `export const metadata = { title: '${title}' };\n\nexport default function Page() {\n  return null;\n}\n`;

  const files: Record<string, string | true> = {
    layout: layout(['children'], '{children}'),
    page: true,

    // no-dead-default: nothing ever asks for it.
    'about/page': true,
    'about/default': true,

    // require-slot-default: @team has none, and /dash/more is left without it.
    'dash/layout': layout(['children', 'team'], '{children}{team}'),
    'dash/page': true,
    'dash/more/page': true,
    'dash/@team/page': true,

    // require-children-default: only @side knows /shop/cart.
    'shop/layout': layout(['children', 'side'], '{children}{side}'),
    'shop/page': true,
    'shop/@side/default': true,
    'shop/@side/cart/page': true,

    // no-slot-metadata-conflict: two titles of one URL. no-unused-slot-file: no page below it.
    'titles/layout': layout(['children', 'panel', 'extra'], '{children}{panel}{extra}'),
    'titles/page': titled('All'),
    'titles/@panel/page': titled('Panel'),
    'titles/@panel/default': true,
    'titles/@extra/default': true,
    'titles/@extra/template': layout(['children'], '{children}'),

    // no-unreachable-page: Turbopack takes the page of @children and refuses this one.
    'explicit/layout': layout(['children'], '{children}'),
    'explicit/page': true,
    'explicit/@children/page': true,

    // valid-interception: there is no /feed/gone. no-lingering-modal: nothing closes the other one.
    'feed/layout': layout(['children', 'modal'], '{children}{modal}'),
    'feed/page': true,
    'feed/photo/page': true,
    'feed/other/page': true,
    'feed/@modal/default': true,
    'feed/@modal/(.)photo/page': true,
    'feed/@modal/(.)gone/page': true,

    // no-greedy-interception: the modal of a user also opens for /people/new.
    'people/layout': layout(['children', 'modal'], '{children}{modal}'),
    'people/page': true,
    'people/new/page': true,
    'people/[id]/page': true,
    'people/@modal/default': true,
    'people/@modal/(.)[id]/page': true,

    // no-interception-from-outside: /album/list lies beside the group.
    'album/list/page': true,
    'album/photo/page': true,
    'album/(all)/layout': layout(['children', 'modal'], '{children}{modal}'),
    'album/(all)/page': true,
    'album/(all)/@modal/default': true,
    'album/(all)/@modal/(.)photo/page': true,

    // require-slot-index: the crumbs of /docs/start stay at /docs.
    'docs/layout': layout(['children', 'crumbs'], '{children}{crumbs}'),
    'docs/page': true,
    'docs/start/page': true,
    'docs/@crumbs/default': true,
    'docs/@crumbs/[...all]/page': true,

    // match-slot-props: a misspelled prop, and so a slot that the layout does not know.
    'props/layout': layout(['children', 'analitics'], '{children}{analitics}'),
    'props/page': true,
    'props/@analytics/page': true,
    'props/@analytics/default': true,

    // no-unrendered-slot; valid-slot-key: the hook is asked for a slot with a typo.
    'lost/layout': `import { useSelectedLayoutSegment } from 'next/navigation';\n\n${layout(
      ['children', 'panel'],
      "{children}{useSelectedLayoutSegment('pannel')}",
    )}`,
    'lost/page': true,
    'lost/@panel/page': true,
    'lost/@panel/default': true,

    // no-orphan-slot.
    'orphan/page': true,
    'orphan/@aside/page': true,
    'orphan/@aside/default': true,

    // valid-slot-name: Next hands the layout its params under this name.
    'named/layout': layout(['children'], '{children}'),
    'named/page': true,
    'named/@params/page': true,
    'named/@params/default': true,

    // portable-slot-name.
    'portable/layout': layout(['children', "'data-grid': grid"], '{children}{grid}').replace(
      "'data-grid': grid: React",
      "'data-grid': React",
    ),
    'portable/page': true,
    'portable/@data-grid/page': true,
    'portable/@data-grid/default': true,

    // valid-default-export.
    'exports/layout': layout(['children', 'box'], '{children}{box}'),
    'exports/page': true,
    'exports/@box/page': 'export const metadata = { title: "Box" };\n',
    'exports/@box/default': true,

    // require-slot-loading, require-slot-error, no-conditional-slot.
    'user/layout': layout(['children', 'login'], '{children ? children : login}'),
    'user/page': true,
    'user/@login/page':
      "export default async function Page() {\n  return (await fetch('/me')).text();\n}\n",
    'user/@login/default': true,

    // no-segment-config-conflict.
    'config/layout': layout(['children', 'news'], '{children}{news}'),
    'config/page': `export const revalidate = 60;\n\n${page}`,
    'config/@news/page': `export const revalidate = 30;\n\n${page}`,
    'config/@news/default': true,

    // valid-segment-name: a catch-all was meant.
    'guide/[...]rest/page': true,

    // readable-route-folders: the folder `locked` is made beside it.
    'folders/layout': layout(['children'], '{children}'),
    'folders/page': true,
  };
  return Object.fromEntries(
    Object.entries(files).map(([file, text]) => [`app/${file}.${language}`, text]),
  );
}
