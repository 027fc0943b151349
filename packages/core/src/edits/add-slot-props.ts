import type {
  ComponentFacts,
  Insertion,
  ParameterFacts,
  PropsPattern,
} from '../source/component-facts.js';
import type { ModuleFacts } from '../source/module-facts.js';
import { isWithin, type TextRange } from '../source/text-range.js';
import { isTypeScript } from '../routes/is-script.js';
import type { ReplaceText } from './edit.js';
import { isIdentifier, isVariable, printKey, variableFor } from './property-name.js';

/**
 * The edits that make a layout accept slots: each is taken out of the props where the component takes
 * them apart, and declared in the type where it has one. What names a slot already stays as it is.
 * Rendering it is left to a person, who alone knows where.
 *
 * No two edits conflict. There are none where nothing can be written: in JavaScript, a component that
 * reads `props.team` has no place that lists its props.
 *
 * @param file - The layout, relative to the app directory; its extension gives the language.
 * @param slots - Names without `@`.
 */
export function addSlotProps(
  file: string,
  facts: ModuleFacts,
  slots: readonly string[],
): readonly ReplaceText[] {
  const { component } = facts;
  if (!component) return [];
  const place = { file, facts, component };
  const { parameter } = component;
  if (parameter.kind === 'none') return addParameter(place, parameter.range, slots);
  return [...bindSlots(place, slots), ...declareSlots(place, slots)];
}

/** The slots that neither a pattern nor the body of the component names. */
function unboundSlots(component: ComponentFacts, slots: readonly string[]): readonly string[] {
  return slots.filter((slot) => {
    const prop = component.props.find(({ name }) => name === slot);
    return !prop || (prop.bindings.length === 0 && prop.uses.length === 0);
  });
}

/** Whether the type of the props, as far as the file shows it, has a slot. */
export function isDeclared(component: ComponentFacts | undefined, slot: string): boolean {
  if (component?.type?.everySlot === true) return true;
  const prop = component?.props.find(({ name }) => name === slot);
  return prop !== undefined && prop.declarations.length > 0;
}

/**
 * The variable that {@link addSlotProps} puts a slot into.
 *
 * @returns undefined where it adds none.
 */
export function slotVariable(facts: ModuleFacts, slot: string): string | undefined {
  const { component } = facts;
  const takes = component?.parameter.kind === 'none' || component?.patterns.some(takesMore);
  const [element] = takes ? elements(facts, [slot]) : [];
  return element?.slice(element.lastIndexOf(' ') + 1);
}

interface Place {
  readonly file: string;
  readonly facts: ModuleFacts;
  readonly component: ComponentFacts;
}

/** A layout always gets `children`, so a parameter that is new takes them too. */
function addParameter(
  place: Place,
  range: TextRange,
  slots: readonly string[],
): readonly ReplaceText[] {
  const names = ['children', ...slots.filter((slot) => slot !== 'children')];
  const pattern = `{ ${elements(place.facts, names).join(', ')} }`;
  // The type may stand around the component, in `const Layout: FC<Props>`.
  if (place.component.type) {
    const declared = declareSlots(place, names);
    return [replace(place.file, range, pattern), ...declared];
  }
  const type = isTypeScript(place.file) ? `: ${typeLiteral(place.facts, names)}` : '';
  return [replace(place.file, range, pattern + type)];
}

function* bindSlots(place: Place, slots: readonly string[]): Generator<ReplaceText> {
  const { component, file, facts } = place;
  const insertion = component.patterns.find(takesMore)?.insertion;
  const names = insertion ? unboundSlots(component, slots) : [];
  if (insertion && names.length > 0) yield insert(file, insertion, elements(facts, names));
}

/** An assignment has no place for a variable that is new. */
function takesMore({ kind }: PropsPattern): boolean {
  return kind !== 'assignment';
}

