import fc from 'fast-check';

/** Pieces of code that people have typed so far when an editor asks. */
export const snippets: readonly string[] = [
  ...[
    '{',
    '}',
    '(',
    ')',
    '<',
    '>',
    ',',
    ';',
    ':',
    '?',
    '=',
    '.',
    '...',
    '&',
    '|',
    '=>',
    "'",
    '"',
    '`',
  ],
  ...[' ', '\n', '\r\n', '\t', '//', '/*', '*/', '/** @param {', '@', '👩‍🚀', 'é', '\\'],
  ...[
    'props',
    'props.',
    'props?.[',
    'this.props',
    'this',
    'super',
    'arguments',
    '...rest',
    '{...props}',
  ],
  ...[
    'team',
    "'data-grid': grid",
    'team = null',
    'team: React.ReactNode',
    'default',
    'export ',
    'async ',
  ],
  ...[
    'await ',
    'const { team } = props;',
    'if (team) return team;',
    'team ? a : b',
    'team && ',
    '{team}',
  ],
  ...[
    'memo(',
    'React.memo(',
    ' as Props',
    ' satisfies FC<Props>',
    'type Props = ',
    'interface Props {',
  ],
  ...[
    'Pick<',
    "'team' | ",
    'keyof ',
    'typeof ',
    'LayoutProps<',
    "LayoutProps<'/x'>",
    'extends Props',
    '[key: string]: ',
  ],
  ...[
    'useSelectedLayoutSegment(',
    'import ',
    "from 'react'",
    'function ',
    'class ',
    'extends React.Component ',
  ],
  ...[
    '</',
    '/>',
    '<Team />',
    'for (const x of props) ',
    'switch (x) { case ',
    'let team;',
    'var props;',
    'new ',
  ],
];

/** Code is taken apart roughly: what matters is that whole words and marks come and go. */
const token = /\s+|[\p{ID_Continue}$]+|[^]/gu;

/** One change of a token. */
export const tokenEdit = fc.record({
  at: fc.nat(),
  kind: fc.constantFrom('delete', 'duplicate', 'swap', 'insert'),
  snippet: fc.constantFrom(...snippets),
});

/** A text after some changes of its tokens. */
export function withTokens(
  text: string,
  edits: readonly (typeof tokenEdit extends fc.Arbitrary<infer T> ? T : never)[],
): string {
  const tokens = text.match(token) ?? [];
  for (const { at, kind, snippet } of edits) {
    const index = at % (tokens.length + 1);
    const here = tokens[index] ?? '';
    if (kind === 'delete') tokens.splice(index, 1);
    else if (kind === 'duplicate') tokens.splice(index, 0, here);
    else if (kind === 'swap') tokens.splice(index, 2, tokens[index + 1] ?? '', here);
    else tokens.splice(index, 0, snippet);
  }
  return tokens.join('');
}
