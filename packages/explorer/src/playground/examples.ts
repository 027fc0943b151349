/** An app to begin with. */
export interface PlaygroundExample {
  /** As a link names it: `#example=modal-stays`. */
  readonly name: string;
  readonly title: string;
  /** Where the explorer stands: `#url=/about&from=/feed`. */
  readonly fragment: string;
  /** Texts by path from the project's folder; an empty one is a component that does nothing wrong. */
  readonly files: Readonly<Record<string, string>>;
}

const rootLayout = (...slots: readonly string[]) => `export default function RootLayout({ ${[
  'children',
  ...slots,
].join(', ')} }) {
  return (
    <html lang="en">
      <body>
        {children}
${slots.map((slot) => `        {${slot}}\n`).join('')}      </body>
    </html>
  );
}
`;

const manifest = (next: string) => `${JSON.stringify({ dependencies: { next } }, undefined, 2)}\n`;

function empty(...paths: readonly string[]): Record<string, string> {
  return Object.fromEntries(paths.map((path) => [path, '']));
}

/** What people stumble over most. */
export const famousBugs: readonly PlaygroundExample[] = [
  {
    name: '404-on-refresh',
    title: '404 on refresh',
    fragment: '#url=/settings&from=/&reload=1',
    files: {
      'package.json': manifest('15.5.29'),
      'app/layout.tsx': rootLayout('team'),
      ...empty('app/page.tsx', 'app/settings/page.tsx', 'app/@team/page.tsx'),
    },
  },
  {
    name: 'modal-stays',
    title: 'The modal that stays open',
    fragment: '#url=/about&from=/feed,/photo/7&reload=1',
    files: {
      'app/layout.tsx': rootLayout('modal'),
      ...empty(
        'app/page.tsx',
        'app/about/page.tsx',
        'app/feed/page.tsx',
        'app/photo/[id]/page.tsx',
        'app/@modal/default.tsx',
        'app/@modal/(.)photo/[id]/page.tsx',
      ),
    },
  },
  {
    name: 'strict-matching',
    title: 'Strict matching of Next.js 16.4',
    fragment: '#url=/dashboard/settings&compare=16.3.8,turbopack',
    files: {
      'app/layout.tsx': rootLayout(),
      'app/dashboard/layout.tsx':
        'export default function Dashboard({ children, team }) {\n  return (\n    <main>\n      {children}\n      {team}\n    </main>\n  );\n}\n',
      ...empty(
        'app/page.tsx',
        'app/dashboard/page.tsx',
        'app/dashboard/settings/page.tsx',
        'app/dashboard/@team/page.tsx',
        'app/dashboard/@team/members/page.tsx',
      ),
    },
  },
  {
    name: 'catch-all-against-dynamic',
    title: 'A catch-all against a dynamic segment',
    fragment: '#url=/shop/42',
    files: {
      'app/layout.tsx': rootLayout('basket'),
      ...empty(
        'app/page.tsx',
        'app/shop/[id]/page.tsx',
        'app/@basket/default.tsx',
        'app/@basket/[...rest]/page.tsx',
      ),
    },
  },
  {
    name: 'route-groups',
    title: 'Slots in route groups',
    fragment: '#url=/cart',
    files: {
      'app/layout.tsx': rootLayout(),
      'app/(shop)/layout.tsx':
        'export default function Shop({ children, total }) {\n  return (\n    <main>\n      {children}\n      {total}\n    </main>\n  );\n}\n',
      ...empty(
        'app/(marketing)/page.tsx',
        'app/(shop)/cart/page.tsx',
        'app/(shop)/products/page.tsx',
        'app/(shop)/@total/cart/page.tsx',
      ),
    },
  },
  {
    name: 'misspelled-prop',
    title: 'A slot that never renders',
    fragment: '#url=/',
    files: {
      'app/layout.tsx': rootLayout('analitics'),
      ...empty('app/page.tsx', 'app/@analytics/page.tsx', 'app/@analytics/default.tsx'),
    },
  },
];