function* declareSlots(place: Place, slots: readonly string[]): Generator<ReplaceText> {
  const { component, file, facts } = place;
  const names = slots.filter((slot) => !isDeclared(component, slot));
  if (names.length === 0) return;
  const { insertion } = component.type ?? {};
  if (!component.type || insertion?.kind === 'argument') {
    yield* writeType(place, slots);
  } else if (insertion?.kind === 'member') {
    yield insert(file, insertion, members(facts, names, hasDefault(component)));
  } else if (insertion?.kind === 'tag') {
    const tags = tagLines(facts, insertion, names);
    if (tags.length > 0) yield insert(file, insertion, tags);
  } else if (insertion) {
    const { start, end } = insertion.range;
    const [open, close] = insertion.parentheses ? ['(', ')'] : ['', ''];
    if (open !== '') yield replace(file, { start, end: start }, open);
    const literal = typeLiteral(facts, names, hasDefault(component));
    yield replace(file, { start: end, end }, `${close} & ${literal}`);
  }
}

/** A tag can give a type to a plain name only. */
function tagLines(
  { reactNode }: ModuleFacts,
  { tag, prefix }: { readonly tag: string; readonly prefix: string },
  names: readonly string[],
): readonly string[] {
  return names.filter(isIdentifier).map((name) => `${tag} {${reactNode}} ${prefix}${name}`);
}

/** Whether the props may be left out, `= {}`: then no member of their type can be required. */
function hasDefault({ parameter, type }: ComponentFacts): boolean {
  if (parameter.kind !== 'pattern' && parameter.kind !== 'identifier') return false;
  const { range, target } = parameter;
  const isAnnotated = type && isWithin(type.range, range);
  return (isAnnotated ? type.range.end : target.end) < range.end;
}

/**
 * A type for the props of a TypeScript component that have none. Only where every prop that it names is known: a
 * type that leaves one out would break the code, and so would one that gainsays a wrapper's.
 */
function* writeType(place: Place, slots: readonly string[]): Generator<ReplaceText> {
  const { component, file, facts } = place;
  const named = component.props.map(({ name }) => name);
  const isKnown = named.every((name) => name === 'children' || slots.includes(name));
  const isFree = component.escapes.length === 0 && component.wrapper !== 'other';
  if (!isTypeScript(file) || !isKnown || !isFree) return;
  const all = [...new Set([...named, ...slots])];
  const literal = typeLiteral(facts, all, hasDefault(component));
  const insertion = component.type?.insertion;
  if (insertion) yield replace(file, insertion.range, `<${literal}>`);
  else yield* typeParameter(component.parameter, literal, file);
}

function* typeParameter(
  parameter: ParameterFacts,
  literal: string,
  file: string,
): Generator<ReplaceText> {
  switch (parameter.kind) {
    case 'class': {
      const { end } = parameter.superclass;
      yield replace(file, { start: end, end }, `<${literal}>`);
      return;
    }
    case 'pattern':
    case 'identifier': {
      const { start, end } = parameter.target;
      const [open, close] = parameter.parenthesized ? ['', ''] : ['(', ')'];
      if (open !== '') yield replace(file, { start, end: start }, open);
      yield replace(file, { start: end, end }, `: ${literal}${close}`);
      return;
    }
    case 'none':
    case 'other':
      return;
  }
}

/** Pattern elements; a name that stands for something already gets another variable. */
function elements(facts: ModuleFacts, names: readonly string[]): readonly string[] {
  const taken = new Set(facts.taken);
  return names.map((name) => {
    if (isVariable(name) && !taken.has(name)) {
      taken.add(name);
      return name;
    }
    // A name that is only used yet is no name to take for something else.
    const variable = variableFor(name, (each) => taken.has(each) || facts.names.includes(each));
    taken.add(variable);
    return `${printKey(name, facts.style.quote)}: ${variable}`;
  });
}

function typeLiteral(facts: ModuleFacts, names: readonly string[], optional = false): string {
  return `{ ${members(facts, names, optional).join('; ')} }`;
}

function members(
  { style, reactNode }: ModuleFacts,
  names: readonly string[],
  optional: boolean,
): readonly string[] {
  const mark = optional ? '?:' : ':';
  return names.map((name) => `${printKey(name, style.quote)}${mark} ${reactNode}`);
}

function insert(file: string, at: Insertion, items: readonly string[]): ReplaceText {
  return replace(file, at.range, at.before + items.join(at.between) + at.after);
}

function replace(file: string, range: TextRange, text: string): ReplaceText {
  return { kind: 'replaceText', file, range, text };
}
