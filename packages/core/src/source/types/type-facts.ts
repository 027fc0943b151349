import type { BracedList, PropsTypeFacts, TypeInsertion } from '../component-facts.js';
import type { SourceStyle } from '../source-style.js';
import type { MemberTags, ObjectType, TypeNode } from './type-nodes.js';
import { listInsertion, indentation } from '../component/list-insertion.js';
import { plainRange, type TypeMembers } from './type-members.js';

/** What is known of the type of the props, and how another prop is declared in it. */
export function propsTypeFacts(
  text: string,
  type: TypeNode,
  members: TypeMembers,
  language: PropsTypeFacts['language'],
  style: SourceStyle,
): PropsTypeFacts {
  const { complete, everySlot } = members;
  // A type that stands in several places of the whole is one body.
  const all = [...new Map(members.bodies.map((body) => [body.type, body])).values()];
  const openFirst = all.toSorted((a, b) => Number(b.open) - Number(a.open));
  const bodies = openFirst.map((body) => listOf(body.type));
  return {
    range: { start: type.start, end: type.end },
    language,
    complete,
    everySlot,
    bodies,
    get insertion(): TypeInsertion | undefined {
      if (everySlot) return undefined;
      const [first] = bodies;
      const isOpen = openFirst[0]?.open === true;
      const member = first && isOpen && listInsertion(text, first, ';', style);
      if (member) return { kind: 'member', ...member };
      const [tags] = members.tagged.map((each) => each.tags);
      return tags ? behindTags(text, tags, style) : behind(type);
    },
  };
}

function listOf({ start, end, members }: ObjectType): BracedList {
  const items = members.map((each) => ({ range: plainRange(each), key: each.key?.range }));
  return { range: { start, end }, items };
}

function behindTags(
  text: string,
  { tag, prefix, last }: MemberTags,
  { lineBreak }: SourceStyle,
): TypeInsertion {
  const between = lineBreak + indentation(text, last.start);
  const range = { start: last.end, end: last.end };
  return { kind: 'tag', tag, prefix, range, before: between, between, after: '' };
}

/** `Props & { … }`; what is no single type needs parentheses first. */
function behind(type: TypeNode): TypeInsertion | undefined {
  // `any` has every member already, and what is crossed with it is any as well.
  if (type.kind === 'keyword' && type.name === 'any') return undefined;
  const isSingle = ['reference', 'keyword', 'object', 'intersection', 'array'].includes(type.kind);
  return {
    kind: 'intersection',
    range: { start: type.start, end: type.end },
    parentheses: !isSingle,
  };
}
