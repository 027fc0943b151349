import type { ImportFacts, ModuleStyle } from '../module-facts.js';

/** How a file is written. */
export function moduleStyle(
  text: string,
  literals: readonly string[],
  imports: readonly ImportFacts[],
): ModuleStyle {
  const double = literals.filter((quote) => quote === '"').length;
  const single = literals.filter((quote) => quote === "'").length;
  const [indent] = /^(?:\t| {2,8})(?=[^\s*])/mu.exec(text) ?? [];
  return {
    quote: double > single ? '"' : "'",
    endOfLine: /\r?\n/u.exec(text)?.[0] === '\r\n' ? '\r\n' : '\n',
    indent: indent ?? '  ',
    reactNode: reactNode(imports),
  };
}

/** React's types are global under `React` where nothing is imported. */
function reactNode(imports: readonly ImportFacts[]): string {
  const react = imports.filter(({ source }) => source === 'react');
  const direct = react.find(({ imported }) => imported === 'ReactNode');
  if (direct) return direct.local;
  const whole = react.find(({ imported }) => imported === '*' || imported === 'default');
  return `${whole?.local ?? 'React'}.ReactNode`;
}
