import type { Bindings } from '../scope/bindings.js';
import { outsideName } from '../scope/module-names.js';
import { isClass, isFunction } from '../ast/functions.js';
import { keyOf } from '../ast/keys.js';
import { isComputed, memberName } from '../ast/members.js';
import type { ClassMember, ClassNode, FunctionNode, Node, ObjectPattern } from '../ast/nodes.js';
import { firstParameter } from '../ast/parameters.js';
import { childrenOf } from '../ast/parts.js';
import { patternOf, propertiesOf, restOf } from '../ast/patterns.js';
import { isWrapper } from '../ast/wrappers.js';
import type { PropsTracker } from './track-props.js';

/** Whether a class extends React's own, and so inherits nothing else that renders props. */
export function extendsReact(node: ClassNode, bindings: Bindings): boolean {
  const name = node.superClass && outsideName(node.superClass, bindings);
  return name === 'react Component' || name === 'react PureComponent';
}

/** The method whose result a class component renders. */
export function renderMethod(node: ClassNode): FunctionNode | undefined {
  const render = classMembers(node).find((member) => keyOf(member) === 'render' && !member.static);
  return render?.value && isFunction(render.value) ? render.value : undefined;
}

/** The methods and fields of a class. */
export function classMembers({ body }: ClassNode): readonly ClassMember[] {
  return body.body.filter((member): member is ClassMember => 'key' in member);
}

/** Follows `this.props` and the parameters that are props through a class. */
export function trackClassProps(node: ClassNode, tracker: PropsTracker, bindings: Bindings): void {
  if (!extendsReact(node, bindings) && node.superClass) {
    tracker.escape();
  }
  for (const member of classMembers(node)) {
    const name = keyOf(member);
    const { value } = member;
    const isConstructor = name === 'constructor' && !member.static;
    if (value && isFunction(value) && (isConstructor || name === 'getDerivedStateFromProps')) {
      const param = firstParameter(value);
      if (param) tracker.bind(param.target);
    }
    if (!member.static && value) visitThis(value, true, tracker, bindings);
  }
}

/** Visits every `this` that is the component: not in other functions or classes inside. */
function visitThis(node: Node, isOwn: boolean, tracker: PropsTracker, bindings: Bindings): void {
  if (node.type === 'ThisExpression' || (node.type === 'JSXIdentifier' && node.name === 'this')) {
    takeThis(node, tracker, bindings);
    return;
  }
  if (isClass(node)) return;
  if (isFunction(node) && node.type !== 'ArrowFunctionExpression' && !isOwn) return;
  for (const child of childrenOf(node)) visitThis(child, false, tracker, bindings);
}

function takeThis(node: Node, tracker: PropsTracker, bindings: Bindings): void {
  const parent = bindings.parentOf(node);
  if (parent && isWrapper(parent)) {
    takeThis(parent, tracker, bindings);
    return;
  }
  switch (parent?.type) {
    case 'MemberExpression':
    case 'JSXMemberExpression':
      if (parent.object !== node) return;
      if (memberName(parent) === 'props') tracker.take(parent);
      else if (isComputed(parent) && memberName(parent) === undefined) {
        tracker.escape();
      }
      return;
    case 'VariableDeclarator':
      if (parent.id.type !== 'ObjectPattern') break;
      takeFromThis(parent.id, tracker);
      return;
    case 'CallExpression':
      if (isBinding(parent.callee)) return;
      break;
    case 'ExpressionStatement':
    case 'UnaryExpression':
    case 'BinaryExpression':
      return;
  }
  // Whoever has the component has its props.
  tracker.escape();
}

/** `const { props } = this`. */
function takeFromThis(pattern: ObjectPattern, tracker: PropsTracker): void {
  for (const property of propertiesOf(pattern)) {
    if (keyOf(property) === 'props') tracker.bind(patternOf(property));
  }
  const rest = restOf(pattern);
  if (rest) tracker.escape();
}

/** `this.go.bind(this)` leaves everything in the class. */
function isBinding(callee: Node): boolean {
  if (callee.type !== 'MemberExpression' || callee.object.type !== 'MemberExpression') return false;
  const name = memberName(callee);
  const isOwn = callee.object.object.type === 'ThisExpression';
  return isOwn && (name === 'bind' || name === 'call' || name === 'apply');
}
