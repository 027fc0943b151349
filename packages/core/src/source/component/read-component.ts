import type { ComponentFacts, ListItem, PropsPattern } from '../component-facts.js';
import type { PropBinding, PropDeclaration, PropFacts, PropUse } from '../prop-facts.js';
import { documentedTypes } from '../jsdoc/documented-type.js';
import type { Bindings } from '../scope/bindings.js';
import { isFunction } from '../ast/functions.js';
import { keyOf, keyRange } from '../ast/keys.js';
import { patternRange } from '../ast/name-range.js';
import type { FunctionNode, ObjectPattern } from '../ast/nodes.js';
import { firstParameter } from '../ast/parameters.js';
import { propertiesOf, restOf } from '../ast/patterns.js';
import { rangeOf } from '../ast/ranges.js';
import type { TypeReference } from '../types/type-nodes.js';
import { inOrder, type TextRange } from '../text-range.js';
import { renderMethod, trackClassProps } from './class-props.js';
import type { ComponentContext } from './component-context.js';
import { fromTypes, propsTypeOf, takesProps } from '../types/component-type.js';
import type { FoundComponent } from './find-component.js';
import { listInsertion } from './list-insertion.js';
import { parameterFacts } from './parameter-facts.js';
import { patternKind } from './pattern-kind.js';
import { typeMembers } from '../types/read-members.js';
import { PropsTracker } from './track-props.js';
import { propsTypeFacts } from '../types/type-facts.js';

/** A component's facts, and the route types that its props are made of. */
export interface ReadComponent {
  readonly facts: ComponentFacts;
  readonly routeTypes: readonly TypeReference[];
}

/** Reads a component: its props, what it does with them, and their type. */
export function readComponent(found: FoundComponent, place: ComponentContext): ReadComponent {
  const { module, style } = place;
  const { text } = module;
  const { node, wrapper } = found;
  const tracker = trackProps(found, place);
  const written = propsTypeOf(found, place);
  const type = written ?? fromTypes(documentedTypes(module, found), place.types);
  const members = type && typeMembers(type.type, type.scope);
  const isAnnotated = found.types.length > 0 && !type;
  const facts: ComponentFacts = {
    wrapper,
    props: propFacts(tracker, members?.declarations ?? new Map()),
    escapes: tracker.escapes,
    parameter: parameterFacts(text, node),
    patterns: tracker.patterns.map((pattern) => patternFacts(place, pattern)),
    accesses: inOrder(tracker.accesses),
    type:
      type && members
        ? propsTypeFacts(text, type.type, members, written ? 'typescript' : 'jsdoc', style)
        : isAnnotated
          ? unknownType(found, place)
          : undefined,
  };
  return { facts, routeTypes: members?.routeTypes ?? [] };
}

/** Puts together what is known of each prop. */
function propFacts(
  tracker: PropsTracker,
  declarations: ReadonlyMap<string, readonly PropDeclaration[]>,
): readonly PropFacts[] {
  const props: PropFacts[] = [];
  for (const name of new Set([...tracker.props.keys(), ...declarations.keys()])) {
    const tracked = tracker.props.get(name);
    const bindings = tracked?.bindings ?? [];
    const declared = declarations.get(name) ?? [];
    const uses = inOrder([...(tracked?.uses.values() ?? [])]);
    const range = placeOf(bindings, declared, uses);
    if (!range) continue;
    const rendered =
      tracked?.isTakenApart === true ||
      uses.some(({ role }) => role === 'rendered' || role === 'passed');
    props.push({ name, range, bindings, declarations: declared, uses, rendered });
  }
  return props.sort((a, b) => a.range.start - b.range.start || (a.name < b.name ? -1 : 1));
}

function placeOf(
  [binding]: readonly PropBinding[],
  [declaration]: readonly PropDeclaration[],
  [use]: readonly PropUse[],
): TextRange | undefined {
  return binding?.key ?? declaration?.key ?? declaration?.range ?? use?.name;
}

/** The component is typed by something that is not to be seen here. */
function unknownType(
  { types: [first] }: FoundComponent,
  { types: scope }: ComponentContext,
): ComponentFacts['type'] {
  if (!first) return undefined;
  const { start, end } = first.type;
  const language = 'typescript';
  const facts = { range: { start, end }, language, complete: false, everySlot: false } as const;
  const lacksProps = first.of === 'component' && takesProps(first.type, scope);
  const insertion = { kind: 'argument', range: { start: end, end } } as const;
  return { ...facts, bodies: [], insertion: lacksProps ? insertion : undefined };
}

function trackProps(
  { node }: FoundComponent,
  { module, bindings }: ComponentContext,
): PropsTracker {
  const { text, steps } = module;
  const tracker = new PropsTracker({
    text,
    bindings,
    steps,
    component: node,
    root: isFunction(node) ? node : renderMethod(node),
  });
  if (!isFunction(node)) {
    trackClassProps(node, tracker, bindings);
    return tracker;
  }
  const param = firstParameter(node);
  if (param?.rest) tracker.escape();
  else if (param) tracker.bind(param.target);
  if (node.type !== 'ArrowFunctionExpression') escapeArguments(node, tracker, bindings);
  return tracker;
}

/** `arguments` holds the props under another name. */
function escapeArguments(node: FunctionNode, tracker: PropsTracker, bindings: Bindings): void {
  if (!bindings.names.has('arguments')) return;
  for (const each of bindings.nodes) {
    const isArguments = each.type === 'Identifier' && each.name === 'arguments';
    if (!isArguments || bindings.of(each)) continue;
    let outer = bindings.parentOf(each);
    while (outer && !(isFunction(outer) && outer.type !== 'ArrowFunctionExpression')) {
      outer = bindings.parentOf(outer);
    }
    if (outer === node) tracker.escape();
  }
}

function patternFacts(
  { module: { text }, bindings, style }: ComponentContext,
  pattern: ObjectPattern,
): PropsPattern {
  const range = patternRange(text, pattern);
  const items: ListItem[] = propertiesOf(pattern).map((each) => ({
    range: rangeOf(each),
    key: keyOf(each) === undefined ? undefined : keyRange(each, text),
  }));
  const rest = restOf(pattern);
  if (rest) items.push({ range: rangeOf(rest) });
  return {
    kind: patternKind(pattern, bindings),
    range,
    items,
    get insertion() {
      return listInsertion(text, { range, items }, ',', style);
    },
  };
}
