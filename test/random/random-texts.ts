import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';

const folder = join(import.meta.dirname, '../core/source/corpus');

/** Every way of writing a layout that the readers are known to read. */
export const corpus: readonly { readonly file: string; readonly text: string }[] = readdirSync(
  folder,
)
  .filter((file) => /\.[jt]sx?$/u.test(file))
  .sort()
  .map((file) => ({
    file,
    // Hosts hand over texts without a byte order mark.
    text: readFileSync(join(folder, file), 'utf8').replace(/^\uFEFF/u, ''),
  }));

const propNames = ['a', 'b', 'c', 'A', 'params', 'other'];

const props = fc.record({
  taken: fc.subarray(propNames),
  rendered: fc.subarray(propNames, { minLength: 2 }),
  children: fc.boolean(),
});

/** Layouts of slots called `a`, `b` and `c`, which take and render some of them. */
export const slotLayouts = fc
  .tuple(props, fc.nat(7), fc.constantFrom('\n', '\r\n'))
  .map(([{ taken, rendered, children }, form, lineBreak]) => {
    const names = [...(children ? ['children'] : []), ...taken];
    const nodes = [...(children ? ['children'] : []), ...rendered.filter((n) => taken.includes(n))];
    return layoutText(form, names, nodes).replaceAll('\n', lineBreak);
  });

function layoutText(form: number, names: readonly string[], nodes: readonly string[]): string {
  const pattern = `{ ${names.join(', ')} }`;
  const members = names.map((name) => `${name}: React.ReactNode`).join('; ');
  const list = `[${nodes.join(', ')}]`;
  const ofProps = `[${nodes.map((name) => `props.${name}`).join(', ')}]`;
  switch (form) {
    case 0:
      return `export default function Layout(${pattern}) {\n  return ${list};\n}\n`;
    case 1:
      return `const Layout = async (${pattern}) => ${list}\nexport { Layout as default }\n`;
    case 2:
      return `export default function Layout(props) {\n  return ${ofProps};\n}\n`;
    case 3:
      return `export default function Layout() {\n  return null;\n}\n`;
    case 4:
    case 5:
      return `export default function Layout(${pattern}) {\n  return isOpen() ? ${names[0] ?? 'null'} : ${names[1] ?? 'null'};\n}\n`;
    case 6:
      return `/** @param {{ ${members} }} props */\nexport default function Layout(props) {\n  const ${pattern} = props;\n  return ${list};\n}\n`;
    default:
      return `export default (props) => {\n\tconst { children, ...rest } = props\n\treturn render(children, rest)\n}\n`;
  }
}

/** What a page, a default or a boundary may hold: the right thing, and what Next refuses. */
const components = fc.constantFrom(
  'export default function Component() {\n  return null;\n}\n',
  'export default function Component() {\n  return null;\n}\n',
  'export default async function Page() {\n  await load();\n  return null;\n}\n',
  "'use client';\nexport default () => null;\n",
  "import { useSelectedLayoutSegment } from 'next/navigation';\nexport default () => useSelectedLayoutSegment('aa');\n",
  'export default 42;\n',
  'export const Page = () => null;\n',
  "export { default } from './page';\n",
  '',
  '\n',
);

/** The text of a convention file; it parses in every host. */
export function textFor(file: string): fc.Arbitrary<string> {
  if (!/(?:^|\/)layout\./u.test(file)) return components;
  const language = file.slice(file.lastIndexOf('.'));
  const written = corpus.filter((each) => each.file.endsWith(language)).map(({ text }) => text);
  return fc.oneof(
    { weight: 4, arbitrary: slotLayouts },
    { weight: 1, arbitrary: fc.constantFrom('', ...written) },
  );
}
