import type { Bindings } from '../scope/bindings.js';
import type { Module } from '../ast/module.js';
import type { SourceStyle } from '../source-style.js';
import type { TypeScope } from '../types/type-scope.js';

/** A module, and what its names mean. */
export interface ModuleCode {
  readonly module: Module;
  readonly bindings: Bindings;
}

/** The module that a component stands in, with what its types and lists look like. */
export interface ComponentContext extends ModuleCode {
  readonly types: TypeScope;
  readonly style: SourceStyle;
}
