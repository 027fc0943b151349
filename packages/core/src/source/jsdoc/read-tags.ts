import { once } from '../../once.js';
import type { TypeNode } from '../types/type-nodes.js';
import type { TextRange } from '../text-range.js';
import { parseType } from './parse-type.js';
import { trimEnd } from '../ast/trivia.js';
import { tokenAt } from './type-lexer.js';

/** One tag of a JSDoc comment with the type it gives. */
export interface JsdocTag extends TextRange {
  /** Without `@`. */
  readonly name: string;
  readonly type: TypeNode | undefined;
  /** The name behind the type, `props.team`; empty where there is none. */
  readonly target: string;
  readonly targetRange: TextRange;
  /** The name stands in brackets: `[props.team]`. */
  readonly optional: boolean;
  /** Where the text ends that belongs to the tag. */
  readonly descriptionEnd: number;
}

const tag = /@(?<name>[a-z]+)(?<gap>[^\S\r\n]*)/iuy;
/** The rest of the line, and the lines below it that begin no tag. */
const description = /[^\r\n]*(?:\r?\n[^\S\r\n]*(?:\*[^\S\r\n]*)?[^@*\s][^\r\n]*)*/uy;
const target = /(?<open>\[?)\s*(?<name>[$_\p{ID_Start}][$\u200c\u200d\p{ID_Continue}.\-]*)/uy;

/** Reads the tags of one comment that carry a type in braces. */
export function readTags(text: string, comment: TextRange): readonly JsdocTag[] {
  const body = text.slice(0, comment.end - 2);
  const tags: JsdocTag[] = [];
  const braces = once(() => closingBraces(body, comment.start));
  let at = body.indexOf('@', comment.start);
  for (; at >= 0; at = body.indexOf('@', at + 1)) {
    if (!beginsLine(body, at, comment.start)) continue;
    tag.lastIndex = at;
    const name = tag.exec(body)?.groups?.['name'];
    if (name !== undefined && body.charAt(tag.lastIndex) === '{') {
      tags.push(readTag(body, name, at, tag.lastIndex, braces));
    }
  }
  return tags;
}

/** Whether nothing but white space and a star stands before, in its line or in the comment. */
function beginsLine(body: string, offset: number, comment: number): boolean {
  const before = skipBack(body, offset);
  if (isLineStart(body, before) || before === comment + '/**'.length) return true;
  return body.charAt(before - 1) === '*' && isLineStart(body, skipBack(body, before - 1));
}

function isLineStart(body: string, offset: number): boolean {
  return /[\r\n]/u.test(body.charAt(offset - 1));
}

/** Back over white space in the line. */
function skipBack(body: string, offset: number): number {
  let start = offset;
  while (/[^\S\r\n]/u.test(body.charAt(start - 1))) start -= 1;
  return start;
}

/** A name without the full stop or dash of the text that it stands in. */
function withoutMarks(name: string): string {
  let { length } = name;
  while (length > 0 && '.-'.includes(name[length - 1] ?? '')) length -= 1;
  return name.slice(0, length);
}

function readTag(
  body: string,
  name: string,
  start: number,
  open: number,
  braces: () => ReadonlyMap<number, number>,
): JsdocTag {
  const parsed = parseType(body, open + 1);
  const close = parsed && tokenAt(body, parsed.end);
  const type = close?.text === '}' ? parsed?.type : undefined;
  const end = type && close ? close.end : (braces().get(open) ?? body.length);
  target.lastIndex = end + (/^[^\S\r\n]*/u.exec(body.slice(end))?.[0].length ?? 0);
  const match = target.exec(body);
  const targetName = withoutMarks(match?.groups?.['name'] ?? '');
  const bracket = match?.groups?.['open'] ?? '';
  const nameStart = match ? match.index + match[0].indexOf(targetName) : end;
  return {
    name,
    start,
    end: Math.max(end, nameStart + targetName.length),
    type,
    target: targetName,
    targetRange: { start: nameStart, end: nameStart + targetName.length },
    optional: bracket !== '',
    get descriptionEnd() {
      description.lastIndex = nameStart + targetName.length;
      description.exec(body);
      return trimEnd(body, description.lastIndex, nameStart);
    },
  };
}

/** Behind the brace that closes each one, whatever stands in them, from a place on. */
function closingBraces(body: string, from: number): ReadonlyMap<number, number> {
  const closing = new Map<number, number>();
  const open: number[] = [];
  for (let offset = from; offset < body.length; offset += 1) {
    const mark = body.charAt(offset);
    if (mark === '{') open.push(offset);
    const last = mark === '}' ? open.pop() : undefined;
    if (last !== undefined) closing.set(last, offset + 1);
  }
  return closing;
}
