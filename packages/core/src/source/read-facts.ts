import { lazily } from '../lazily.js';
import { once } from '../once.js';
import type { Module } from './ast/module.js';
import { readComponent } from './component/read-component.js';
import { findDefaultExport, type FoundExport } from './component/find-component.js';
import { moduleTypeScope } from './types/type-scope.js';
import { asyncWorkIn } from './component/async-work.js';
import { exportsOf, importsOf } from './module/imports-and-exports.js';
import { outcomeOf } from './component/outcome-of.js';
import { metadataKeysIn } from './module/metadata-keys.js';
import { reactNodeIn } from './module/react-node.js';
import { routeTypesIn } from './types/route-types.js';
import { segmentConfigIn } from './module/segment-config.js';
import { slotKeyCalls } from './module/slot-keys.js';
import { typedefs } from './jsdoc/typedefs.js';
import { mentions } from './mentions.js';
import type { DefaultExportFacts, ModuleFacts } from './module-facts.js';
import { bindNames } from './scope/bind-names.js';
import { detectStyle } from './source-style.js';
import { localTypes } from './types/local-types.js';
import { Steps, TooManySteps } from './steps.js';

/**
 * Reads a module's facts from its code: the one place where code gets its meaning. Each fact is read when
 * it is asked for, and holds on to the tree until then.
 */
export function readFacts(module: Module): ModuleFacts {
  const { text, statements, directives } = module;
  const nothing = nothingKnown(text);
  let failure: 'too complex' | 'odd tree' | undefined;

  /** A part of the reading, after whose failure nothing further is known. */
  const part = <T>(read: () => T, otherwise: T) =>
    once(() => {
      try {
        return failure ? otherwise : read();
      } catch (error) {
        // A text that only the stack of this process ends is as much beyond reading.
        const isTooMuch = error instanceof TooManySteps || error instanceof RangeError;
        failure = isTooMuch ? 'too complex' : 'odd tree';
        if (isTooMuch) module.onTooComplex?.();
        return otherwise;
      }
    });

  const bindings = part(() => bindNames(statements), noBindings);
  const code = {
    module,
    get bindings() {
      return bindings();
    },
  };
  const exported = part(() => findDefaultExport(code), unknownExport);
  const types = once(() => localTypes(module, typedefs(text)));
  const component = part(() => {
    const names = bindings();
    const found = exported();
    if (!found?.component || failure) return undefined;
    const scope = moduleTypeScope(types(), names, module.steps);
    const place = { module, bindings: names, types: scope, style: nothing.style };
    return readComponent(found.component, place);
  }, undefined);

  /** A search of the code, which in an odd tree finds nothing. */
  const search = <Fact extends keyof ModuleFacts>(fact: Fact, find: () => ModuleFacts[Fact]) =>
    once(() => {
      try {
        return mentions(text, fact) ? find() : nothing[fact];
      } catch {
        return nothing[fact];
      }
    });

  const found = () => exported()?.component?.node;
  const componentFacts = () => component()?.facts;
  const imports = part(() => importsOf(statements), []);
  const exports = part(() => exportsOf(statements), []);
  const outcome = part(() => outcomeOf(found(), code), undefined);
  return lazily<ModuleFacts>({
    partial: () => {
      component();
      return module.partial || failure !== undefined;
    },
    tooComplex: () => {
      component();
      return failure === 'too complex' || undefined;
    },
    directives: () => directives,
    imports,
    exports,
    defaultExport: () => exported()?.facts,
    component: componentFacts,
    slotKeys: search('slotKeys', () => slotKeyCalls(module, bindings())),
    routeTypes: search('routeTypes', () => {
      const of = bindings();
      // With steps of its own, so that it does not depend on what else was asked for before.
      const scope = moduleTypeScope(types(), of, new Steps());
      return routeTypesIn(module, of, scope, component()?.routeTypes ?? []);
    }),
    asyncWork: search('asyncWork', () => asyncWorkIn(module, bindings(), found())),
    segmentConfig: search('segmentConfig', () => segmentConfigIn(module)),
    metadataKeys: search('metadataKeys', () => metadataKeysIn(module, bindings(), exports())),
    leadsAway: () => mentions(text, 'leadsAway') && outcome() === 'elsewhere',
    rendersNothing: () => outcome() === 'nothing',
    style: () => nothing.style,
    reactNode: once(() => reactNodeIn(text, componentFacts(), imports())),
    names: once(() => [...bindings().names].sort()),
    taken: once(() => [...bindings().taken].sort()),
  });
}

const noBindings = bindNames([]);

const unknownFacts: DefaultExportFacts = { range: { start: 0, end: 0 }, kind: 'unknown' };
const unknownExport: FoundExport = { facts: unknownFacts };

/** The facts of a text of which there is no tree: next to nothing. */
export function nothingKnown(text: string, tooComplex?: true): ModuleFacts {
  return {
    partial: true,
    tooComplex,
    directives: [],
    imports: [],
    exports: [],
    defaultExport: unknownFacts,
    component: undefined,
    slotKeys: [],
    routeTypes: [],
    asyncWork: 'none',
    segmentConfig: [],
    metadataKeys: [],
    leadsAway: false,
    rendersNothing: false,
    style: detectStyle(text),
    reactNode: reactNodeIn(text, undefined, []),
    names: [],
    taken: [],
  };
}
