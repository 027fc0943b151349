import type { App } from '../app.js';
import { whyNameIsLost } from '../next/slot-name.js';
import type { Segment, SegmentPath } from '../routes/route-tree.js';
import { filePath, joinPath } from '../routes/walk.js';
import { emptySegment } from '../routes/with-files.js';
import { addSlotProps } from './add-slot-props.js';
import type { CreateFile, Edit } from './edit.js';
import { scaffold, scaffoldEmptyPage } from './scaffold.js';
import { scaffoldLayout } from './scaffold-layout.js';
import { whyNoSlotName } from './why-no-slot-name.js';

/** The files that a new slot can begin with. */
export const newSlotFiles = ['page', 'default', 'loading', 'error'] as const;

/** A slot to create. */
export interface NewSlotRequest {
  /** The folder whose layout receives it. */
  readonly owner: SegmentPath;
  /** Without `@`. */
  readonly name: string;
  readonly files: readonly (typeof newSlotFiles)[number][];
  /** What its default holds: `null`, `not-found`, `mirror`, or the path of a user's file. */
  readonly template: string;
}

/** The edits that make a slot, or why there cannot be one of that name, in a sentence. */
export type NewSlot =
  | { readonly ok: true; readonly edits: readonly Edit[] }
  | { readonly ok: false; readonly problem: string };

/**
 * Makes a slot: its files, and its prop in the owner's layout, which is created where there is none.
 * Rendering it in a layout that is there is left to a person, who alone knows where.
 */
export function newSlot(app: App, request: NewSlotRequest): NewSlot {
  const problem = whyNoSlotName(app, request.owner.segment, request.name);
  if (problem !== undefined) return { ok: false, problem };
  const like = likeOf(request.owner);
  return {
    ok: true,
    edits: [...slotFiles(app, request, like), ...layoutEdits(app, request, like)],
  };
}

/** The file whose language and style the new ones follow: the nearest layout or page. */
function likeOf({ segment, ancestors }: SegmentPath): string {
  for (const around of [segment, ...ancestors.toReversed()]) {
    const file = filePath(around, 'layout') ?? filePath(around, 'page');
    if (file !== undefined) return file;
  }
  return 'layout.tsx';
}

function* slotFiles(
  app: App,
  { owner, name, files, template }: NewSlotRequest,
  like: string,
): Generator<CreateFile> {
  const path = joinPath(owner.segment.path, `@${name}`);
  const page = files.includes('page') ? scaffoldEmptyPage(app, path, like) : undefined;
  if (page) yield page;
  const ownFiles = page ? { page: page.file.slice(path.length + 1) } : {};
  const segment: Segment = { ...emptySegment(path, `@${name}`), files: ownFiles };
  for (const convention of files) {
    if (convention === 'page') continue;
    const edit = scaffold(app, { segment, convention, like, template });
    if (edit) yield edit;
  }
}

function layoutEdits(app: App, { owner, name }: NewSlotRequest, like: string): readonly Edit[] {
  const layout = filePath(owner.segment, 'layout');
  if (layout !== undefined) {
    const facts = app.sources.facts(layout);
    return facts ? addSlotProps(layout, facts, [name]) : [];
  }
  const slots = owner.segment.slots
    .map((slot) => slot.name.value)
    .filter((slot) => slot !== '' && whyNameIsLost(slot) === undefined);
  const edit = scaffoldLayout(app, owner, [...slots, name], like);
  return edit ? [edit] : [];
}
