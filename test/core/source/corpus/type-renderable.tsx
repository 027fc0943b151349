import type { ComponentType, CSSProperties, FC, ReactElement } from 'react';
import type { Mystery } from './mystery';

type Id = string | number;
type Maybe<T> = T | undefined;
interface Person {
  name: string;
}

export default function Layout(props: {
  string: string;
  number: number;
  boolean: boolean;
  literal: 'a' | 'b';
  template: `a-${string}`;
  nothing: null;
  fn: () => JSX.Element;
  method(): JSX.Element;
  component: ComponentType;
  fc: FC<{ x: 1 }>;
  style: CSSProperties;
  person: Person;
  object: { name: string };
  strings: string[];
  id: Id;
  ctor: new () => object;
  branded: string & { brand: true };
  node: React.ReactNode;
  element: ReactElement;
  jsx: JSX.Element | null;
  reactJsx: React.JSX.Element;
  maybe: Maybe<React.ReactNode>;
  optional?: React.ReactNode;
  any: any;
  unknown: unknown;
  empty: {};
  wrapped: NonNullable<React.ReactNode>;
  nodes: React.ReactNode[];
  tuple: [React.ReactNode];
  mystery: Mystery;
  elementLike: { props: object; type: string };
  conditional: Id extends string ? string : React.ReactNode;
  query: typeof fallback;
  indexed: Person['name'];
  paren: (React.ReactNode);
  untyped;
  get accessor(): string;
  [computed]: string;
}) {
  return props.node;
}

const fallback = null;
const computed = 'x';
