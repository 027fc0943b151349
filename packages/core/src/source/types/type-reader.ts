import type { ClassNode, InterfaceDeclaration, Node, RawType } from '../ast/nodes.js';
import { isQuoted, keyOf, keyRange } from '../ast/keys.js';
import { cookedText } from '../ast/literals.js';
import { allBelow, isNode } from '../ast/parts.js';
import { rangeOf, type Located } from '../ast/ranges.js';
import { trimEnd } from '../ast/trivia.js';
import { deepestNesting } from '../steps.js';
import {
  unknownType,
  type MemberKey,
  type TypeMember,
  type TypeNode,
  type TypeParameter,
} from './type-nodes.js';
import { childOf, isRawNode, listOf, textOf, type RawNode } from '../ast/raw-node.js';

/** Reads the types of a module in the words of typescript-eslint, Babel and oxc, each when it is asked for. */
export class TypeReader {
  readonly #text: string;
  #depth = 0;
  readonly #known = new Map<object, TypeNode | undefined>();

  constructor(text: string) {
    this.#text = text;
  }

  /**
   * A type, or the annotation around one.
   *
   * @returns the same object for the same syntax, by which types that contain themselves are known.
   */
  type(raw: RawType | null | undefined): TypeNode | undefined {
    if (!isRawNode(raw)) return undefined;
    if (!this.#known.has(raw)) {
      // What only one parser has a node for counts in none.
      const layer = raw.type === 'TSTypeAnnotation' || raw.type === 'TSParenthesizedType' ? 0 : 1;
      this.#depth += layer;
      const isTooDeep = this.#depth > deepestNesting;
      const type = isTooDeep ? unknownType(rangeOf(raw)) : this.#read(raw);
      this.#depth -= layer;
      this.#known.set(raw, type);
    }
    return this.#known.get(raw);
  }

  /** Every type that was read so far. */
  all(): Iterable<TypeNode | undefined> {
    return this.#known.values();
  }

  /** The arguments of a call, an element or a template. Babel 7 calls them parameters. */
  args(node: Located): readonly TypeNode[] {
    if (!isRawNode(node)) return [];
    const args = childOf(node, 'typeArguments') ?? childOf(node, 'typeParameters');
    return this.#types(args, 'params');
  }

  /** Babel 7 calls them `superTypeParameters`. */
  superArgs(node: ClassNode): readonly TypeNode[] {
    if (!isRawNode(node)) return [];
    const args = childOf(node, 'superTypeArguments') ?? childOf(node, 'superTypeParameters');
    return this.#types(args, 'params');
  }

  /** The parameters of a function, a class, an alias or an interface. */
  params(node: Node): readonly TypeParameter[] {
    if (!isRawNode(node)) return [];
    return listOf(childOf(node, 'typeParameters'), 'params').map((parameter) => ({
      name: textOf(parameter, 'name') ?? textOf(childOf(parameter, 'name'), 'name') ?? '',
      constraint: this.type(childOf(parameter, 'constraint')),
      default: this.type(childOf(parameter, 'default')),
    }));
  }

  /** Undefined where the parser has left the body out. */
  interface(node: InterfaceDeclaration): TypeNode | undefined {
    const raw = isRawNode(node) ? node : undefined;
    const body = raw && this.type(childOf(raw, 'body'));
    if (body?.kind !== 'object') return undefined;
    const parts = [body, ...this.#types(raw, 'extends')];
    return { kind: 'interface', ...rangeOf(node), parts };
  }

  #types(raw: RawNode | undefined, key: string): readonly TypeNode[] {
    return listOf(raw, key)
      .map((each) => this.type(each))
      .filter((type) => type !== undefined);
  }

