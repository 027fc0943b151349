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
  readonly #seen = new Set<Binding>();

  constructor(component: Node, code: ComponentCode) {
    this.#component = component;
    this.#code = code;
  }

  /** Takes a pattern or a name that the props are bound to. */
  bind(target: Pattern): void {
    switch (target.kind) {
      case 'objectPattern': {
        this.#bindPattern(target);
        return;
      }
      case 'name': {
        this.#bindName(target);
        return;
      }
      case 'defaultPattern': {
        this.bind(target.target);
        return;
      }
      default:
        this.escape('passed', target);
    }
  }

  /** Takes an expression whose value is the props: `props`, `this.props`. */
  take(node: Node): void {
    const parent = this.#code.bindings.parentOf(node);
    switch (parent?.kind) {
      case 'cast': {
        this.take(parent);
        return;
      }
      case 'member':
        if (parent.object !== node) return;
        this.#access(parent);
        return;
      case 'declarator': {
        this.bind(parent.target);
        return;
      }
      case 'assign': {
        if (parent.value === node) this.bind(parent.target);
        return;
      }
      case 'spread': {
        this.escape('spread', parent);
        return;
      }
      case 'logical':
        // `props ?? {}` is the props or nothing.
        if (parent.left === node && parent.operator !== '&&') {
          this.take(parent);
          return;
        }
        break;
      case 'call':
        // `super(props)` keeps the props where they are.
        if (parent.callee.kind === 'super') return;
        break;
    }
    const role = roleOf(node, this.#code);
    if (role === 'rendered' || role === 'passed') this.escape('passed', node);
  }

  escape(kind: PropsEscape['kind'], range: TextRange): void {
    this.escapes.push({ kind, range: span(range) });
  }

  #bindName(name: Name): void {
    const binding = this.#code.bindings.of(name);
    if (!binding || this.#seen.has(binding)) return;
    this.#seen.add(binding);
    for (const { node, write } of binding.references) if (!write) this.take(node);
  }

  #bindPattern(pattern: ObjectPattern): void {
    this.patterns.push(pattern);
    const declares = patternKind(pattern, this.#code.bindings) !== 'assignment';
    for (const property of pattern.properties) this.#bindProperty(property, declares);
    if (!pattern.rest) return;
    this.escape('rest', pattern.rest);
    if (pattern.rest.target.kind === 'name') this.#bindName(pattern.rest.target);
  }

  #bindProperty(property: PatternProperty, declares: boolean): void {
    const { key, keyRange, quoted, shorthand, target } = property;
    if (key === undefined) {
      this.escape('computed', property);
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

  #access(member: Member): void {
    const { property, propertyRange, form, object } = member;
    if (property === undefined) {
      if (member.computed) this.escape('computed', member);
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
