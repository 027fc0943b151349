import { isVariable, printKey, variableFor } from './property-name.js';
import type { ComponentFacts } from '../module/component-facts.js';
import type { Insertion } from '../module/insertion.js';
import type { ModuleFacts } from '../module/module-facts.js';
import type { ReplaceText } from './edit.js';

/**
 * The edits that make a layout accept slots: each is taken out of the props where the component takes
 * them apart, and declared in the type where it has one. What names a slot already stays as it is.
 *
 * @param file - The layout, relative to the app directory.
 * @param slots - Names without `@`.
 */
export function addSlotProps(
  file: string,
  facts: ModuleFacts,
  slots: readonly string[],
): readonly ReplaceText[] {
  const { component } = facts;
  if (!component) return [];
  return [
    ...bindSlots(file, facts, component, slots),
    ...declareSlots(file, facts, component, slots),
  ];
}

/** The slots that neither the pattern nor the body of the component names. */
export function unboundSlots(
  component: ComponentFacts,
  slots: readonly string[],
): readonly string[] {
  return slots.filter((slot) => {
    const prop = component.props.find(({ name }) => name === slot);
    return !prop || (prop.bindings.length === 0 && prop.uses.length === 0);
  });
}

/** The slots that the type of the props, as far as the file shows it, does not have. */
export function undeclaredSlots(
  component: ComponentFacts,
  slots: readonly string[],
): readonly string[] {
  if (component.type?.everySlot === true) return [];
  return slots.filter((slot) => {
    const prop = component.props.find(({ name }) => name === slot);
    return !prop || prop.declarations.length === 0;
  });
}

function* bindSlots(
  file: string,
  facts: ModuleFacts,
  component: ComponentFacts,
  slots: readonly string[],
): Generator<ReplaceText> {
  const { parameter, patterns } = component;
  const names = unboundSlots(component, slots);
  if (names.length === 0) return;
  const taken = new Set(facts.names);
  const elements = names.map((name) => {
    if (isVariable(name)) return name;
    const variable = variableFor(name, (each) => taken.has(each));
    taken.add(variable);
    return `${printKey(name, facts.style.quote)}: ${variable}`;
  });
  if (parameter.kind === 'none') {
    const type = isTypeScript(file) ? `: ${typeLiteral(facts, names)}` : '';
    const text = `{ ${elements.join(', ')} }${type}`;
    yield { kind: 'replaceText', file, range: parameter.range, text };
  }
  const insertion = parameter.kind === 'pattern' ? patterns[0]?.insertion : undefined;
  if (insertion) yield insert(file, insertion, elements);
}

function* declareSlots(
  file: string,
  facts: ModuleFacts,
  component: ComponentFacts,
  slots: readonly string[],
): Generator<ReplaceText> {
  const names = undeclaredSlots(component, slots);
  if (names.length === 0) return;
  if (!component.type) {
    const edit = isTypeScript(file) ? writeType(file, facts, component, slots) : undefined;
    if (edit) yield edit;
    return;
  }
  const { insertion } = component.type;
  if (insertion?.kind === 'member') {
    yield insert(file, insertion, members(facts, names));
  } else if (insertion) {
    const { start, end } = insertion.range;
    const literal = typeLiteral(facts, names);
    if (insertion.parentheses) {
      yield { kind: 'replaceText', file, range: { start, end: start }, text: '(' };
    }
    const close = insertion.parentheses ? ')' : '';
    yield { kind: 'replaceText', file, range: { start: end, end }, text: `${close} & ${literal}` };
  }
}

/**
 * A type for a component that has none. Only where every prop it names is known: a type that leaves
 * one out would break the code.
 */
function writeType(
  file: string,
  facts: ModuleFacts,
  component: ComponentFacts,
  slots: readonly string[],
): ReplaceText | undefined {
  const { parameter, props } = component;
  if (component.escapes.length > 0) return undefined;
  const named = props.map(({ name }) => name);
  if (named.some((name) => name !== 'children' && !slots.includes(name))) return undefined;
  const rest = slots.filter((slot) => !named.includes(slot));
  const literal = typeLiteral(facts, [...named, ...rest]);
  if (parameter.kind === 'class') {
    const { end } = parameter.superclass;
    return { kind: 'replaceText', file, range: { start: end, end }, text: `<${literal}>` };
  }
  const isPlain = parameter.kind === 'pattern' || parameter.kind === 'identifier';
  if (!isPlain || !parameter.parenthesized) return undefined;
  const { end } = parameter.target;
  return { kind: 'replaceText', file, range: { start: end, end }, text: `: ${literal}` };
}

function typeLiteral(facts: ModuleFacts, names: readonly string[]): string {
  return `{ ${members(facts, names).join('; ')} }`;
}

function members({ style }: ModuleFacts, names: readonly string[]): readonly string[] {
  return names.map((name) => `${printKey(name, style.quote)}: ${style.reactNode}`);
}

function insert(file: string, at: Insertion, items: readonly string[]): ReplaceText {
  const text = at.before + items.join(at.between) + at.after;
  return { kind: 'replaceText', file, range: at.range, text };
}

function isTypeScript(file: string): boolean {
  return /\.[cm]?tsx?$/u.test(file);
}
