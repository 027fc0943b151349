import { once } from '../once.js';
import { detectStyle } from '../edits/source-style.js';
import { readComponent } from './component/component-facts.js';
import { findDefaultExport } from './component/find-component.js';
import { moduleTypeScope, type TypeScope } from './component/type-scope.js';
import { asyncWork } from './contents/async-work.js';
import { exportsOf, importsOf } from './contents/imports-and-exports.js';
import { moduleStyle } from './contents/module-style.js';
import { routeTypeUse } from './contents/route-types.js';
import { slotKeyCall } from './contents/slot-keys.js';
import { visitNodes, visitTypesOf } from './contents/visit.js';
import { typedefs } from './jsdoc/typedefs.js';
import type { ModuleFacts, RouteTypeUse, SlotKeyCall } from './module-facts.js';
import { bindNames } from './scope/bind-names.js';
import type { Bindings } from './scope/bindings.js';
import { localTypes } from './scope/type-names.js';
import type { Module } from './syntax/nodes.js';
import type { TypeReference } from './syntax/types.js';

/**
 * Reads a module's facts from its neutral form: the one place where code gets its meaning. What stands
 * somewhere in the code, apart from the component, is looked for when it is asked for.
 */
export function readFacts(module: Module): ModuleFacts {
  const { text, statements, directives, partial } = module;
  const bindings = bindNames(statements);
  const types = moduleTypeScope(localTypes([...typedefs(text), ...statements]), bindings);
  const imports = importsOf(statements);
  const contents = once(() => contentsOf(module, bindings));
  const style = detectStyle(text);
  const exported = findDefaultExport(statements, bindings);
  const found = exported?.component;
  const component =
    found && readComponent(found, exported, { text, statements, bindings, types, style });
  const routes = once(() =>
    routeTypes(text, contents().references, component?.routeTypes ?? new Set(), types),
  );
  const work = once(() =>
    asyncWork({
      text,
      statements,
      bindings,
      component: found?.node,
      client: directives.includes('use client'),
    }),
  );
  return {
    partial,
    directives,
    imports,
    exports: exportsOf(statements),
    defaultExport: exported?.facts,
    component: component?.facts,
    get slotKeys() {
      return contents().slotKeys;
    },
    get routeTypes() {
      return routes();
    },
    get asyncWork() {
      return work();
    },
    style: moduleStyle(text, style, imports, component?.facts),
    names: bindings.names,
    declared: bindings.declared,
  };
}

/** What one pass over the whole module finds. */
function contentsOf({ text, statements }: Module, bindings: Bindings) {
  const slotKeys: SlotKeyCall[] = [];
  const references: TypeReference[] = [];
  visitNodes(statements, (node) => {
    const call = node.kind === 'call' ? slotKeyCall(text, node, bindings) : undefined;
    if (call) slotKeys.push(call);
    visitTypesOf(node, (type) => {
      if (type.kind === 'reference') references.push(type);
    });
  });
  return { slotKeys, references };
}

function routeTypes(
  text: string,
  written: readonly TypeReference[],
  ofComponent: ReadonlySet<TypeReference>,
  scope: TypeScope,
): readonly RouteTypeUse[] {
  // The types of JSDoc comments are found through the component alone.
  const all = new Set<TypeReference>([...written, ...ofComponent]);
  const uses: RouteTypeUse[] = [];
  for (const type of all) {
    const use = routeTypeUse(text, type, scope, ofComponent.has(type));
    if (use) uses.push(use);
  }
  return uses.sort((a, b) => a.range.start - b.range.start);
}
