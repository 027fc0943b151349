import { remembered } from '../../remembered.js';
import type { PropsAccess, PropsEscape } from '../component-facts.js';
import type { PropBinding, PropUse, PropVariable } from '../prop-facts.js';
import { patternKind } from './pattern-kind.js';
import type { Binding } from '../scope/bindings.js';
import { isQuoted, keyOf, keyRange } from '../ast/keys.js';
import { withoutParentheses } from '../ast/literals.js';
import { isComputed, memberName } from '../ast/members.js';
import type { Member, Name, Node, ObjectPattern, Property, Rest } from '../ast/nodes.js';
import { defaultValueOf, patternOf, propertiesOf, restOf } from '../ast/patterns.js';
import { rangeOf } from '../ast/ranges.js';
import { isWrapper } from '../ast/wrappers.js';
import type { TextRange } from '../text-range.js';
import { BranchFinder } from './find-branches.js';
import { roleOf } from './classify-use.js';
import type { ComponentCode } from './component-code.js';
import { propsTakenBy } from './props-taken.js';

/** Names of props that a value does not hold, though it holds all others: what a rest leaves out. */
type Without = readonly string[];

/** What the code does with one prop. */
interface TrackedProp {
  readonly bindings: PropBinding[];
  /** By node: a variable may get the same prop more than once. */
  readonly uses: Map<Node, PropUse>;
  /** It is destructured further, which uses it. */
  isTakenApart: boolean;
}

/** Follows the props of one component through its code. */
export class PropsTracker {
  readonly props = new Map<string, TrackedProp>();
  readonly patterns: ObjectPattern[] = [];
  readonly accesses: PropsAccess[] = [];
  readonly escapes: PropsEscape[] = [];
  readonly #code: ComponentCode;
  readonly #branches: BranchFinder;
  /** The variables that hold the props, and what they are without. */
  readonly #seen = new Map<Binding, Without>();

  constructor(code: ComponentCode) {
    this.#code = code;
    this.#branches = new BranchFinder(code);
  }

  /** Takes a pattern or a name that the props are bound to. */
  bind(target: Node, without: Without = []): void {
    switch (target.type) {
      case 'ObjectPattern':
        this.#bindPattern(target, without);
        return;
      case 'Identifier':
        this.#bindName(target, without);
        return;
      case 'AssignmentPattern':
        this.bind(target.left, without);
        return;
      default:
        this.escape(without);
    }
  }

