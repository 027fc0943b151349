import type { PropsAccess, PropsEscape } from '../component-facts.js';
import type { PropBinding, PropUse, PropVariable } from '../prop-facts.js';
import { patternKind } from './pattern-kind.js';
import type { Binding } from '../scope/bindings.js';
import type {
  Member,
  Name,
  Node,
  ObjectPattern,
  Pattern,
  PatternProperty,
} from '../syntax/nodes.js';
import type { TextRange } from '../text-range.js';
import { branchesOf } from './branches-of.js';
import { roleOf, type ComponentCode } from './classify-use.js';

/** Names of props that a value does not hold, though it holds all others: what a rest leaves out. */
type Without = readonly string[];

/** Follows the props of one component through its code. */
export class PropsTracker {
  readonly bindings = new Map<string, PropBinding[]>();
  readonly uses = new Map<string, PropUse[]>();
  /** Props that are taken apart further, which uses them. */
  readonly takenApart = new Set<string>();
  readonly patterns: ObjectPattern[] = [];
  readonly accesses: PropsAccess[] = [];
  readonly escapes: PropsEscape[] = [];
  readonly #component: Node;
  readonly #code: ComponentCode;
  /** The variables that hold the props, and what they are without. */
  readonly #seen = new Map<Binding, Without>();

  constructor(component: Node, code: ComponentCode) {
    this.#component = component;
    this.#code = code;
  }

  /** Takes a pattern or a name that the props are bound to. */
  bind(target: Pattern, without: Without = []): void {
    switch (target.kind) {
      case 'objectPattern': {
        this.#bindPattern(target, without);
        return;
      }
      case 'name': {
        this.#bindName(target, without);
        return;
      }
      case 'defaultPattern': {
        this.bind(target.target, without);
        return;
      }
      default:
        this.escape('passed', target, without);
    }
  }

  /** Takes an expression whose value is the props: `props`, `this.props`. */
  take(node: Node, without: Without = []): void {
    const parent = this.#code.bindings.parentOf(node);
    switch (parent?.kind) {
      case 'cast': {
        this.take(parent, without);
        return;
      }
      case 'member':
        if (parent.object !== node) return;
        this.#access(parent, without);
        return;
      case 'declarator': {
        this.bind(parent.target, without);
        return;
      }
      case 'assign': {
        if (parent.value === node) this.bind(parent.target, without);
        return;
      }
      case 'spread': {
        this.escape('spread', parent, without);
        return;
      }
      case 'logical':
        // `props ?? {}` is the props or nothing.
        if (parent.left === node && parent.operator !== '&&') {
          this.take(parent, without);
          return;
        }
        break;
      case 'call':
        // `super(props)` keeps the props where they are.
        if (parent.callee.kind === 'super') return;
        break;
    }
    const role = roleOf(node, this.#code);
    if (role === 'rendered' || role === 'passed') this.escape('passed', node, without);
  }

  escape(kind: PropsEscape['kind'], range: TextRange, without: Without = []): void {
    this.escapes.push({ kind, range: span(range), without });
  }

  #bindName(name: Name, without: Without): void {
    const binding = this.#code.bindings.of(name);
    if (!binding) return;
    const before = this.#seen.get(binding);
    if (before) {
      // Followed already, but for fewer props than it holds here.
      const isCovered = before.every((prop) => without.includes(prop));
      if (!isCovered) this.escape('passed', name, without);
      return;
    }
    this.#seen.set(binding, without);
    for (const { node, write } of binding.references) if (!write) this.take(node, without);
  }

  #bindPattern(pattern: ObjectPattern, without: Without): void {
    this.patterns.push(pattern);
    const declares = patternKind(pattern, this.#code.bindings) !== 'assignment';
    for (const property of pattern.properties) this.#bindProperty(property, declares, without);
    if (!pattern.rest) return;
    const taken = pattern.properties.map(({ key }) => key).filter((key) => key !== undefined);
    const left = [...new Set([...without, ...taken])];
    const { target } = pattern.rest;
    this.escape(target.kind === 'name' ? 'rest' : 'passed', pattern.rest, left);
    if (target.kind === 'name') this.#bindName(target, left);
  }

  #bindProperty(property: PatternProperty, declares: boolean, without: Without): void {
    const { key, keyRange, quoted, shorthand, target } = property;
    if (key === undefined) {
      this.escape('computed', property, without);
      return;
    }
    const local = target.kind === 'name' ? target : undefined;
    const binding = local && this.#code.bindings.of(local);
    const references = binding?.references ?? [];
    const variable: PropVariable | undefined = local && {
      name: local.name,
      range: span(local),
      writes: references
        .filter(({ node, write }) => write && node !== local)
        .map(({ node }) => span(node)),
    };
    append(this.bindings, key, {
      range: span(property),
      key: span(keyRange),
      quoted,
      local: variable,
      declares,
      shorthand,
      default: property.default && span(property.default),
    });
    if (!local) {
      this.takenApart.add(key);
      return;
    }
    for (const { node, write } of references) {
      if (write) continue;
      const parent = this.#code.bindings.parentOf(node);
      const isShorthand = parent?.kind === 'property' && parent.shorthand;
      this.#use(key, node, node, isShorthand ? 'shorthand' : 'local');
    }
  }

  #access(member: Member, without: Without): void {
    const { property, propertyRange, form, object } = member;
    if (property === undefined) {
      if (member.computed) this.escape('computed', member, without);
      return;
    }
    this.accesses.push({
      range: span(member),
      object: span(object),
      name: span(propertyRange),
      form,
    });
    const parent = this.#code.bindings.parentOf(member);
    const isWritten = parent?.kind === 'assign' && parent.target === member;
    if (property !== '' && !isWritten) this.#use(property, member, propertyRange, form);
  }

  #use(prop: string, node: Node, name: TextRange, form: PropUse['form']): void {
    append(this.uses, prop, {
      range: span(node),
      name: span(name),
      form,
      role: roleOf(node, this.#code),
      branches: branchesOf(node, this.#component, this.#code.bindings),
    });
  }
}

function append<T>(map: Map<string, T[]>, key: string, value: T): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}

function span({ start, end }: TextRange): TextRange {
  return { start, end };
}
