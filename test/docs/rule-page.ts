/**
 * Reads the examples of a rule's page. Those under `## Fails` say what is reported, those under
 * `## Passes` report nothing. An example is
 *
 * - a block of the language `tree`: the project's files, two spaces for each level, folders with `/`
 *   at their end, `name -> target` for a symbolic link, `# …` for a remark;
 * - any number of blocks of code, each with `// the/path` as its first line. A file without a block is
 *   a component that does nothing wrong. `// options` holds the rule's options as JSON;
 * - under `## Fails`, one quotation for each finding: its place in code marks, then the message.
 */
export interface Example {
  readonly verdict: 'fails' | 'passes';
  /** Texts by path from the project's folder; true stands for a component that does nothing wrong. */
  readonly files: Readonly<Record<string, string | true>>;
  /** Targets of symbolic links by path. */
  readonly links: Readonly<Record<string, string>>;
  readonly options: object;
  /** What is reported: `app/layout.tsx:1:2 The message.` */
  readonly reports: readonly string[];
}

/** All examples of a page, in its order. */
export function examplesOf(page: string): Example[] {
  return (['fails', 'passes'] as const).flatMap((verdict) => {
    const heading = verdict === 'fails' ? 'Fails' : 'Passes';
    const section = page.split(/^(?=## )/mu).find((part) => part.startsWith(`## ${heading}\n`));
    const examples = (section ?? '').split(/^(?=```tree\n)/mu).slice(1);
    return examples.map((text) => readExample(verdict, text));
  });
}

const block = /^```(?<language>\w+)\n(?<code>[^]*?)^```$/gmu;
const quotation = /^> `(?<place>[^`]+)` (?<message>.+)$/gmu;

function readExample(verdict: Example['verdict'], text: string): Example {
  const [tree, ...codes] = [...text.matchAll(block)].map(({ groups }) => ({
    language: groups?.['language'] ?? '',
    code: groups?.['code'] ?? '',
  }));
  const { files, links } = readTree(tree?.code ?? '');
  let options: object = {};
  for (const { language, code } of codes) {
    const path = /^\/\/ (?<path>.+)\n/u.exec(code)?.groups?.['path'];
    if (path === undefined) throw new Error(`A block of code does not begin with a path:\n${code}`);
    // JSON has no comments, the path is for the reader; in a script it is there for everybody.
    const content = language === 'jsonc' ? code.slice(code.indexOf('\n') + 1) : code;
    if (path === 'options') options = JSON.parse(content) as object;
    else if (path in files) files[path] = content;
    else throw new Error(`${path} is not in the tree of its example.`);
  }
  const reports = [...text.matchAll(quotation)].map(
    ({ groups }) => `${groups?.['place'] ?? ''} ${groups?.['message'] ?? ''}`,
  );
  return { verdict, files, links, options, reports };
}

function readTree(code: string) {
  const files: Record<string, string | true> = {};
  const links: Record<string, string> = {};
  const way: string[] = [];
  for (const line of code.trimEnd().split('\n')) {
    const [entry = ''] = line.split(/ +# /u);
    const name = entry.trim();
    way.length = (entry.length - entry.trimStart().length) / 2;
    const [own = '', target] = name.split(' -> ');
    const path = [...way, own].join('/');
    if (target !== undefined) links[path] = target;
    else if (name.endsWith('/')) way.push(name.slice(0, -1));
    else files[path] = true;
  }
  return { files, links };
}