  /** Takes an expression whose value is the props: `props`, `this.props`. */
  take(node: Node, without: Without = []): void {
    this.#code.steps.spend();
    const parent = this.#code.bindings.parentOf(node);
    if (parent && isWrapper(parent)) {
      this.take(parent, without);
      return;
    }
    switch (parent?.type) {
      case 'MemberExpression':
      case 'JSXMemberExpression':
        if (parent.object === node) this.#access(parent, without);
        return;
      case 'VariableDeclarator':
        this.bind(parent.id, without);
        return;
      case 'AssignmentExpression':
        if (parent.right === node) this.bind(parent.left, without);
        return;
      case 'JSXSpreadAttribute':
        this.escape(without, this.#takenByTagOf(parent));
        return;
      case 'SpreadElement':
      case 'JSXSpreadChild':
        this.escape(without);
        return;
      case 'LogicalExpression':
        // `props ?? {}` is the props or nothing.
        if (parent.left === node && parent.operator !== '&&') {
          this.take(parent, without);
          return;
        }
        break;
      case 'CallExpression':
        // `super(props)` keeps the props where they are.
        if (parent.callee.type === 'Super') return;
        break;
    }
    const role = roleOf(node, this.#code);
    if (role === 'rendered' || role === 'passed') {
      this.escape(without, this.#takenByCallOf(parent, node));
    }
  }

  escape(without: Without = [], only?: readonly string[]): void {
    this.escapes.push({ rest: false, without, ...(only && { only }) });
  }

  #takenByCallOf(call: Node | undefined, argument: Node): readonly string[] | undefined {
    const isFirst = call?.type === 'CallExpression' && call.arguments[0] === argument;
    return isFirst ? propsTakenBy(call.callee, this.#code.bindings) : undefined;
  }

  #takenByTagOf(attribute: Node): readonly string[] | undefined {
    const tag = this.#code.bindings.parentOf(attribute);
    return tag?.type === 'JSXOpeningElement'
      ? propsTakenBy(tag.name, this.#code.bindings)
      : undefined;
  }

  #bindName(name: Name, without: Without): void {
    const binding = this.#code.bindings.of(name);
    if (!binding) return;
    const before = this.#seen.get(binding);
    if (before) {
      // Followed already, but for fewer props than it holds here.
      this.#code.steps.spend(before.length + without.length);
      const now = new Set(without);
      const isCovered = before.every((prop) => now.has(prop));
      if (!isCovered) this.escape(without);
      return;
    }
    this.#seen.set(binding, without);
    for (const read of binding.reads) this.take(read, without);
  }

  #bindPattern(pattern: ObjectPattern, without: Without): void {
    this.patterns.push(pattern);
    const declares = patternKind(pattern, this.#code.bindings) !== 'assignment';
    const properties = propertiesOf(pattern);
    for (const property of properties) {
      const key = keyOf(property);
      if (key === undefined) this.escape(without);
      else this.#bindProperty(property, key, declares);
    }
    const rest = restOf(pattern);
    if (!rest) return;
    const taken = properties.map((property) => keyOf(property)).filter((key) => key !== undefined);
    this.#code.steps.spend(without.length + taken.length);
    this.#bindRest(rest, [...new Set([...without, ...taken])]);
  }

  #bindRest(rest: Rest, without: Without): void {
    const { argument } = rest;
    const isName = argument.type === 'Identifier';
    this.escapes.push({ rest: isName, without });
    if (isName) this.#bindName(argument, without);
  }

  #bindProperty(property: Property, key: string, declares: boolean): void {
    const target = patternOf(property);
    const local = target.type === 'Identifier' ? target : undefined;
    const binding = local && this.#code.bindings.of(local);
    const fallback = defaultValueOf(property);
    const prop = this.#prop(key);
    prop.bindings.push({
      key: keyRange(property, this.#code.text),
      quoted: isQuoted(property),
      local: local && propVariable(local, binding),
      declares,
      shorthand: property.shorthand === true,
      default: fallback && rangeOf(withoutParentheses(fallback)),
    });
    if (!local) {
      prop.isTakenApart = true;
      return;
    }
    const reads = binding?.reads ?? [];
    this.#code.steps.spend(reads.length);
    for (const read of reads) {
      const parent = this.#code.bindings.parentOf(read);
      const isShorthand = parent?.type === 'Property' && parent.shorthand === true;
      this.#use(key, read, rangeOf(read), isShorthand ? 'shorthand' : 'local');
    }
  }

  #access(member: Member, without: Without): void {
    const name = memberName(member);
    if (name === undefined) {
      if (isComputed(member)) this.escape(without);
      return;
    }
    const form = isComputed(member) ? 'element' : 'member';
    const nameRange = rangeOf(withoutParentheses(member.property));
    this.accesses.push({
      range: rangeOf(member),
      object: rangeOf(withoutParentheses(member.object)),
      name: nameRange,
      form,
    });
    const parent = this.#code.bindings.parentOf(member);
    const isWritten = parent?.type === 'AssignmentExpression' && parent.left === member;
    if (name !== '' && !isWritten) this.#use(name, member, nameRange, form);
  }

  #prop(name: string): TrackedProp {
    const make = () => ({ bindings: [], uses: new Map<Node, PropUse>(), isTakenApart: false });
    return remembered(this.props, name, make);
  }

  #use(prop: string, node: Node, name: TextRange, form: PropUse['form']): void {
    const { uses } = this.#prop(prop);
    if (uses.has(node)) return;
    const isTag = this.#code.bindings.parentOf(node)?.type === 'JSXOpeningElement';
    uses.set(node, {
      range: rangeOf(node),
      name,
      form,
      role: roleOf(node, this.#code),
      ...(isTag && { asElement: true }),
      branches: this.#branches.branchesOf(node),
    });
  }
}

function propVariable(local: Name, binding: Binding | undefined): PropVariable {
  return {
    name: local.name,
    range: rangeOf(local),
    get writes() {
      const others = binding?.writes.filter((name) => name !== local) ?? [];
      return others.map((name) => rangeOf(name));
    },
  };
}
