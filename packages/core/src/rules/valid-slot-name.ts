import { matchesOf } from '../next/matches-of.js';
import type { Segment } from '../routes/route-tree.js';
import { filePath } from '../routes/walk.js';
import { atSlot, slotsToCheck } from './engine/anchor.js';
import {
  defineCheck,
  type CheckContext,
  type Problem,
  type MessageTemplate,
} from './engine/check.js';
import { slotUse } from './shared/layout/slot-use.js';
import { proposeSlotName } from './shared/name/propose-slot-name.js';
import {
  compilesWithWebpack,
  isInherited,
  lostNameFailsBuild,
  whyNameIsLost,
} from '../next/slot-name.js';

const messages = {
  empty: {
    message: 'A slot folder needs a name, and `{{folder}}` has none after its `@`.',
    help: 'Rename it to `@` and a prop name, such as `@team`.',
  },
  lost: { message: '`{{slot}}` never reaches its layout: {{reason}}.', help: 'Rename the slot.' },
  renderedAtTop: {
    message:
      '`next build` fails: the root layout renders `{{slot}}`, but receives the route parameters under that name.',
    help: 'Rename the slot.',
  },
  inherited: {
    message:
      '`next build` fails: where `{{slot}}` is absent, as on the not-found page, the root layout renders the inherited property `{{name}}`.',
    help: 'Rename the slot.',
  },
  unbuildable: {
    message:
      '`next build` ({{version}}, webpack) fails with "Module parse failed": `{{slot}}` is not a valid identifier.',
    help: 'Rename it to `{{name}}`.',
  },
  sameButCase: {
    message:
      '`{{slot}}` and `{{other}}` differ only in letter case: on macOS and Windows they are the same folder.',
    help: 'Rename one of them.',
  },
} satisfies Record<string, MessageTemplate>;

type MessageId = keyof typeof messages;

/** A slot's name becomes a prop of the layout, and with webpack a piece of generated code. */
export const validSlotName = defineCheck({
  name: 'valid-slot-name',
  description: 'Disallow slot names that Next.js cannot build or pass to a layout',
  presets: { recommended: 'error', strict: 'error' },
  messages,
  hasSuggestions: true,
  *run(context) {
    for (const { slot, file } of slotsToCheck(context)) {
      const problem = judge(context, slot);
      if (!problem) continue;
      yield {
        ...atSlot(context.app, file, slot),
        ...problem,
        data: { slot: slot.name.raw, ...problem.data },
      };
    }
  },
});

function judge(
  context: CheckContext<unknown>,
  slot: Segment,
): Pick<Problem<MessageId>, 'messageId' | 'data' | 'impact' | 'suggestions'> | undefined {
  const { app, segment: owner } = context;
  const { raw, value } = slot.name;
  const failsInWebpack = () => matchesOf(app).semantics.slotNames === 'identifiers';
  if (value === '') {
    const impact = failsInWebpack() ? 'build-error' : 'future';
    return { messageId: 'empty', impact, data: { folder: `/${slot.path}` } };
  }
  if (value === 'params' && rendersAtTop(context, value)) {
    return { messageId: 'renderedAtTop', impact: 'build-error' };
  }
  if (isInherited(value) && rendersAtTop(context, value)) {
    return { messageId: 'inherited', impact: 'build-error', data: { name: value } };
  }
  const reason = whyNameIsLost(value);
  if (reason !== undefined) {
    const impact = lostNameFailsBuild(value) ? 'build-error' : 'silent';
    return { messageId: 'lost', impact, data: { reason } };
  }
  if (!compilesWithWebpack(value) && failsInWebpack()) {
    const { name, suggestions } = proposeSlotName(app, owner, slot);
    const data = { version: app.next.version, name };
    return { messageId: 'unbuildable', impact: 'build-error', data, suggestions };
  }
  // Folders are in code-unit order, so that of two the later one is reported.
  const other = owner.slots
    .slice(0, owner.slots.indexOf(slot))
    .find(({ name }) => name.raw.toLowerCase() === raw.toLowerCase());
  return other && { messageId: 'sameButCase', impact: 'future', data: { other: other.name.raw } };
}

/** Whether a root layout renders a prop in any case, at Next's own URLs too. */
function rendersAtTop({ app, segment, ancestors }: CheckContext<unknown>, prop: string): boolean {
  const layout = filePath(segment, 'layout');
  if (layout === undefined || ancestors.some(({ files }) => files.layout !== undefined))
    return false;
  const named = app.sources.facts(layout)?.component?.props.some(({ name }) => name === prop);
  return named === true && slotUse(app, segment, prop) !== 'never';
}
