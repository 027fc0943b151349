import { markdownCode } from '../markdown.js';
import { printable } from '../printable.js';
import type { ConventionFile } from '../routes/convention-files.js';
import { scaffoldedFiles } from '../edits/templates.js';
import type { Segment } from '../routes/route-tree.js';
import { walkBelow } from '../routes/walk.js';

/** More pages than this are counted, not listed. */
const listedPages = 12;

/** Names a slot in one line: `slot @team of /dash`. */
export function slotTitle(owner: Segment, slot: Segment): string {
  return printable(`slot ${slot.name.raw} of /${owner.path}`);
}

/** What a slot's folder holds, as Markdown: its folder, its pages, its default, loading and error. */
export function describeSlot(slot: Segment): string {
  const lines = [`folder: ${markdownCode(slot.path)}`, `pages: ${listPages(slot)}`];
  for (const convention of scaffoldedFiles) {
    lines.push(`${convention}: ${fileOf(slot, convention)}`);
  }
  return lines.map((line) => `- ${line}`).join('\n');
}

/** The pages by their folders below the slot; `/` is the slot's own. */
function listPages(slot: Segment): string {
  const pages: string[] = [];
  for (const { segment } of walkBelow(slot, [])) {
    if (segment.files.page === undefined) continue;
    pages.push(markdownCode(`/${segment.path.slice(slot.path.length + 1)}`));
  }
  if (pages.length === 0) return 'none';
  const rest = pages.length - listedPages;
  const listed = pages.slice(0, listedPages).join(', ');
  return rest > 0 ? `${listed} and ${String(rest)} more` : listed;
}

function fileOf(slot: Segment, convention: ConventionFile): string {
  const name = slot.files[convention];
  return name === undefined ? 'none' : markdownCode(name);
}
