import type { ComponentType, FoundComponent } from '../component/find-component.js';
import { defaultKeyword } from '../ast/default-keyword.js';
import { isFunction } from '../ast/functions.js';
import { withoutParentheses } from '../ast/literals.js';
import type { Module } from '../ast/module.js';
import type { Node } from '../ast/nodes.js';
import { firstParameter } from '../ast/parameters.js';
import { endOf, startOf } from '../ast/ranges.js';
import type { TypeMember, TypeNode } from '../types/type-nodes.js';
import type { TextRange } from '../text-range.js';
import { lastJsdoc } from './find-comments.js';
import { readTags, type JsdocTag } from './read-tags.js';

/** The types that the JSDoc comments before a component give it, the nearest first. */
export function documentedTypes(
  module: Module,
  component: FoundComponent,
): readonly ComponentType[] {
  const { text } = module;
  const comments = component.documented.flatMap((node) => commentsBefore(module, node));
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
  const param = isFunction(component) ? firstParameter(component) : undefined;
  if (!param) return [];
  const comment = lastJsdoc(text, { start: startOf(component), end: startOf(param.node) });
  const tags = comment ? readTags(text, comment) : [];
  return tags.flatMap(({ name, type }) => (name === 'type' && type ? [{ of: 'props', type }] : []));
}

/** A comment before the value counts more than one before its statement. */
function commentsBefore({ text, statements }: Module, node: Node): readonly TextRange[] {
  const index = statements.indexOf(node);
  if (index < 0) return [];
  const previous = statements[index - 1];
  const from = previous ? endOf(previous) : 0;
  return [headOf(text, node), { start: from, end: startOf(node) }].flatMap(
    (stretch) => (stretch && lastJsdoc(text, stretch)) ?? [],
  );
}

/** The stretch between a name or `default` and the value. */
function headOf(text: string, node: Node): TextRange | undefined {
  switch (node.type) {
    case 'ExportDefaultDeclaration':
      return {
        start: defaultKeyword(text, node).end,
        end: startOf(withoutParentheses(node.declaration)),
      };
    case 'ExportNamedDeclaration':
      return node.declaration ? headOf(text, node.declaration) : undefined;
    case 'VariableDeclaration': {
      const [only, ...others] = node.declarations;
      if (!only?.init || others.length > 0 || only.id.type !== 'Identifier') return undefined;
      return only.id.typeAnnotation
        ? undefined
        : { start: endOf(only.id), end: startOf(withoutParentheses(only.init)) };
    }
    default:
      return undefined;
  }
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
  const name = tag.target.slice(prefix);
  if (name === '' || name.includes('.')) return undefined;
  const range = { start: tag.targetRange.start + prefix, end: tag.targetRange.end };
  return {
    start: tag.start,
    end: tag.end,
    key: { name, range, quoted: false },
    method: false,
    optional: tag.optional,
    type: tag.type,
  };
}
