import type { ComponentFacts } from '../component-facts.js';
import type { ImportFacts } from '../module-facts.js';

/** How a file can name React's node type: as the props beside are typed, else as it is imported. */
export function reactNodeIn(
  text: string,
  component: ComponentFacts | undefined,
  imports: readonly ImportFacts[],
): string {
  return (component && spelledNode(text, component)) ?? importedNode(imports);
}

function spelledNode(text: string, { props }: ComponentFacts): string | undefined {
  return props
    .flatMap(({ declarations }) => declarations)
    .map(({ type }) => (type ? text.slice(type.start, type.end) : ''))
    .find((type) => /^(?:[\p{ID_Continue}$]+\.|import\(['"]react['"]\)\.)?ReactNode$/u.test(type));
}

/** React's types are global under `React` where nothing is imported. */
function importedNode(imports: readonly ImportFacts[]): string {
  const react = imports.filter(({ source }) => source === 'react');
  const direct = react.find(({ imported }) => imported === 'ReactNode');
  if (direct) return direct.local;
  const whole = react.find(({ imported }) => imported === '*' || imported === 'default');
  return `${whole?.local ?? 'React'}.ReactNode`;
}
