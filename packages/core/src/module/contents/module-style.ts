import { detectStyle } from '../../edits/source-style.js';
import type { ImportFacts, ModuleStyle } from '../module-facts.js';

/** How a file is written. */
export function moduleStyle(text: string, imports: readonly ImportFacts[]): ModuleStyle {
  return { ...detectStyle(text), reactNode: reactNode(imports) };
}

/** React's types are global under `React` where nothing is imported. */
function reactNode(imports: readonly ImportFacts[]): string {
  const react = imports.filter(({ source }) => source === 'react');
  const direct = react.find(({ imported }) => imported === 'ReactNode');
  if (direct) return direct.local;
  const whole = react.find(({ imported }) => imported === '*' || imported === 'default');
  return `${whole?.local ?? 'React'}.ReactNode`;
}
