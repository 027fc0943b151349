import type { TypeNode } from '../syntax/types.js';
import type { TextRange } from '../text-range.js';
import { parseType } from './parse-type.js';
import { trimEnd } from '../syntax/trivia.js';
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

const tag = /(?<=[\r\n][^\S\r\n]*(?:\*[^\S\r\n]*)?|\/\*\*\s*)@(?<name>[a-z]+)(?<gap>[^\S\r\n]*)/giu;
/** The rest of the line, and the lines below it that begin no tag. */
const description = /[^\r\n]*(?:\r?\n[^\S\r\n]*\*?[^\S\r\n]*[^@*\s][^\r\n]*)*/uy;
const target = /(?<open>\[?)\s*(?<name>[$_\p{ID_Start}][$\u200c\u200d\p{ID_Continue}.\-]*)/uy;

/** Reads the tags of one comment that carry a type in braces. */
export function readTags(text: string, comment: TextRange): readonly JsdocTag[] {
  const body = text.slice(0, comment.end - 2);
  const tags: JsdocTag[] = [];
  tag.lastIndex = comment.start;
  for (let match = tag.exec(body); match; match = tag.exec(body)) {
    const { name = '', gap = '' } = match.groups ?? {};
    const open = match.index + 1 + name.length + gap.length;
    if (body.charAt(open) !== '{') continue;
    tags.push(readTag(body, name, match.index, open));
  }
  return tags;
}

/** A name without the full stop or dash of the text that it stands in. */
function withoutMarks(name: string): string {
  let { length } = name;
  while (length > 0 && '.-'.includes(name[length - 1] ?? '')) length -= 1;
  return name.slice(0, length);
}

function readTag(body: string, name: string, start: number, open: number): JsdocTag {
  const parsed = parseType(body, open + 1);
  const close = parsed && tokenAt(body, parsed.end);
  const type = close?.text === '}' ? parsed?.type : undefined;
  const end = type && close ? close.end : closingBrace(body, open);
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

/** The end of the braces around something that is no type. */
function closingBrace(body: string, open: number): number {
  let depth = 0;
  for (let offset = open; offset < body.length; offset += 1) {
    const mark = body.charAt(offset);
    if (mark === '{') depth += 1;
    if (mark === '}') depth -= 1;
    if (depth === 0) return offset + 1;
  }
  return body.length;
}
