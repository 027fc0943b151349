import type { App } from '../../app.js';
import type { ComponentFacts } from '../../source/component-facts.js';
import type { ModuleFacts } from '../../source/module-facts.js';
import type { Segment } from '../../routes/route-tree.js';
import { filePath } from '../../routes/walk.js';
import type { CheckContext } from '../engine/check.js';
import { isScript } from '../../routes/is-script.js';
import { rendersUnderItsName } from '../../next/slot-name.js';
import { hasContent } from '../engine/slots-to-check.js';

/** A layout whose component can be seen in its own file. */
export interface Layout {
  /** Relative to the app directory. */
  readonly file: string;
  readonly facts: ModuleFacts;
  readonly component: ComponentFacts;
  /** The slots that Next hands to it. */
  readonly slots: readonly Segment[];
}

/**
 * The layout of a segment.
 *
 * @returns undefined where there is none, where findings in it are not asked for, and
 *   where its file does not show the component: then nothing is
 *   known, and checks are silent.
 */
export function layoutOf({ app, segment, wants }: CheckContext<unknown>): Layout | undefined {
  const file = filePath(segment, 'layout');
  if (file === undefined || !isScript(file) || !wants(file)) return undefined;
  let known = layouts.get(app);
  if (!known) layouts.set(app, (known = new Map<string, Layout | undefined>()));
  if (!known.has(file)) known.set(file, readLayout(app, segment, file));
  return known.get(file);
}

/** Several checks look at each layout. */
const layouts = new WeakMap<App, Map<string, Layout | undefined>>();

function readLayout({ sources }: App, segment: Segment, file: string): Layout | undefined {
  const slots = segment.slots.filter((slot) => rendersUnderItsName(slot) && hasContent(slot));
  const facts = sources.facts(file);
  if (!facts?.component || facts.partial) return undefined;
  return { file, facts, component: facts.component, slots };
}
