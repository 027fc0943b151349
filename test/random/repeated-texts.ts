/** Texts that say one thing over and over: what a reader does for each, it does again for all before. */

/** What is repeated. `a` and `team` stand for names, which differ in the numbered texts. */
const pieces: readonly string[] = [
  ...['(', '[', '{', '<', '({', '{[', '((', ')', ']', '}', '>', ';', ',', ':', '?', '.', '='],
  ...['a:', 'a.', 'a?.', 'a(', 'a[', '!', '- ', 'typeof ', 'await ', 'new ', 'delete ', 'void '],
  ...['a=>', 'a=', 'a?', 'a?b:', 'a+', 'a,', 'a;', 'a\n', 'a&&', 'a||', 'a??', 'a`', 'a$', '_a$'],
  ...['/*', '/**', '*/', '//', '/* */', '/** @', '"', "'", '`', '`${', '`}', '\\', '"\n', "' "],
  ...['\n', ' ', '\t', '\r', '\u2028', '@', '@a ', '#', '$', '0', '...', '=>', '|', '&', 'é', '\0'],
  ...['<a>', '<a/>', '<a b={', '<a b="', '</a>', '<>', '{a}', '{...a}', '{a&&team}', '{team}'],
  ...['if(a)', 'if(a){', 'else ', 'if(a)b;else ', 'for(;;)', 'while(a)', 'do ', 'case a:', 'try{'],
  ...[
    'switch(a){case b:',
    'function f(',
    'function f(){',
    'class A{',
    'class A extends ',
    'async()=>',
  ],
  ...['let a=', 'const a=b;', 'var a;', 'return ', 'return team;', 'if(a)return team;', 'throw a;'],
  ...['import a from "a";', 'import "a";', 'import ', 'export ', 'export default ', 'export {'],
  ...['export default a;', 'export * from "a";', 'from ', 'require(', 'import("a").', 'exports.a='],
  ...['type A=', 'type A=B;', 'interface A{', 'interface A extends ', 'enum A{', 'namespace A{'],
  ...[
    'A|',
    'A&',
    'A<',
    'A[',
    'keyof ',
    'readonly ',
    'infer ',
    'A extends B?',
    '{a:',
    '{a;',
    '()=>',
  ],
  ...['as A ', 'satisfies A ', '({team}=props);', 'const {team}=props;', 'const {...a}=props;'],
  ...['props.team;', 'props["team"];', 'team;', 'team&&', 'a?team:', 'team=', 'a=team;', 'a.team,'],
  ...['useSelectedLayoutSegment("team");', 'LayoutProps<"/">', 'fetch(', 'cookies();', 'use('],
  ...['<Suspense>', 'memo(', 'React.', ' * @param {', ' * @param {A} a\n', '\n * @a {('],
  ...['\n * @typedef {', '/** @type {', '\n * @property {A} a'],
];

/** Where it stands. */
const places: Readonly<Record<string, (text: string) => string>> = {
  alone: (text) => text,
  behind: (text) =>
    `export default function L({ children, team }) {\n  return children;\n}\n${text}\n`,
  body: (text) => `export default function L(props) {\n  ${text}\n  return props.children;\n}\n`,
  element: (text) =>
    `export default function L({ children, team, tem }) {\n  return <a>{children}{${text}}</a>;\n}\n`,
  parameter: (text) => `export default function L(${text}) {\n  return null;\n}\n`,
  type: (text) =>
    `type P = ${text};\nexport default function L(props: P) {\n  return props.children;\n}\n`,
  comment: (text) =>
    `/**\n * @param {object} props ${text}\n */\nexport default function L(props) {\n  return props.children;\n}\n`,
  tag: (text) =>
    `/**\n * @param {${text}} props\n */\nexport default function L(props) {\n  return props.children;\n}\n`,
  string: (text) =>
    `const a = "${text}";\nexport default function L({ children, tem }) {\n  return children;\n}\n`,
};

const closing: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/** A text, and how a failing test names it. */
export interface RepeatedText {
  readonly name: string;
  readonly text: string;
}

/** Every piece at every place, open or closed, with one name and with many: 2,500 texts or so. */
export function repeatedTexts(length: number): readonly (() => RepeatedText)[] {
  return pieces.flatMap((piece) =>
    Object.entries(places).flatMap(([place, put]) => {
      const name = `${JSON.stringify(piece)} in ${place}`;
      const plain = () => ({ name, text: put(repeated(piece, length)) });
      const isNamed = /(?<![a-z])(?:a|team)(?![a-z])/u.test(piece);
      if (!isNamed) return [plain];
      return [plain, () => ({ name: `${name}, numbered`, text: put(numbered(piece, length)) })];
    }),
  );
}

function repeated(piece: string, length: number): string {
  const close = closingOf(piece);
  const count = Math.floor(length / (piece.length + close.length));
  return `${piece.repeat(count)}a${close.repeat(count)}`;
}

function numbered(piece: string, length: number): string {
  let text = '';
  for (let at = 0; text.length < length; at += 1) {
    text += piece.replaceAll(/(?<![a-z])(?<name>a|team)(?![a-z])/gu, `$<name>${at}`);
  }
  return text;
}

function closingOf(piece: string): string {
  const open: string[] = [];
  for (const mark of piece) {
    const close = closing[mark];
    if (close !== undefined) open.unshift(close);
    else if (open[0] === mark) open.shift();
  }
  const end = piece.endsWith('<a>') ? '</a>' : '';
  return end + open.join('') + (piece.endsWith('`${') ? '`' : '');
}
