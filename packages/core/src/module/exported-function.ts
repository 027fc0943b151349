/** A function as a text shows it without being parsed. */
export interface ExportedFunction {
  readonly async: boolean;
}

const inPlace = /^export default (?<async>async )?function\b(?!\s*\*)/mu;
const byName = /^export default (?<name>[\w$]+);?[^\S\r\n]*$/mu;

/**
 * The function that a text surely exports by default, in the plain words that most files of an app say
 * it with: where the default export stands, or by the name of a function or constant of the file.
 *
 * @returns undefined in doubt; then the text has to be parsed.
 */
export function exportedFunction(text: string): ExportedFunction | undefined {
  const exported = inPlace.exec(text);
  if (!exported) return namedFunction(text);
  const isTemplate = text.lastIndexOf('`', exported.index) >= 0;
  return isTemplate ? undefined : surely(text, exported);
}

function namedFunction(text: string): ExportedFunction | undefined {
  const exported = byName.exec(text);
  const name = exported?.groups?.['name']?.replaceAll('$', String.raw`\$`);
  if (!exported || name === undefined || !isCode(text, exported.index)) return undefined;
  const declared = declarationOf(name).exec(text);
  if (!declared || !isTopLevel(text, declared.index)) return undefined;
  // What is assigned later counts; a constant stays what it is.
  const mayBeAnother = new RegExp(String.raw`^(?!.*\bconst ).*(?<![\w$.])${name}\s*=(?!=)`, 'mu');
  return mayBeAnother.test(text) ? undefined : surely(text, declared);
}

/** `async function Page`, `const Page: NextPage = async ({ params }) =>`, and the like. */
function declarationOf(name: string): RegExp {
  const start = String.raw`^(?:export )?`;
  const declaration = String.raw`(?<async>async )?function ${name}\b(?!\s*\*)`;
  const parameters = String.raw`(?:\([^()]*\)(?:: [^=\n{]+)?|[\w$]+) =>`;
  const value = String.raw`(?<late>async )?(?:function\b(?!\s*\*)|${parameters})`;
  return new RegExp(`${start}(?:${declaration}|const ${name}(?:: [^=\\n]+)? = ${value})`, 'mu');
}

function surely(text: string, { index, groups }: RegExpExecArray): ExportedFunction | undefined {
  if (!isCode(text, index)) return undefined;
  return { async: (groups?.['async'] ?? groups?.['late']) !== undefined };
}

/** Inside a comment or a template the words would mean nothing. */
function isCode(text: string, offset: number): boolean {
  const before = text.slice(0, offset);
  const open = before.lastIndexOf('/*');
  const isComment = open >= 0 && open + 1 >= before.lastIndexOf('*/');
  return !isComment && count(before, '`') % 2 === 0;
}

/** Whether a statement begins, and braces are closed as often as they were opened. */
function isTopLevel(text: string, offset: number): boolean {
  let before = text.slice(0, offset).trimEnd();
  while (before.endsWith('*/')) before = before.slice(0, before.lastIndexOf('/*')).trimEnd();
  return statementEnd.test(before) && count(before, '{') === count(before, '}');
}

/** What a statement ends with, and not a word that an expression goes on behind. */
const statementEnd =
  /(?:^|[;})\]'"`]|\b(?!(?:await|case|delete|do|else|in|instanceof|new|of|return|throw|typeof|void|yield)$)[\w$]+)$/u;

function count(text: string, mark: string): number {
  let found = 0;
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) found += 1;
  return found;
}
