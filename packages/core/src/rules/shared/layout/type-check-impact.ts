import type { App } from '../../../app.js';
import { matchesOf } from '../../../next/matches-of.js';
import type { ComponentFacts } from '../../../source/component-facts.js';
import type { PropFacts } from '../../../source/prop-facts.js';
import type { Impact } from '../../engine/finding.js';
import type { Layout } from './layout-of.js';

/** Whether a build checks the type of a layout's props at all. */
function isChecked({ next }: App, file: string, { type, wrapper }: ComponentFacts): boolean {
  const isTypeScript = /\.[cm]?tsx?$/u.test(file);
  const isTyped = type?.language === 'typescript' && wrapper === 'none';
  return isTypeScript && isTyped && next.ignoreBuildErrors !== true;
}

/** What a build makes of a prop in the type of a layout's props that Next.js never passes. */
export function impactOfUnknownProp(
  app: App,
  { file, component }: Pick<Layout, 'file' | 'component'>,
  { declarations }: PropFacts,
): Impact {
  if (!isChecked(app, file, component)) return 'silent';
  const written = declarations.filter(({ kind }) => kind !== 'implied');
  switch (matchesOf(app).semantics.layoutPropTypes) {
    case 'exact':
      return written.length > 0 ? 'build-error' : 'silent';
    case 'required':
      return written.some(({ optional }) => !optional) ? 'build-error' : 'silent';
    case 'unchecked':
      return 'silent';
  }
}

/** What a build makes of a slot that the type of a layout's props leaves out. */
export function impactOfLeftOutSlot(
  app: App,
  { file, component }: Pick<Layout, 'file' | 'component'>,
): Impact {
  const isExact = matchesOf(app).semantics.layoutPropTypes === 'exact';
  const isKnown = component.type?.complete === true && isChecked(app, file, component);
  return isExact && isKnown ? 'build-error' : 'silent';
}
