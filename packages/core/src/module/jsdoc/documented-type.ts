import type { ComponentType, FoundComponent } from '../component/find-component.js';
import type { Node } from '../syntax/nodes.js';
import type { TypeMember, TypeNode } from '../syntax/types.js';
import type { TextRange } from '../text-range.js';
import { jsdocComments } from './find-comments.js';
import { readTags, type JsdocTag } from './read-tags.js';

/** The types that the JSDoc comments before a component give it, the nearest first. */
export function documentedTypes(
  text: string,
  statements: readonly Node[],
  component: FoundComponent,
): readonly ComponentType[] {
  const comments = component.documented.flatMap((node) => commentsBefore(text, statements, node));
  return [
    ...typesOfParameter(text, component.node),
    ...comments.flatMap((comment) => typesOfComment(text, comment)),
  ];
}

/** `(/** @type {Props} *\/ props) => …`. */
function typesOfParameter(
  text: string,
  component: FoundComponent['node'],
): readonly ComponentType[] {
  const param = component.kind === 'function' ? component.params[0] : undefined;
  if (!param) return [];
  const [comment] = jsdocComments(text, component.start, param.start).slice(-1);
  return comment
    ? readTags(text, comment).flatMap(({ name, type }) =>
        name === 'type' && type ? [{ of: 'props', type }] : [],
      )
    : [];
}

/** A comment before the value counts more than one before its statement. */
function commentsBefore(
  text: string,
  statements: readonly Node[],
  node: Node,
): readonly TextRange[] {
  const index = statements.indexOf(node);
  if (index < 0) return [];
  const before = jsdocComments(text, statements[index - 1]?.end ?? 0, node.start).slice(-1);
  const inside = headOf(node);
  return inside ? [...jsdocComments(text, inside.start, inside.end).slice(-1), ...before] : before;
}

/** The stretch between a name or `default` and the value. */
function headOf(node: Node): TextRange | undefined {
  if (node.kind === 'exportDefault') return { start: node.keyword.end, end: node.value.start };
  if (node.kind === 'exportDeclaration') return headOf(node.declaration);
  if (node.kind !== 'variables') return undefined;
  const [only] = node.declarators;
  const isPlain = only?.init !== undefined && only.type === undefined;
  return isPlain && node.declarators.length === 1 && only.target.kind === 'name'
    ? { start: only.target.end, end: only.init.start }
    : undefined;
}

function typesOfComment(text: string, comment: TextRange): readonly ComponentType[] {
  const tags = readTags(text, comment);
  const types: ComponentType[] = [];
  for (const tag of tags) {
    if (!tag.type) continue;
    if (tag.name === 'type' || tag.name === 'satisfies') {
      types.push({ of: 'component', type: tag.type });
    } else if (tag.name === 'extends' || tag.name === 'augments') {
      const [props] = tag.type.kind === 'reference' ? tag.type.args : [];
      if (props) types.push({ of: 'props', type: props });
    }
  }
  const props = propsParameter(tags);
  return props ? [...types, { of: 'props', type: props }] : types;
}

/** The type of the first parameter: `@param {Props} props`, or spelled out as `props.team`. */
function propsParameter(tags: readonly JsdocTag[]): TypeNode | undefined {
  const params = tags.filter(({ name }) => /^(?:param|arg|argument)$/u.test(name));
  const first = params.find(({ target }) => !target.includes('.'));
  if (!first?.type) return undefined;
  const prefix = `${first.target}.`;
  return tagObject(
    first.type,
    params.filter(({ target }) => target.startsWith(prefix)),
    prefix,
  );
}

/** The type with the members that tags of their own give it; without any it stands for itself. */
export function tagObject(type: TypeNode, tags: readonly JsdocTag[], prefix: string): TypeNode {
  const last = tags.at(-1);
  if (!last) return type;
  return {
    kind: 'object',
    start: type.start,
    end: type.end,
    tags: { tag: `@${last.name}`, prefix, last: { start: last.start, end: last.descriptionEnd } },
    members: tags
      .map((tag) => tagMember(tag, prefix.length))
      .filter((member) => member !== undefined),
  };
}

/** The member that a tag is; undefined for a member of a member. */
function tagMember(tag: JsdocTag, prefix: number): TypeMember | undefined {
  const key = tag.target.slice(prefix);
  if (key === '' || key.includes('.')) return undefined;
  return {
    kind: 'property',
    start: tag.start,
    end: tag.end,
    key,
    keyRange: { start: tag.targetRange.start + prefix, end: tag.targetRange.end },
    quoted: false,
    optional: tag.optional,
    type: tag.type,
  };
}
