import { lazily } from '../../lazily.js';
import type { SourceStyle } from '../source-style.js';
import type { ComponentFacts } from '../component-facts.js';
import type { ImportFacts, ModuleStyle } from '../module-facts.js';

/** How a file is written. */
export function moduleStyle(
  text: string,
  source: SourceStyle,
  imports: () => readonly ImportFacts[],
  component: () => ComponentFacts | undefined,
): ModuleStyle {
  return lazily<ModuleStyle>({
    quote: () => source.quote,
    semicolons: () => source.semicolons,
    indent: () => source.indent,
    lineBreak: () => source.lineBreak,
    reactNode: () => {
      const found = component();
      return (found && spelledNode(text, found)) ?? importedNode(imports());
    },
  });
}

/** As the props beside are typed. */
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
