import type ts from 'typescript';
import type { ClassMember, FunctionNode, Node, Parameter } from '../syntax/nodes.js';
import { skipTrivia } from '../syntax/trivia.js';
import type { TextRange } from '../text-range.js';
import { propertyKey } from './translate-keys.js';
import type { Translation, Translator } from './translator.js';

/** A function of any kind, accessors and constructors included. */
export function functionNode(raw: ts.SignatureDeclaration, t: Translator): FunctionNode {
  const { ts } = t;
  const name = ts.isFunctionDeclaration(raw) || ts.isFunctionExpression(raw) ? raw.name : undefined;
  return {
    kind: 'function',
    ...ownRange(raw, t),
    form: ts.isFunctionDeclaration(raw)
      ? 'declaration'
      : ts.isArrowFunction(raw)
        ? 'arrow'
        : 'expression',
    name: name && t.name(name),
    params: raw.parameters.filter((param) => !isThis(param, t)).map((param) => parameter(param, t)),
    async: hasModifier(raw, ts.SyntaxKind.AsyncKeyword, t),
    typeParams: t.typeParams(raw.typeParameters),
    body: 'body' in raw ? body(raw.body, t) : undefined,
    result: t.type(raw.type),
    decorators: decorators(raw, t),
  };
}

function body(raw: ts.Node | undefined, t: Translator): Node | undefined {
  if (!raw || !t.outline) return t.optional(raw);
  return { kind: 'block', ...t.range(raw), statements: [] };
}

function isThis(param: ts.ParameterDeclaration, { ts }: Translator): boolean {
  return ts.isIdentifier(param.name) && param.name.text === 'this';
}

function parameter(raw: ts.ParameterDeclaration, t: Translator): Parameter {
  return {
    kind: 'parameter',
    ...t.range(raw),
    target: t.pattern(raw.name),
    type: t.type(raw.type),
    default: t.optional(raw.initializer),
    rest: raw.dotDotDotToken !== undefined,
  };
}

/** ESTree has no `export` in a declaration, so neither has the neutral form. */
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
  return {
    kind: 'class',
    ...ownRange(raw, t),
    form: ts.isClassExpression(raw) ? 'expression' : 'declaration',
    name: raw.name && t.name(raw.name),
    superclass: superclass && t.node(superclass.expression),
    superTypeArgs: t.types(superclass?.typeArguments),
    typeParams: t.typeParams(raw.typeParameters),
    members: raw.members.flatMap((member) => classMember(member, t)),
    decorators: decorators(raw, t),
  };
}

function classMember(raw: ts.ClassElement, t: Translator): readonly ClassMember[] {
  const { ts } = t;
  const range = t.range(raw);
  const isStatic = hasModifier(raw, ts.SyntaxKind.StaticKeyword, t);
  if (ts.isClassStaticBlockDeclaration(raw)) {
    const value = t.node(raw.body);
    return [{ kind: 'classMember', ...range, isStatic: true, value, decorators: [] }];
  }
  if (ts.isConstructorDeclaration(raw)) {
    const value = functionNode(raw, t);
    const name = 'constructor';
    return [{ kind: 'classMember', ...range, name, isStatic, value, decorators: [] }];
  }
  const isMethod = ts.isMethodDeclaration(raw) || ts.isGetAccessor(raw) || ts.isSetAccessor(raw);
  if (!isMethod && !ts.isPropertyDeclaration(raw)) return [];
  const { key, computed } = propertyKey(raw.name, t);
  return [
    {
      kind: 'classMember',
      ...range,
      name: key,
      isStatic,
      computed,
      value: isMethod ? functionNode(raw, t) : t.optional(raw.initializer),
      type: isMethod ? undefined : t.type(raw.type),
      decorators: decorators(raw, t),
    },
  ];
}

export const translateFunction: Translation = (raw, t) => {
  const { ts } = t;
  if (ts.isFunctionDeclaration(raw) || ts.isFunctionExpression(raw) || ts.isArrowFunction(raw)) {
    return functionNode(raw, t);
  }
  return ts.isClassLike(raw) ? classNode(raw, t) : undefined;
};
