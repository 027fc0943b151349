/** What a folder below the app directory is to Next. */
export type SegmentKind =
  | 'root'
  | 'static'
  | 'group'
  | 'dynamic'
  | 'catch-all'
  | 'optional-catch-all'
  | 'slot'
  | 'intercepting'
  | 'private';

/** How far an intercepting route reaches: this level, one up, two up (and so on), or the root. */
export type InterceptionMarker = '(.)' | '(..)' | '(...)' | `(..)${string}`;

/** A folder name taken apart. */
export interface SegmentName {
  readonly kind: SegmentKind;
  /** The folder name as it stands on disk. */
  readonly raw: string;
  /**
   * The name inside the marks: `team` of `@team`, `id` of `[id]`, `g` of `(g)`. For an intercepting
   * segment it is what stands behind the marker, marks of its own included: `[id]` of `(.)[id]`.
   */
  readonly value: string;
  /** The marker of an intercepting segment, repeated markers together: `(..)(..)`. */
  readonly marker?: InterceptionMarker;
}

const interception = /^(?<marker>\(\.\)|\(\.\.\.\)|(?:\(\.\.\))+)(?<value>.*)$/su;

/**
 * Reads one folder name. Every string is a folder name to Next, so this never fails: what fits no
 * other kind is `static`.
 */
export function parseSegmentName(raw: string): SegmentName {
  if (raw === '') return { kind: 'root', raw, value: '' };
  if (raw.startsWith('_')) return { kind: 'private', raw, value: raw.slice(1) };
  if (raw.startsWith('@')) return { kind: 'slot', raw, value: raw.slice(1) };
  if (raw.startsWith('(')) {
    const groups = interception.exec(raw)?.groups;
    if (groups) {
      return {
        kind: 'intercepting',
        raw,
        value: groups['value'] ?? '',
        marker: groups['marker'] as InterceptionMarker,
      };
    }
    if (raw.endsWith(')')) return { kind: 'group', raw, value: raw.slice(1, -1) };
  }
  if (raw.startsWith('[') && raw.endsWith(']')) {
    if (raw.startsWith('[[...') && raw.endsWith(']]')) {
      return { kind: 'optional-catch-all', raw, value: raw.slice(5, -2) };
    }
    if (raw.startsWith('[...')) return { kind: 'catch-all', raw, value: raw.slice(4, -1) };
    return { kind: 'dynamic', raw, value: raw.slice(1, -1) };
  }
  return { kind: 'static', raw, value: raw };
}

/** Whether a name is that of a named slot: `@team`, and not `@children`. */
export function isNamedSlotName({ kind, value }: SegmentName): boolean {
  return kind === 'slot' && value !== 'children';
}
