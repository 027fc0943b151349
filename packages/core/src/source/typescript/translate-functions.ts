import type ts from 'typescript';
import type { ClassBody, FunctionNode, Node } from '../ast/nodes.js';
import { skipTrivia } from '../ast/trivia.js';
import type { TextRange } from '../text-range.js';
import { propertyKey } from './translate-keys.js';
import { typeArguments, typeParameters } from './translate-types.js';
import type { Translations, Translator } from './translator.js';

/** A function of any kind, accessors and constructors included. */
export function functionNode(raw: ts.SignatureDeclaration, t: Translator): FunctionNode {
  const { ts } = t;
  const shared = {
    ...ownRange(raw, t),
    params: raw.parameters.map((param) => parameter(param, t)),
    async: hasModifier(raw, ts.SyntaxKind.AsyncKeyword, t),
    returnType: t.type(raw.type),
    typeParameters: typeParameters(raw, t),
  };
  const content = 'body' in raw ? body(raw.body, t) : undefined;
  return withType(raw, shared, content, t);
}

/** Without a body it is an overload, or being typed. */
function withType(
  raw: ts.SignatureDeclaration,
  shared: Pick<FunctionNode, 'params'>,
  body: Node | undefined,
  t: Translator,
): FunctionNode {
  const { ts } = t;
  if (ts.isFunctionDeclaration(raw)) {
    const id = raw.name && t.name(raw.name);
    return body
      ? { type: 'FunctionDeclaration', ...shared, id, body }
      : { type: 'TSDeclareFunction', ...shared, id };
  }
  if (!body) return { type: 'TSEmptyBodyFunctionExpression', ...shared };
  if (ts.isArrowFunction(raw)) return { type: 'ArrowFunctionExpression', ...shared, body };
  const id = ts.isFunctionExpression(raw) && raw.name ? t.name(raw.name) : undefined;
  return { type: 'FunctionExpression', ...shared, id, body };
}

function body(raw: ts.Node | undefined, t: Translator): Node | undefined {
  if (!raw || !t.outline) return t.optional(raw);
  return { type: 'BlockStatement', ...t.range(raw), body: [] };
}

function parameter(raw: ts.ParameterDeclaration, t: Translator): Node {
  const range = t.range(raw);
  const target = { ...t.pattern(raw.name), typeAnnotation: t.type(raw.type) };
  if (raw.dotDotDotToken) return { type: 'RestElement', ...range, argument: target };
  if (raw.initializer) {
    return { type: 'AssignmentPattern', ...range, left: target, right: t.node(raw.initializer) };
  }
  // The target ends before its type, as TypeScript has it.
  return { type: 'TSParameterProperty', ...range, parameter: target };
}

/** ESTree has no `export` in a declaration. */
function ownRange(raw: ts.Node, t: Translator): TextRange {
  const { ts } = t;
  const { start, end } = t.range(raw);
  const modifiers = ts.canHaveModifiers(raw) ? ts.getModifiers(raw) : undefined;
  const exported = modifiers?.filter(
    ({ kind }) => kind === ts.SyntaxKind.ExportKeyword || kind === ts.SyntaxKind.DefaultKeyword,
  );
  const last = exported?.at(-1);
  return { start: last ? skipTrivia(t.text, last.end) : start, end };
}

/** Whether a declaration carries a modifier. */
function hasModifier(raw: ts.Node, kind: ts.SyntaxKind, { ts }: Translator): boolean {
  return ts.canHaveModifiers(raw) && (ts.getModifiers(raw)?.some((m) => m.kind === kind) ?? false);
}

function decorators(raw: ts.Node, t: Translator): readonly Node[] {
  if (!t.ts.canHaveDecorators(raw)) return [];
  return t.ts.getDecorators(raw)?.map((decorator) => t.node(decorator.expression)) ?? [];
}

function classNode(raw: ts.ClassLikeDeclaration, t: Translator): Node {
  const { ts } = t;
  const clause = raw.heritageClauses?.find(({ token }) => token === ts.SyntaxKind.ExtendsKeyword);
  const superclass = clause?.types[0];
  const members = raw.members.flatMap((member) => classMember(member, t));
  const body: ClassBody = {
    type: 'ClassBody',
    start: raw.members.pos,
    end: raw.end,
    body: members,
  };
  return {
    type: ts.isClassExpression(raw) ? 'ClassExpression' : 'ClassDeclaration',
    ...ownRange(raw, t),
    decorators: decorators(raw, t),
    id: raw.name && t.name(raw.name),
    superClass: superclass && t.node(superclass.expression),
    superTypeArguments: superclass && typeArguments(superclass, t),
    typeParameters: typeParameters(raw, t),
    body,
  };
}

function classMember(raw: ts.ClassElement, t: Translator): readonly Node[] {
  const { ts } = t;
  const range = t.range(raw);
  if (ts.isClassStaticBlockDeclaration(raw)) {
    return [{ type: 'StaticBlock', ...range, body: t.nodes(raw.body.statements) }];
  }
  const shared = {
    ...range,
    static: hasModifier(raw, ts.SyntaxKind.StaticKeyword, t),
    decorators: decorators(raw, t),
  };
  if (ts.isConstructorDeclaration(raw)) {
    const key = { type: 'Identifier', ...range, name: 'constructor' } as const;
    return [{ type: 'MethodDefinition', ...shared, key, value: functionNode(raw, t) }];
  }
  if (ts.isMethodDeclaration(raw) || ts.isGetAccessor(raw) || ts.isSetAccessor(raw)) {
    const key = propertyKey(raw.name, t);
    return [{ type: 'MethodDefinition', ...shared, ...key, value: functionNode(raw, t) }];
  }
  if (!ts.isPropertyDeclaration(raw)) return [];
  return [
    {
      type: 'PropertyDefinition',
      ...shared,
      ...propertyKey(raw.name, t),
      value: t.optional(raw.initializer),
      typeAnnotation: t.type(raw.type),
    },
  ];
}

export const functionsAndClasses: Translations = {
  FunctionDeclaration: functionNode,
  FunctionExpression: functionNode,
  ArrowFunction: functionNode,
  ClassDeclaration: classNode,
  ClassExpression: classNode,
};
