import type { App } from '../app.js';
import type { ComponentFacts } from '../module/component-facts.js';
import type { ModuleFacts } from '../module/module-facts.js';
import type { Segment } from '../tree/route-tree.js';
import { filePath } from '../tree/walk.js';
import type { CheckContext } from './check.js';
import { isScript } from './is-script.js';
import { rendersUnderItsName } from './slot-name.js';
import { hasContent } from './slots-to-check.js';

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
 * @returns undefined where there is none, where findings in it are not asked for, and where its file
 *   does not show the component: then nothing is known, and checks are silent.
 */
export function layoutOf({ app, segment, wants }: CheckContext<unknown>): Layout | undefined {
  const file = filePath(segment, 'layout');
  if (file === undefined || !isScript(file) || !wants(file)) return undefined;
  const facts = app.sources.facts(file);
  if (!facts?.component || facts.partial) return undefined;
  const slots = segment.slots.filter((slot) => rendersUnderItsName(slot) && hasContent(slot));
  return { file, facts, component: facts.component, slots };
}

/** Whether props that the component does not name may be used all the same. */
export function mayUseMore({ escapes, wrapper }: ComponentFacts): boolean {
  return escapes.length > 0 || wrapper === 'other';
}

/**
 * Whether a segment's layout surely does not render what Next hands to it under a name. Unknown is no,
 * and so is no layout at all: Next renders `children` then.
 */
export function layoutIgnores(app: App, segment: Segment, prop: string): boolean {
  const file = filePath(segment, 'layout');
  const facts = file !== undefined && isScript(file) ? app.sources.facts(file) : undefined;
  if (!facts?.component || facts.partial || mayUseMore(facts.component)) return false;
  return !facts.component.props.some(({ name, rendered }) => name === prop && rendered);
}
