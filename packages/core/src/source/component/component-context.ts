import type { Bindings } from '../scope/bindings.js';
import type { Module } from '../ast/module.js';
import type { ListStyle } from './list-insertion.js';
import type { TypeScope } from '../types/type-scope.js';

/** The module that a component stands in, with what its names mean. */
export interface ComponentContext {
  readonly module: Module;
  readonly bindings: Bindings;
  readonly types: TypeScope;
  readonly style: ListStyle;
}
