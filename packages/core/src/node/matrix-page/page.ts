import { createHash } from 'node:crypto';
import {
  brokenUrls,
  hasMissing,
  levelsOf,
  matchesOf,
  plural,
  printable,
  walkSegments,
  type App,
  type Level,
  type SlotFill,
} from '@next-slots/core';
import { scriptText, styleText, templateText } from './page-text.js';

/** One app on the page. */
export interface PageApp {
  readonly app: App;
  /** What stands above it: its app directory. */
  readonly title: string;
  /** A file relative to the app directory as the page names it. */
  readonly printed: (file: string) => string;
  /** The URI to open a file by, for an editor that shows the page; without it files are only named. */
  readonly uri?: (file: string) => string;
}

/** The matrix of URLs by slots as one HTML page that needs nothing else and loads nothing. */
export function matrixPage(apps: readonly PageApp[]): string {
  const style = styleText.trim();
  const script = scriptText.trim();
  const values: Readonly<Record<string, string>> = {
    STYLE: style,
    SCRIPT: script,
    STYLE_HASH: contentHash(style),
    SCRIPT_HASH: contentHash(script),
    DATA: embeddable({ apps: apps.map(pageApp) }),
  };
  // In one pass, so that a folder called `%SCRIPT%` stays what it is.
  return templateText.replace(/\s*%(?<name>[A-Z_]+)%\s*/gu, (_whole, name: string) => {
    return values[name] ?? '';
  });
}

/** How a policy names the one script or style that may run. */
function contentHash(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

/** JSON that no name in it can break out of: an HTML parser looks for `</script` and `<!--`. */
function embeddable(data: unknown): string {
  return JSON.stringify(data).replaceAll('<', String.raw`\u003c`);
}

function pageApp(shown: PageApp) {
  const levels = levelsOf(shown.app);
  const told = new Set(brokenUrls(levels));
  return {
    title: printable(shown.title),
    about: about(shown.app),
    levels: levels.map((level) => pageLevel(shown, level, told)),
  };
}

function about({ tree, next }: PageApp['app']): string {
  let segments = 0;
  let slots = 0;
  for (const { segment } of walkSegments(tree)) {
    segments += 1;
    slots += segment.slots.length;
  }
  const routes = matchesOf({ tree, next }).routes.length;
  const counts = [plural(segments, 'segment'), plural(slots, 'slot'), plural(routes, 'route')];
  return `Next ${next.version}, ${next.bundler}: ${counts.join(', ')}`;
}

function pageLevel(shown: PageApp, level: Level, told: ReadonlySet<string>) {
  return {
    segment: printable(level.segment),
    layout: level.layout === null ? null : printable(shown.printed(level.layout)),
    slots: level.slots.map(printable),
    rows: level.rows.map((row) => ({
      url: printable(row.url),
      outcome: row.outcome,
      // A URL that is broken elsewhere is shown as broken there.
      broken: hasMissing(row) || (row.outcome !== 'ok' && !told.has(row.url)),
      cells: level.slots.map((slot) => pageCell(shown, level, row.fills.get(slot))),
    })),
  };
}

function pageCell(shown: PageApp, { segment }: Level, fill: SlotFill | undefined) {
  if (!fill) return null;
  const { file } = fill;
  if (file === null) return { fill: fill.fill, file: null, shown: '' };
  const folder = segment === '/' ? '' : `${segment.slice(1)}/`;
  return {
    fill: fill.fill,
    file: printable(shown.printed(file)),
    // The level's own folder stands above the table already.
    shown: printable(file.startsWith(folder) ? file.slice(folder.length) : file),
    ...(shown.uri && { uri: shown.uri(file) }),
  };
}
