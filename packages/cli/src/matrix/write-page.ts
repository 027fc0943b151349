import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { printable, type SlotFill } from '@next-slots/core';
import { errorCode } from '@next-slots/core/node';
import { summarise, type OpenedApp } from '../apps/open-app.js';
import type { OpenedApps } from '../apps/open-apps.js';
import { UsageError } from '../command-line/usage-error.js';
import { plural } from '../terminal/plural.js';
import scriptText from './page/script.js';
import styleText from './page/style.css';
import template from './page/template.html';
import { brokenUrls, hasMissing, levelsOf, type Level } from './levels.js';

/**
 * Writes the matrix as one page that needs nothing else.
 *
 * @throws UsageError where the file cannot be written.
 */
export function writePage(file: string, opened: OpenedApps): void {
  try {
    writeFileSync(file, page(opened));
  } catch (error) {
    throw new UsageError(`${printable(file)} cannot be written: ${errorCode(error)}`);
  }
}

function page({ base, apps }: OpenedApps): string {
  const style = styleText.trim();
  const script = scriptText.trim();
  const data = { apps: apps.map((opened) => pageApp(opened, base)) };
  const values: Readonly<Record<string, string>> = {
    STYLE: style,
    SCRIPT: script,
    STYLE_HASH: contentHash(style),
    SCRIPT_HASH: contentHash(script),
    DATA: embeddable(data),
  };
  // In one pass, so that a folder called `%SCRIPT%` stays what it is.
  return template.replace(/\s*%(?<name>[A-Z_]+)%\s*/gu, (_whole, name: string) => {
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

function pageApp(opened: OpenedApp, base: string) {
  const { appDir, next, bundler, segments, slots, routes } = summarise(opened, base);
  const levels = levelsOf(opened);
  const told = new Set(brokenUrls(levels));
  return {
    title: printable(appDir),
    about: `Next ${next}, ${bundler}: ${plural(segments, 'segment')}, ${plural(slots, 'slot')}, ${plural(routes, 'route')}`,
    levels: levels.map((level) => pageLevel(opened, level, told)),
  };
}

function pageLevel(opened: OpenedApp, level: Level, told: ReadonlySet<string>) {
  return {
    segment: printable(level.segment),
    layout: level.layout === null ? null : printable(opened.printed(level.layout)),
    slots: level.slots.map(printable),
    rows: level.rows.map((row) => ({
      url: printable(row.url),
      outcome: row.outcome,
      // A URL that is broken elsewhere is shown as broken there.
      broken: hasMissing(row) || (row.outcome !== 'ok' && !told.has(row.url)),
      cells: level.slots.map((slot) => pageCell(opened, level, row.fills.get(slot))),
    })),
  };
}

function pageCell(opened: OpenedApp, { segment }: Level, fill: SlotFill | undefined) {
  if (!fill) return null;
  const { file } = fill;
  if (file === null) return { fill: fill.fill, file: null, shown: '' };
  const folder = segment === '/' ? '' : `${segment.slice(1)}/`;
  return {
    fill: fill.fill,
    file: printable(opened.printed(file)),
    // The level's own folder stands above the table already.
    shown: printable(file.startsWith(folder) ? file.slice(folder.length) : file),
  };
}
