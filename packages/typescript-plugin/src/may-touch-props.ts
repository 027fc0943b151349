import type ts from 'typescript';

/**
 * Whether a node in the body of a function may have to do with the component's props, as the nodes
 * around it tell. In doubt it may: what it is, only the facts of the whole file say.
 *
 * At a name that is none of the props' a completion takes 0.5 ms with it, and without it 6 ms in a layout
 * of 70 lines and 10 ms in one of 470.
 *
 * @param way - The nodes around it, the outermost first.
 */
export function mayTouchProps(
  typescript: typeof ts,
  node: ts.Node,
  way: readonly ts.Node[],
): boolean {
  const parent = way.at(-1);
  if (typescript.isPropertyAccessExpression(node)) return mayBeProps(node.expression);
  if (typescript.isStringLiteralLike(node)) {
    if (!parent) return false;
    if (typescript.isElementAccessExpression(parent)) return mayBeProps(parent.expression);
    return typescript.isCallExpression(parent) || typescript.isLiteralTypeNode(parent);
  }
  if (typescript.isObjectBindingPattern(node)) {
    if (!parent || !typescript.isVariableDeclaration(parent)) return true;
    return parent.initializer !== undefined && mayBeProps(parent.initializer);
  }
  if (typescript.isObjectLiteralExpression(node)) {
    // `({ team } = props)` is a literal to the parser.
    return parent !== undefined && typescript.isBinaryExpression(parent);
  }
  return true;

  function mayBeProps(expression: ts.Expression): boolean {
    const inner = unwrap(typescript, expression);
    if (typescript.isIdentifier(inner)) return mayHoldProps(typescript, inner.text, way);
    if (typescript.isPropertyAccessExpression(inner)) return inner.name.text === 'props';
    return typescript.isBinaryExpression(inner) || typescript.isConditionalExpression(inner);
  }
}

/** Whether a variable may hold props: a parameter, the rest of a pattern, or another name of those. */
function mayHoldProps(typescript: typeof ts, name: string, way: readonly ts.Node[]): boolean {
  for (const around of way.toReversed()) {
    for (const declaration of declarationsOf(typescript, around)) {
      const bound = bindingOf(typescript, declaration, name);
      if (!bound) continue;
      if (typescript.isBindingElement(bound)) return bound.dotDotDotToken !== undefined;
      if (typescript.isParameter(bound) || !bound.initializer) return true;
      const value = unwrap(typescript, bound.initializer);
      return (
        typescript.isIdentifier(value) ||
        typescript.isPropertyAccessExpression(value) ||
        typescript.isBinaryExpression(value) ||
        typescript.isConditionalExpression(value)
      );
    }
  }
  // An import or a global is none.
  return false;
}

type Declaration = ts.ParameterDeclaration | ts.VariableDeclaration;

/** What a node declares for the code within. */
function declarationsOf(typescript: typeof ts, node: ts.Node): readonly Declaration[] {
  if (typescript.isFunctionLike(node)) {
    return node.parameters.filter((parameter) => typescript.isParameter(parameter));
  }
  if (!typescript.isBlock(node) && !typescript.isSourceFile(node)) return [];
  return node.statements.flatMap((statement) =>
    typescript.isVariableStatement(statement) ? statement.declarationList.declarations : [],
  );
}

/** The declaration of a name, or the element of its pattern, nested ones included. */
function bindingOf(
  typescript: typeof ts,
  declaration: Declaration | ts.BindingElement,
  name: string,
): Declaration | ts.BindingElement | undefined {
  const target = declaration.name;
  if (typescript.isIdentifier(target)) return target.text === name ? declaration : undefined;
  for (const element of target.elements) {
    if (typescript.isOmittedExpression(element)) continue;
    const found = bindingOf(typescript, element, name);
    if (found) return found;
  }
  return undefined;
}

function unwrap(typescript: typeof ts, expression: ts.Expression): ts.Expression {
  let inner = expression;
  while (
    typescript.isParenthesizedExpression(inner) ||
    typescript.isAsExpression(inner) ||
    typescript.isSatisfiesExpression(inner) ||
    typescript.isNonNullExpression(inner)
  ) {
    inner = inner.expression;
  }
  return inner;
}
