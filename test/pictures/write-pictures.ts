/** Takes the pictures of the README: `pnpm pictures`, after a change of what they show. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { AnsiUp } from 'ansi_up';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../harness/browser.js';
import { workspace } from '../harness/packed.js';

const images = join(workspace, 'docs', 'images');
const cli = join(workspace, 'packages', 'cli', 'dist', 'main.js');

const page = 'export default function Page() {\n  return <h1>Hello</h1>;\n}\n';

/** A dashboard as one writes it: a typo in the layout, and a page that two slots know nothing of. */
const app = {
  'package.json': JSON.stringify({ dependencies: { next: '16.4.6' } }),
  'app/layout.tsx': `export default function RootLayout({ children }: LayoutProps<'/'>) {
  return (
    <html>
      <body>{children}</body>
    </html>
  );
}
`,
  'app/page.tsx': page,
  'app/dashboard/layout.tsx': `import type { ReactNode } from 'react';

export default function DashboardLayout(props: {
  children: ReactNode;
  team: ReactNode;
  analitics: ReactNode;
}) {
  return (
    <main>
      {props.children}
      {props.team}
      {props.analitics}
    </main>
  );
}
`,
  'app/dashboard/page.tsx': page,
  'app/dashboard/@team/page.tsx': page,
  'app/dashboard/@team/settings/page.tsx': page,
  'app/dashboard/@analytics/page.tsx': page,
  'app/dashboard/@analytics/default.tsx': page,
  'app/dashboard/settings/page.tsx': page,
  'app/dashboard/members/page.tsx': page,
  'app/photo/[id]/page.tsx': page,
};

const terminalStyle = `
  body { margin: 0; }
  pre {
    margin: 0;
    padding: 20px 24px;
    background: #14161a;
    color: #d6d9df;
    font: 14px/1.5 'DejaVu Sans Mono', monospace;
    overflow-wrap: anywhere;
    white-space: pre-wrap;
  }
  .ansi-red-fg { color: #ff6b6b; }
  .ansi-yellow-fg { color: #f2c14e; }
`;

const folder = mkdtempSync(join(tmpdir(), 'next-slots-pictures-'));
const browser = await launchBrowser();
try {
  const [dashboard, gallery] = [join(folder, 'dashboard'), join(folder, 'gallery')];
  writeApp(dashboard, app);
  writeApp(gallery, photos());
  await takeReport(browser, dashboard);
  await takeExplorer(browser, dashboard, '#url=/dashboard/members', 'explorer.png');
  const walk = '#url=/about&from=/feed,/photo/7&reload=1';
  await takeExplorer(browser, gallery, walk, 'explorer-walk.png');
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}

function writeApp(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
}

/** A modal that a link opens, and that stays when the user moves on. */
function photos(): Readonly<Record<string, string>> {
  return {
    'package.json': JSON.stringify({ dependencies: { next: '16.4.6' } }),
    'app/layout.tsx': `export default function RootLayout({ children, modal }: LayoutProps<'/'>) {
  return (
    <html>
      <body>
        {children}
        {modal}
      </body>
    </html>
  );
}
`,
    'app/page.tsx': page,
    'app/about/page.tsx': page,
    'app/feed/page.tsx': page,
    'app/photo/[id]/page.tsx': page,
    'app/@modal/default.tsx': page,
    'app/@modal/(.)photo/[id]/page.tsx': page,
  };
}

/** What the command line prints, colours included, as a terminal would show it. */
async function takeReport(browser: Browser, folder: string): Promise<void> {
  const { stdout } = spawnSync(process.execPath, [cli, 'check', '--color'], {
    cwd: folder,
    encoding: 'utf8',
  });
  const ansi = new AnsiUp();
  ansi.use_classes = true;
  const view = await browser.newPage({
    viewport: { width: 1000, height: 100 },
    deviceScaleFactor: 2,
  });
  await view.setContent(
    `<style>${terminalStyle}</style><pre><b>$ npx next-slots check</b>\n${ansi.ansi_to_html(stdout.trimEnd())}</pre>`,
  );
  await view.locator('pre').screenshot({ path: join(images, 'report.png') });
}

/** The explorer as one HTML page. */
async function takeExplorer(
  browser: Browser,
  folder: string,
  fragment: string,
  picture: string,
): Promise<void> {
  const file = join(folder, 'slots.html');
  execFileSync(process.execPath, [cli, 'matrix', '--html', file], { cwd: folder, stdio: 'ignore' });
  const view = await browser.newPage({
    viewport: { width: 1240, height: 760 },
    deviceScaleFactor: 2,
    colorScheme: 'light',
  });
  await view.goto(`${pathToFileURL(file).href}${fragment}`);
  await view.locator('[data-stage]').first().waitFor();
  await view.screenshot({ path: join(images, picture) });
}
