import type { Example } from './rule-page.js';

/** The project of one example, texts by path; true stands for a component that does nothing wrong. */
export function exampleFiles(
  rule: string,
  { files, options }: Example,
): Readonly<Record<string, string | true>> {
  const own = Object.entries(files).map(([path, text]) => {
    const stock = /(?:^|\/)layout\.\w+$/u.test(path) ? layout : true;
    return [path, text === true ? stock : text] as const;
  });
  return {
    'package.json': JSON.stringify({ type: 'module', dependencies: { next: '16.4.6' } }),
    // The rule that the example is for, and all of `recommended`.
    'next-slots.config.json': JSON.stringify({
      preset: 'recommended',
      rules: { [rule]: ['error', options] },
    }),
    ...Object.fromEntries(own),
  };
}

const layout = 'export default function Layout(props) {\n  return Object.values(props);\n}\n';
