import type { App } from '../app.js';
import { compilesWithWebpack, isInherited, whyNameIsLost } from '../next/slot-name.js';
import { matchesOf } from '../next/matches-of.js';
import type { Segment } from '../routes/route-tree.js';

/** How long the name of a folder can be: bytes on Linux, UTF-16 code units on macOS and Windows. */
const longestFolder = 255;

/**
 * Why a slot cannot have a name, in a sentence; undefined where it can. Whoever gives a slot a name, a new
 * one or another one, asks here.
 *
 * @param owner - The segment whose layout receives the slot.
 * @param name - Without `@`.
 * @param renamed - The slot that has another name until now.
 */
export function whyNoSlotName(
  app: App,
  owner: Segment,
  name: string,
  renamed?: Segment,
): string | undefined {
  const raw = `@${name}`;
  if (name === '') return 'A slot needs a name.';
  // What no folder can be called, on Windows as little as elsewhere.
  if (/[\\/:*?"<>|\p{Cc}]/u.test(name) || /[. ]$/u.test(name)) {
    return `${raw} is not a valid folder name on every operating system.`;
  }
  if (bytesIn(raw) > longestFolder) return 'The name is too long for a folder.';
  if (name === 'children') {
    return '`children` is the implicit slot of every layout: the folder’s own pages.';
  }
  const lost = whyNameIsLost(name);
  if (lost !== undefined) return `${raw} would never reach its layout: ${lost}.`;
  if (matchesOf(app).semantics.slotNames === 'identifiers' && !compilesWithWebpack(name)) {
    return `${raw} would break the webpack build: use letters and digits.`;
  }
  if (owner.path === '' && isInherited(name)) {
    return `${raw} would fail the build of a root layout: every object has a property of that name.`;
  }
  const twin = owner.folders.find(
    (folder) => folder !== renamed && folder.name.raw.toLowerCase() === raw.toLowerCase(),
  );
  return twin && `/${owner.path} already has ${twin.name.raw}.`;
}

/** The length of a text in UTF-8. */
function bytesIn(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}