  #read(raw: RawNode): TypeNode | undefined {
    const range = rangeOf(raw);
    switch (raw.type) {
      case 'TSTypeAnnotation':
      case 'TSParenthesizedType':
        return this.type(childOf(raw, 'typeAnnotation'));
      case 'TSTypeReference':
        return { kind: 'reference', ...range, ...this.#reference(raw, 'typeName') };
      case 'TSInterfaceHeritage':
      case 'TSExpressionWithTypeArguments':
      case 'TSClassImplements':
        return { kind: 'reference', ...range, ...this.#reference(raw, 'expression') };
      case 'TSImportType': {
        const source = importedModule(raw);
        return { kind: 'reference', ...range, ...this.#reference(raw, 'qualifier'), source };
      }
      case 'TSLiteralType': {
        const literal = childOf(raw, 'literal');
        // Babel 7 has templates here.
        const template = literal?.type === 'TemplateLiteral' ? literal : undefined;
        const value = template ? templateText(template) : textOf(literal, 'value');
        return { kind: 'literal', ...range, value };
      }
      case 'TSTemplateLiteralType':
        return { kind: 'literal', ...range, value: templateText(raw) };
      case 'TSTypeLiteral':
        return { kind: 'object', ...range, members: this.#members(raw, 'members') };
      case 'TSInterfaceBody':
        return { kind: 'object', ...range, members: this.#members(raw, 'body') };
      case 'TSUnionType':
        return { kind: 'union', ...range, types: this.#types(raw, 'types') };
      case 'TSIntersectionType':
        return { kind: 'intersection', ...range, types: this.#types(raw, 'types') };
      case 'TSArrayType': {
        const element = this.type(childOf(raw, 'elementType'));
        return element ? { kind: 'array', ...range, element } : this.#other(raw);
      }
      case 'TSTypeOperator': {
        // `readonly string[]`
        const list =
          raw['operator'] === 'readonly' ? this.type(childOf(raw, 'typeAnnotation')) : undefined;
        return list ? { ...list, ...range } : this.#other(raw);
      }
      case 'TSTupleType':
        return { kind: 'tuple', ...range, elements: this.#types(raw, 'elementTypes') };
      case 'TSFunctionType':
      case 'TSConstructorType':
        return this.#function(raw);
      case 'TSMappedType':
        return this.#mapped(raw);
      default: {
        const keyword = /^TS(?<name>\w+)Keyword$/u.exec(raw.type)?.groups?.['name'];
        return keyword === undefined
          ? this.#other(raw)
          : { kind: 'keyword', ...range, name: keyword.toLowerCase() };
      }
    }
  }

  #reference(raw: RawNode, key: string) {
    return { path: entityPath(childOf(raw, key)), args: this.args(raw) };
  }

  #function(raw: RawNode): TypeNode {
    const params = [...listOf(raw, 'params'), ...listOf(raw, 'parameters')];
    return {
      kind: 'function',
      ...rangeOf(raw),
      params: params
        .filter((param) => textOf(param, 'name') !== 'this')
        .map((param) => this.type(childOf(param, 'typeAnnotation'))),
      result: this.type(childOf(raw, 'returnType') ?? childOf(raw, 'typeAnnotation')),
    };
  }

  #mapped(raw: RawNode): TypeNode {
    // Babel 7 keeps the keys in `typeParameter`, of which typescript-eslint warns whoever reads it.
    const holder = 'constraint' in raw ? raw : childOf(raw, 'typeParameter');
    const keys = holder && childOf(holder, 'constraint');
    return {
      kind: 'mapped',
      ...rangeOf(raw),
      keys: childOf(raw, 'nameType') ? undefined : this.type(keys),
      value: this.type(childOf(raw, 'typeAnnotation')),
    };
  }

  #other(raw: RawNode): TypeNode {
    const types = isNode(raw) ? allBelow(raw).filter(({ type }) => type.startsWith('TS')) : [];
    const children = types.map((each) => this.type(each)).filter((type) => type !== undefined);
    return { kind: 'other', ...rangeOf(raw), children };
  }

  #members(raw: RawNode, key: string): readonly TypeMember[] {
    return listOf(raw, key).map((member) => this.#member(member));
  }

  #member(raw: RawNode): TypeMember {
    const { start, end } = rangeOf(raw);
    const range = { start, end: memberEnd(this.#text, start, end) };
    const optional = raw['optional'] === true;
    const type = this.type(childOf(raw, 'typeAnnotation') ?? childOf(raw, 'returnType'));
    const isAccessor = raw['kind'] === 'get' || raw['kind'] === 'set';
    const method = raw.type === 'TSMethodSignature';
    const isNamed = (method || raw.type === 'TSPropertySignature') && !isAccessor;
    return { ...range, key: isNamed ? this.#key(raw) : undefined, method, optional, type };
  }

  #key(raw: RawNode): MemberKey | undefined {
    const key = raw['key'];
    if (!isNode(key)) return undefined;
    const keyed = { key, computed: raw['computed'] === true };
    const name = keyOf(keyed);
    if (name === undefined) return undefined;
    return { name, range: keyRange(keyed, this.#text), quoted: isQuoted(keyed) };
  }
}

/** Parsers count a separator into the member of a type; the facts end it before. */
function memberEnd(text: string, start: number, end: number): number {
  const last = text.charAt(end - 1);
  return last === ';' || last === ',' ? trimEnd(text, end - 1, start) : end;
}

/** A name with dots: `TSQualifiedName`, or what heritage clauses have. */
function entityPath(raw: RawNode | undefined): readonly string[] {
  switch (raw?.type) {
    case undefined:
      return [];
    case 'TSQualifiedName':
      return [...entityPath(childOf(raw, 'left')), ...entityPath(childOf(raw, 'right'))];
    case 'MemberExpression':
      return [...entityPath(childOf(raw, 'object')), ...entityPath(childOf(raw, 'property'))];
    default:
      return [textOf(raw, 'name') ?? ''];
  }
}

function importedModule(raw: RawNode): string {
  const argument = childOf(raw, 'source') ?? childOf(raw, 'argument');
  const literal = argument?.type === 'TSLiteralType' ? childOf(argument, 'literal') : argument;
  return textOf(literal, 'value') ?? '';
}

/** The text of a template, unless something is put into it. */
function templateText(raw: RawNode): string | undefined {
  if (listOf(raw, 'types').length + listOf(raw, 'expressions').length > 0) return undefined;
  const [quasi] = listOf(raw, 'quasis');
  return quasi && cookedText(quasi);
}
