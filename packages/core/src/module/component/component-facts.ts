import type { ComponentFacts, PropsPattern } from '../component-facts.js';
import { documentedTypes } from '../jsdoc/documented-type.js';
import type { Bindings } from '../scope/bindings.js';
import type { FunctionNode, Node, ObjectPattern } from '../syntax/nodes.js';
import { childrenOf } from '../syntax/parts.js';
import type { TypeReference } from '../syntax/types.js';
import type { TextRange } from '../text-range.js';
import { renderMethod, trackClassProps } from './class-props.js';
import type { ComponentCode } from './classify-use.js';
import { fromTypes, propsTypeOf, type PropsType } from './component-type.js';
import type { FoundComponent, FoundExport } from './find-component.js';
import { patternInsertion, type ListStyle } from './list-style.js';
import { parameterFacts } from './parameter-facts.js';
import { patternKind } from './pattern-kind.js';
import { propFacts } from './prop-facts.js';
import { membersOf } from './props-type.js';
import { PropsTracker } from './track-props.js';
import type { TypeScope } from './type-scope.js';
import { propsTypeFacts } from './type-facts.js';

/** The module that a component stands in. */
export interface ComponentPlace {
  readonly text: string;
  readonly statements: readonly Node[];
  readonly bindings: Bindings;
  readonly types: TypeScope;
  readonly style: ListStyle;
}

/** A component's facts, and the route types that its props are made of. */
export interface ReadComponent {
  readonly facts: ComponentFacts;
  readonly routeTypes: readonly TypeReference[];
}

/** Reads a component: its props, what it does with them, and their type. */
export function readComponent(
  found: FoundComponent,
  exported: FoundExport,
  place: ComponentPlace,
): ReadComponent {
  const { text, bindings, style } = place;
  const { node, name, wrapper } = found;
  const tracker = trackProps(found, bindings);
  const written = propsTypeOf(found, place.types, bindings);
  const documented = written ? undefined : documentedType(found, place);
  const type = written ?? documented;
  const members = type && membersOf(type.type, type.scope);
  const { start, end } = name ?? exported.facts.range;
  const isAnnotated = found.types.length > 0 && !type;
  const facts: ComponentFacts = {
    kind: node.kind,
    name: name?.name,
    nameRange: { start, end },
    async: node.kind === 'function' && node.async,
    wrapper,
    props: propFacts(tracker, members?.declarations ?? new Map()),
    escapes: inOrder(tracker.escapes),
    parameter: parameterFacts(text, node),
    patterns: tracker.patterns.map((pattern) => patternFacts(place, pattern)),
    accesses: inOrder(tracker.accesses),
    type:
      type && members
        ? propsTypeFacts(text, type.type, members, written ? 'typescript' : 'jsdoc', style)
        : isAnnotated
          ? unknownType(found)
          : undefined,
  };
  return { facts, routeTypes: members?.routeTypes ?? [] };
}

function documentedType(found: FoundComponent, place: ComponentPlace): PropsType | undefined {
  const types = documentedTypes(place.text, place.statements, found);
  return fromTypes(types, place.types);
}

/** The component is typed by something that is not to be seen here. */
function unknownType({ types: [first] }: FoundComponent): ComponentFacts['type'] {
  if (!first) return undefined;
  const range = { start: first.type.start, end: first.type.end };
  return { range, language: 'typescript', complete: false, everySlot: false, bodies: [] };
}

function trackProps({ node }: FoundComponent, bindings: Bindings): PropsTracker {
  const root = node.kind === 'class' ? renderMethod(node) : node;
  const code: ComponentCode = { bindings, renders: (each) => each === root };
  const tracker = new PropsTracker(node, code);
  if (node.kind === 'class') {
    trackClassProps(node, tracker, bindings);
    return tracker;
  }
  const [param] = node.params;
  if (param?.rest) tracker.escape('passed', param);
  else if (param) tracker.bind(param.target);
  if (node.form !== 'arrow') escapeArguments(node, tracker, bindings);
  return tracker;
}

/** `arguments` holds the props under another name. */
function escapeArguments(node: FunctionNode, tracker: PropsTracker, bindings: Bindings): void {
  if (!bindings.names.includes('arguments')) return;
  const visit = (each: Node): void => {
    if (each.kind === 'function' && each.form !== 'arrow') return;
    const isArguments = each.kind === 'name' && each.name === 'arguments' && !bindings.of(each);
    if (isArguments) tracker.escape('arguments', each);
    childrenOf(each).forEach(visit);
  };
  childrenOf(node).forEach(visit);
}

function patternFacts(
  { text, bindings, style }: ComponentPlace,
  pattern: ObjectPattern,
): PropsPattern {
  const { start, end, properties, rest } = pattern;
  const elements = properties.map(({ start: from, end: to, key, keyRange }) => ({
    range: { start: from, end: to },
    key: key === undefined ? undefined : { start: keyRange.start, end: keyRange.end },
  }));
  const all = rest ? [...elements, { range: { start: rest.start, end: rest.end } }] : elements;
  return {
    kind: patternKind(pattern, bindings),
    range: { start, end },
    elements: all,
    get insertion() {
      return patternInsertion(text, pattern, style);
    },
  };
}

function inOrder<T extends { readonly range: TextRange }>(items: readonly T[]): readonly T[] {
  return items.toSorted((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
}
