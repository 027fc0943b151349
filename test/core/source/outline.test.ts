import { readModuleFromTypeScript, readOutlineFromTypeScript } from '@next-slots/core';
import ts from 'typescript';
import { expect, test } from 'vitest';

const text = `import { memo, type ReactNode } from 'react';

interface Props {
  children: ReactNode;
  team: ReactNode;
}

function Layout({ children, team: side }: Props) {
  const { other } = useThing();
  return <main>{children}{side}{other}</main>;
}

export default memo(Layout);
`;

function parse(code: string): ts.SourceFile {
  return ts.createSourceFile('/app/layout.tsx', code, ts.ScriptTarget.Latest, true);
}

test('is what the whole says of everything outside the bodies', () => {
  const source = parse(text);
  const whole = readModuleFromTypeScript(ts, source);
  const outline = readOutlineFromTypeScript(ts, source);
  const { patterns, parameter, type, wrapper } = whole.component ?? {};
  expect(outline.component).toMatchObject({ patterns, parameter, type, wrapper });
  expect(outline.imports).toEqual(whole.imports);
  expect(outline.exports).toEqual(whole.exports);
  expect(outline.style).toEqual(whole.style);
  expect(whole.component?.props.every(({ uses }) => uses.length > 0)).toBe(true);
  expect(outline.component?.props.every(({ uses }) => uses.length === 0)).toBe(true);
});

test('goes into no body', () => {
  const names = readOutlineFromTypeScript(ts, parse(text)).names;
  expect(names).toContain('side');
  expect(names).not.toContain('other');
});
