import type { ComponentFacts } from '../../../source/component-facts.js';
import type { ModuleFacts } from '../../../source/module-facts.js';
import type { Segment } from '../../../routes/route-tree.js';
import { filePath } from '../../../routes/walk.js';
import type { CheckContext } from '../../engine/check.js';
import { isScript } from '../../../routes/is-script.js';
import { rendersUnderItsName } from '../../../next/slot-name.js';
import { hasContent } from '../../engine/anchor.js';

/** A layout whose component can be seen in its own file. */
export interface Layout {
  /** Relative to the app directory. */
  readonly file: string;
  readonly facts: ModuleFacts;
  readonly component: ComponentFacts;
  /** The slots that Next.js hands to it. */
  readonly slots: readonly Segment[];
}

/**
 * The layout of a segment.
 *
 * @returns undefined where there is none, where findings in it are not asked for, and where its file does
 *   not show the component: then nothing is known, and checks are silent.
 */
export function layoutOf({ app, segment, isTarget }: CheckContext<unknown>): Layout | undefined {
  const file = filePath(segment, 'layout');
  if (file === undefined || !isScript(file) || !isTarget(file)) return undefined;
  const facts = app.sources.facts(file);
  if (!facts?.component || facts.partial) return undefined;
  const slots = segment.slots.filter((slot) => rendersUnderItsName(slot) && hasContent(slot));
  return { file, facts, component: facts.component, slots };
}
