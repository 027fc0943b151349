/// <reference lib="dom" />
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

/** Folder, slot, fill, file and whether it is kept: what a box says of itself. */
export type Box = readonly (string | null)[];

/** The boxes of a stage, as they stand on the page. */
export function boxesOf(page: Page, stage = 'soft'): Promise<readonly Box[]> {
  return page
    .locator(`[data-stage=${stage}] .box`)
    .evaluateAll((boxes) =>
      boxes.map((box) =>
        ['segment', 'slot', 'fill', 'file', 'kept'].map((name) => box.getAttribute(`data-${name}`)),
      ),
    );
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What makes the page hard to use for somebody, as axe sees it. */
export async function violationsIn(page: Page): Promise<readonly string[]> {
  // Around the page's own policy, which would not let it run.
  await page.evaluate(axe);
  const result = await page.evaluate(() =>
    (
      globalThis as unknown as {
        axe: { run: () => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
      }
    ).axe.run(),
  );
  return result.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`);
}
