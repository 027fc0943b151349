import { detectStyle } from '../edits/source-style.js';
import { readComponent } from './component/component-facts.js';
import { findDefaultExport } from './component/find-component.js';
import { moduleTypeScope } from './component/type-scope.js';
import { lateAsyncWork } from './contents/async-work.js';
import { exportsOf, importsOf } from './contents/imports-and-exports.js';
import { lateLeadsAway } from './contents/leads-away.js';
import { lateSorted } from './contents/late.js';
import { lateMetadataKeys } from './contents/metadata-keys.js';
import { moduleStyle } from './contents/module-style.js';
import { lateRouteTypes } from './contents/route-types.js';
import { lateSegmentConfig } from './contents/segment-config.js';
import { lateSlotKeys } from './contents/slot-keys.js';
import { typedefs } from './jsdoc/typedefs.js';
import type { ModuleFacts } from './module-facts.js';
import { bindNames } from './scope/bind-names.js';
import { localTypes } from './scope/type-names.js';
import { Steps, TooManySteps } from './steps.js';
import type { Module } from './ast/module.js';

/**
 * Reads a module's facts from its code: the one place where code gets its meaning. What stands
 * somewhere in the code, apart from the component, is looked for when it is asked for.
 */
export function readFacts(module: Module): ModuleFacts {
  try {
    return factsIn(module);
  } catch (error) {
    // A text that only the stack of this process ends is as much beyond reading.
    if (!(error instanceof TooManySteps || error instanceof RangeError)) throw error;
    return factsOfTooComplex(module);
  }
}

/** What is known of a module that takes too long to read, or is nested too deeply: next to nothing. */
export function factsOfTooComplex(module: Module): ModuleFacts {
  return factsIn({ ...module, statements: [], partial: true, steps: new Steps() }, true);
}

/**
 * A function here would hold on to everything that this one knows, the nodes of the whole module. So the
 * late ones are made elsewhere, and hold what they need.
 */
function factsIn(module: Module, tooComplex?: true): ModuleFacts {
  const { text, statements, directives, partial, steps } = module;
  const bindings = bindNames(statements);
  const local = localTypes(module, typedefs(text));
  const types = moduleTypeScope(local, bindings, steps);
  const imports = importsOf(statements);
  const style = detectStyle(text);
  const exported = findDefaultExport({ module, bindings });
  const found = exported?.component;
  const component = found && readComponent(found, exported, { module, bindings, types, style });
  const slotKeys = lateSlotKeys(module, bindings);
  // Late facts have steps of their own, so that none depends on what else was asked for before.
  const lateTypes = moduleTypeScope(local, bindings, new Steps());
  const routeTypes = lateRouteTypes(module, lateTypes, component?.routeTypes ?? []);
  const work = lateAsyncWork(module, bindings, found?.node);
  const segmentConfig = lateSegmentConfig(module);
  const exports = exportsOf(statements);
  const metadata = lateMetadataKeys(text, exports, bindings);
  const away = lateLeadsAway(text, bindings, found?.node);
  const names = lateSorted(bindings.names);
  const taken = lateSorted(bindings.taken);
  return {
    partial,
    tooComplex,
    directives,
    imports,
    exports,
    defaultExport: exported?.facts,
    component: component?.facts,
    get slotKeys() {
      return slotKeys();
    },
    get routeTypes() {
      return routeTypes();
    },
    get asyncWork() {
      return work();
    },
    get segmentConfig() {
      return segmentConfig();
    },
    get metadataKeys() {
      return metadata();
    },
    get leadsAway() {
      return away();
    },
    style: moduleStyle(text, style, imports, component?.facts),
    get names() {
      return names();
    },
    get taken() {
      return taken();
    },
  };
}
