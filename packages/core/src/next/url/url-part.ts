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
  /** How the part takes requests: what has a marker is static, since no request has one. */
  readonly kind: PartKind;
  /** What {@link name} would be without the marker. */
  readonly nameKind: PartKind;
}

/** Reads a part of a URL. */
export function parseUrlPart(text: string): UrlPart {
  const marker = text.startsWith('(.')
    ? (interceptionMarkers.find((each) => text.startsWith(each)) ?? '')
    : '';
  const name = text.slice(marker.length);
  const nameKind = kindOf(name);
  return { text, marker, name, kind: marker === '' ? nameKind : 'static', nameKind };
}

function kindOf(name: string): PartKind {
  if (!name.startsWith('[') || !name.endsWith(']')) return 'static';
  if (name.startsWith('[[...') && name.endsWith(']]')) return 'optional-catch-all';
  return name.startsWith('[...') ? 'catch-all' : 'dynamic';
}

/** The parts of a URL as Next prints it: `/photo/[id]`. */
export function parseUrl(url: string): readonly UrlPart[] {
  return textsOf(url).map(parseUrlPart);
}

/** The texts between the slashes of a URL, whatever it begins and ends with. */
export function textsOf(url: string): readonly string[] {
  return url.split('/').filter((text) => text !== '');
}

/** Prints a URL as Next does. */
export function printUrl(parts: readonly UrlPart[]): string {
  return `/${parts.map(({ text }) => text).join('/')}`;
}

/** Whether a part carries an interception marker. */
export function isMarked(part: UrlPart | undefined): boolean {
  return part !== undefined && part.marker !== '';
}

/** Whether a request can give the part more than one text. */
export function isOpen({ kind }: UrlPart): boolean {
  return kind !== 'static';
}

/** Whether a part is static, and yet has what looks like a parameter: `post-[id]`. */
export function hasBracketsInside({ kind, text }: UrlPart): boolean {
  return kind === 'static' && /\[[^[\].]+\]/u.test(text);
}

/** Whether a part takes all that is left of a URL. */
export function isCatchAll({ kind }: Pick<UrlPart, 'kind'>): boolean {
  return kind === 'catch-all' || kind === 'optional-catch-all';
}

/**
 * The parameter of a part, behind a marker or not, without the signs that Next.js overlooks when it
 * compares names; undefined where there is none.
 */
export function parameterOf({ nameKind, name }: UrlPart): string | undefined {
  return nameKind === 'static' ? undefined : name.replaceAll(/\W/gu, '');
}

/** A part without the name of its parameter: `[*]`, `(.)[...*]`. */
export function shapeOf({ text, marker, name, nameKind }: UrlPart): string {
  return nameKind === 'static' ? text : marker + name.replace(/^(\[+(?:\.\.\.)?)[^\]]*/u, '$1*');
}
