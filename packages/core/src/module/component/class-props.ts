import type { Bindings } from '../scope/bindings.js';
import { originOf } from '../scope/module-names.js';
import type { ClassMember, ClassNode, FunctionNode, Node } from '../syntax/nodes.js';
import { childrenOf } from '../syntax/parts.js';
import type { PropsTracker } from './track-props.js';

/** Whether a class extends React's own, and so inherits nothing else that renders props. */
export function extendsReact(node: ClassNode, bindings: Bindings): boolean {
  const origin = node.superclass && originOf(node.superclass, bindings);
  return (
    origin?.source === 'react' && (origin.name === 'Component' || origin.name === 'PureComponent')
  );
}

/** The methods whose result a class component renders. */
export function renderMethod(node: ClassNode): FunctionNode | undefined {
  const render = members(node).find(({ name, isStatic }) => name === 'render' && !isStatic);
  return render?.value?.kind === 'function' ? render.value : undefined;
}

/** Follows `this.props` and the parameters that are props through a class. */
export function trackClassProps(node: ClassNode, tracker: PropsTracker, bindings: Bindings): void {
  if (!extendsReact(node, bindings) && node.superclass) {
    tracker.escape('passed', node.superclass);
  }
  for (const member of members(node)) {
    const isConstructor = member.name === 'constructor' && !member.isStatic;
    if (isConstructor || member.name === 'getDerivedStateFromProps') {
      const param = member.value?.kind === 'function' ? member.value.params[0] : undefined;
      if (param) tracker.bind(param.target);
    }
    if (!member.isStatic && member.value) visitThis(member.value, true, tracker, bindings);
  }
}

function members(node: ClassNode): readonly ClassMember[] {
  return node.members.filter((member) => member.kind === 'classMember');
}

/** Visits every `this` that is the component: not in other functions or classes inside. */
function visitThis(node: Node, isOwn: boolean, tracker: PropsTracker, bindings: Bindings): void {
  if (node.kind === 'this') {
    takeThis(node, tracker, bindings);
    return;
  }
  if (node.kind === 'class') return;
  if (node.kind === 'function' && node.form !== 'arrow' && !isOwn) return;
  for (const child of childrenOf(node)) visitThis(child, false, tracker, bindings);
}

function takeThis(node: Node, tracker: PropsTracker, bindings: Bindings): void {
  const parent = bindings.parentOf(node);
  if (parent?.kind === 'member') {
    if (parent.object === node && parent.property === 'props') tracker.take(parent);
    return;
  }
  if (parent?.kind === 'declarator' && parent.target.kind === 'objectPattern') {
    for (const { key, target } of parent.target.properties) {
      if (key === 'props') tracker.bind(target);
    }
    if (parent.target.rest) tracker.escape('passed', parent.target.rest);
    return;
  }
  const binds = parent?.kind === 'call' && isBinding(parent.callee);
  const isHanded = parent?.kind === 'call' || parent?.kind === 'spread';
  if (isHanded && !binds) tracker.escape('passed', node);
}

/** `this.go.bind(this)` leaves everything in the class. */
function isBinding(callee: Node): boolean {
  if (callee.kind !== 'member') return false;
  return callee.property === 'bind' || callee.property === 'call' || callee.property === 'apply';
}
