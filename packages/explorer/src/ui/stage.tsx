import {
  describeOutcome,
  filePath,
  findSegment,
  printable,
  type Explanation,
  type LevelBox,
  type SlotBox,
  type SlotFill,
} from '@next-slots/core';
import { useMemo, useState } from 'preact/hooks';
import { trailOf } from '../model/explorer-state.js';
import { stepsOfBox } from '../model/screen.js';
import { shownPath, useApp } from './app-context.js';
import { FileName } from './file-name.js';
import { LinkList } from './link-list.js';
import { Prose } from './prose.js';

/** One screen: the layouts nested as Next.js nests them, and what stands in their slots. */
export function Stage({
  kind,
  title,
  explanation,
  fills,
  other,
  levels,
  isCompared = false,
}: StageProps) {
  const changed = other && changedFills(fills, other);
  const { url, outcome } = explanation;
  return (
    <section
      class={`stage ${outcome}`}
      aria-label={title}
      data-stage={kind}
      data-url={url}
      data-outcome={outcome}
      data-route={explanation.route}
    >
      <h2>
        {title}
        {changed && <small>{difference(changed.size)}</small>}
      </h2>
      {isCompared && (
        <p class={`notice ${outcome === 'ok' ? '' : 'error'}`}>
          <Prose text={describeOutcome(explanation) ?? 'The URL works.'} />
        </p>
      )}
      {levels.length === 0 ? (
        <p class="empty">
          {explanation.kind === 'handler'
            ? 'A route handler answers this URL. It has no slots.'
            : 'Next.js has nothing to show here.'}
        </p>
      ) : (
        levels.map((level) => (
          <Level key={level.segment} level={level} changed={changed} isHere={kind === 'soft'} />
        ))
      )}
    </section>
  );
}

interface StageProps {
  readonly kind: 'soft' | 'reload' | 'compare';
  readonly title: string;
  readonly explanation: Explanation;
  readonly fills: readonly SlotFill[];
  /** The screen beside it, whose differences are marked. */
  readonly other: readonly SlotFill[] | undefined;
  readonly levels: readonly LevelBox[];
  /** Whether it stands beside another Next.js version, so that it says what becomes of the URL. */
  readonly isCompared?: boolean;
}

function difference(slots: number): string {
  if (slots === 0) return 'the same slots';
  return slots === 1 ? '1 slot differs' : `${slots} slots differ`;
}

/** The fills that another screen does not have in the same slot. */
function changedFills(
  fills: readonly SlotFill[],
  other: readonly SlotFill[],
): ReadonlySet<SlotFill> {
  const keyOf = ({ segment, slot, file }: SlotFill) => JSON.stringify([segment, slot, file]);
  const there = new Set(other.map(keyOf));
  return new Set(fills.filter((fill) => !there.has(keyOf(fill))));
}

interface LevelProps {
  readonly level: LevelBox;
  readonly changed: ReadonlySet<SlotFill> | undefined;
  /** Whether the user stands here: links lead on from here alone. */
  readonly isHere: boolean;
}

function Level({ level: { segment, slots }, ...shown }: LevelProps) {
  const { model } = useApp();
  const folder = findSegment(model.tree, segment.slice(1))?.segment;
  const layout = folder && filePath(folder, 'layout');
  const children = slots.find(({ fill }) => fill.slot === 'children');
  const named = slots.filter((box) => box !== children);
  return (
    <div class="level" role="group" aria-label={`Layout of ${printable(segment)}`}>
      <p class="level-head">
        <code>{printable(segment)}</code>
        {layout === undefined ? (
          <span class="quiet">no layout</span>
        ) : (
          <FileName file={layout} short={layout.slice(layout.lastIndexOf('/') + 1)} />
        )}
      </p>
      <div class="slots">
        {children && <Slot box={children} {...shown} />}
        {named.length > 0 && (
          <div class="named">
            {named.map((box) => (
              <Slot key={box.fill.slot} box={box} {...shown} />
            ))}
          </div>
        )}
      </div>
    </div>
  );
}

const kinds = { page: 'page', default: 'default', missing: 'missing' } as const;

function Slot({ box, ...shown }: SlotProps) {
  const { changed, isHere } = shown;
  const { app } = useApp();
  const { fill, kept, why, levels } = box;
  const { segment, slot, file, rendered } = fill;
  const path = file === null ? undefined : shownPath(app, file);
  const classes = ['box', fill.fill];
  if (kept) classes.push('kept');
  if (changed?.has(fill)) classes.push('changed');
  if (!rendered) classes.push('unrendered');
  const short = file === null ? undefined : withoutFolder(file, segment);
  return (
    <div
      class={classes.join(' ')}
      role="group"
      aria-label={`${printable(slot)} of ${printable(segment)}: ${why}`}
      data-segment={segment}
      data-slot={slot}
      data-fill={fill.fill}
      data-file={path}
      data-kept={String(kept)}
    >
      <p class="box-head">
        <b>{printable(slot)}</b>
        <span class="fill">
          {kept ? 'kept' : fill.reason === 'catch-all' ? 'catch-all' : kinds[fill.fill]}
        </span>
      </p>
      {levels.length > 0 ? (
        levels.map((level) => <Level key={level.segment} level={level} {...shown} />)
      ) : file === null || short === undefined ? (
        <p class="nothing">nothing</p>
      ) : (
        <FileName file={file} short={short} />
      )}
      {(levels.length === 0 || kept) && <p class="why">{why}</p>}
      {isHere && <BoxLinks fill={fill} />}
    </div>
  );
}

interface SlotProps extends Omit<LevelProps, 'level'> {
  readonly box: SlotBox;
}

/** The links that change what a box shows; looked for when somebody opens them. */
function BoxLinks({ fill }: { readonly fill: SlotFill }) {
  const { matches, state } = useApp();
  const [isOpen, setOpen] = useState(false);
  const trail = JSON.stringify(trailOf(state));
  const steps = useMemo(
    () => (isOpen ? stepsOfBox(matches, state, fill) : []),
    [isOpen, matches, trail, fill],
  );
  return (
    <details
      class="box-links"
      onToggle={({ currentTarget }) => {
        setOpen(currentTarget.open);
      }}
    >
      <summary
        aria-label={`Links that change ${printable(fill.slot)} of ${printable(fill.segment)}`}
      >
        Links
      </summary>
      {isOpen && steps.length === 0 ? (
        <p class="why">No link changes it.</p>
      ) : (
        <LinkList steps={steps} />
      )}
    </details>
  );
}

/** A file without the folder whose box it stands in. */
function withoutFolder(file: string, segment: string): string {
  const folder = segment === '/' ? '' : `${segment.slice(1)}/`;
  return file.startsWith(folder) ? file.slice(folder.length) : file;
}
