/** How a part of a URL takes requests. */
export type PartKind = 'static' | 'dynamic' | 'catch-all' | 'optional-catch-all';

/** The interception markers in the order in which Next looks for them. */
export const interceptionMarkers = ['(..)(..)', '(.)', '(..)', '(...)'] as const;

/** One part of a URL as folders write it, read once: `shop`, `[id]`, `(..)[...all]`. */
export interface UrlPart {
  /** As Next prints it, the marker included. */
  readonly text: string;
  /** `''` for most. */
  readonly marker: (typeof interceptionMarkers)[number] | '';
  /** What stands behind the marker. */
  readonly name: string;
  /** How {@link name} takes requests. */
  readonly kind: PartKind;
}

/** Reads a part of a URL. */
export function parseUrlPart(text: string): UrlPart {
  const marker = text.startsWith('(.')
    ? (interceptionMarkers.find((each) => text.startsWith(each)) ?? '')
    : '';
  const name = text.slice(marker.length);
  return { text, marker, name, kind: kindOf(name) };
}

function kindOf(name: string): PartKind {
  if (!name.startsWith('[') || !name.endsWith(']')) return 'static';
  if (name.startsWith('[[...') && name.endsWith(']]')) return 'optional-catch-all';
  return name.startsWith('[...') ? 'catch-all' : 'dynamic';
}

/** The parts of a URL as Next prints it: `/photo/[id]`. */
export function parseUrl(url: string): readonly UrlPart[] {
  return url
    .split('/')
    .filter((text) => text !== '')
    .map(parseUrlPart);
}

/** Prints a URL as Next does. */
export function printUrl(parts: readonly UrlPart[]): string {
  return `/${parts.map(({ text }) => text).join('/')}`;
}

/** Whether a request can give the part more than one text: not where it intercepts. */
export function isOpen({ marker, kind }: UrlPart): boolean {
  return marker === '' && kind !== 'static';
}

/** Whether a part takes all that is left of a URL. */
export function isCatchAll({ marker, kind }: UrlPart): boolean {
  return marker === '' && (kind === 'catch-all' || kind === 'optional-catch-all');
}

/**
 * The parameter of a part, behind a marker or not, without the signs that Next.js overlooks when it
 * compares names; undefined where there is none.
 */
export function parameterOf({ kind, name }: UrlPart): string | undefined {
  return kind === 'static' ? undefined : name.replaceAll(/\W/gu, '');
}

/** A part without the name of its parameter: `[*]`, `(.)[...*]`. */
export function shapeOf({ text, marker, name, kind }: UrlPart): string {
  return kind === 'static' ? text : marker + name.replace(/^(\[+(?:\.\.\.)?)[^\]]*/u, '$1*');
}
