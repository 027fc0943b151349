import { readCommentsFromTypeScript } from '@next-slots/core';
import { expect, test } from 'vitest';
import ts from 'typescript';
import { parseSync } from 'oxc-parser';

const text = `#!/usr/bin/env node
// first
const a = <T,>(b: T /* type */) => b; // last of the line
const c = \`/* none \${a(1) /* in a template */} // none\`;
const d = /\\/\\*none/u;
/** @type {string} */
export default function Layout({ children, /* beside */ team }) {
  return (
    <main // in a tag
      title="/* none */"
    >
      // none
      {/* between tags */}
      {team /* behind */}
      {f(/* nothing else */)}
    </main>
  );
  // at the end
}
/* end of file */`;

test('every comment is found, where the other parser finds it', () => {
  const file = ts.createSourceFile(
    'layout.tsx',
    text,
    ts.ScriptTarget.Latest,
    false,
    ts.ScriptKind.TSX,
  );
  const comments = readCommentsFromTypeScript(ts, file);
  const expected = parseSync('layout.tsx', text, { lang: 'tsx' }).comments.map((comment) => ({
    kind: comment.type === 'Line' ? 'line' : 'block',
    text: comment.value,
    range: { start: comment.start, end: comment.end },
  }));
  expect(expected.length).toBeGreaterThan(9);
  expect(comments).toEqual(expected);
});
