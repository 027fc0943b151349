import { countMarks, hasClosedBraces } from './count-marks.js';
import { wordsIn } from './words-in.js';

/** A function as a text shows it without being parsed. */
export interface ExportedFunction {
  readonly async: boolean;
}

const inPlace = /^export default (?<async>async )?function\b(?!\s*\*)/mu;

/** Without a semicolon it may go on in the next line. */
const byName =
  /^export default (?<name>[\w$]+)(?:;|(?!\s*(?:[.,([`?&|+\-*/%<>=^]|!=|(?:in|instanceof|as|satisfies)\b)))[^\S\r\n]*$/mu;

/** `async function Page`, `const Page: NextPage = async ({ params }) =>`, and the like. */
const declaration =
  /^(?:export )?(?:(?<async>async )?function (?<named>[\w$]+)(?![$\p{ID_Continue}\u200c\u200d])|const (?<constant>[\w$]+)(?:: [^=\n]+)? = (?<late>async )?(?:\([^()]*\)(?:: [^=\n{]+)?|[\w$]+) =>)/gmu;

/**
 * The function that a text surely exports by default, in the plain words that most files of an app say
 * it with: where the default export stands, or by the name of a function or constant of the file.
 *
 * @returns undefined in doubt; then the text has to be parsed.
 */
export function exportedFunction(text: string): ExportedFunction | undefined {
  const exported = inPlace.exec(text);
  if (!exported) return namedFunction(text);
  const before = text.slice(0, exported.index);
  return before.includes('`') || !hasClosedBraces(before) ? undefined : surely(text, exported);
}

function namedFunction(text: string): ExportedFunction | undefined {
  const exported = byName.exec(text);
  const name = exported?.groups?.['name'];
  if (!exported || name === undefined) return undefined;
  if (!isCode(text, exported.index) || !isTopLevel(text, exported.index)) return undefined;
  const [declared, overload] = [...text.matchAll(declaration)].filter(
    ({ groups }) => name === (groups?.['named'] ?? groups?.['constant']),
  );
  if (!declared || overload || !isTopLevel(text, declared.index)) return undefined;
  const isConstant = declared.groups?.['constant'] !== undefined;
  return isConstant || !mayBeAnother(text, name) ? surely(text, declared) : undefined;
}

/** Whether something else may be assigned to a function later; a constant stays what it is. */
function mayBeAnother(text: string, name: string): boolean {
  return wordsIn(text, name).some((at) =>
    assignment.test(text.slice(at + name.length, at + name.length + 16)),
  );
}

const assignment = /^\s*(?:\*\*|&&|\|\||\?\?|<<|>>>?|[-+*/%&|^])?=(?![=>])/u;

function surely(text: string, { index, groups }: RegExpExecArray): ExportedFunction | undefined {
  if (!isCode(text, index)) return undefined;
  return { async: (groups?.['async'] ?? groups?.['late']) !== undefined };
}

/** Inside a comment or a template the words would mean nothing. */
function isCode(text: string, offset: number): boolean {
  const before = text.slice(0, offset);
  const open = before.lastIndexOf('/*');
  const isComment = open >= 0 && open + 1 >= before.lastIndexOf('*/');
  return !isComment && hasWholeTemplates(before);
}

/**
 * Whether each template ends in the line that it begins in. Over several lines one may hold ticks of its
 * own, as Markdown has them.
 */
function hasWholeTemplates(text: string): boolean {
  if (!text.includes('`')) return true;
  return !text.includes('\\`') && text.split('\n').every((line) => countMarks(line, '`') % 2 === 0);
}

/** Whether a statement begins, and braces are closed as often as they were opened. */
function isTopLevel(text: string, offset: number): boolean {
  let before = text.slice(0, offset).trimEnd();
  while (before.endsWith('*/')) before = before.slice(0, before.lastIndexOf('/*')).trimEnd();
  return statementEnd.test(before) && hasClosedBraces(before);
}

/** What a statement ends with, and not a word that an expression goes on behind. */
const statementEnd =
  /(?:^|[;})\]'"`]|\b(?!(?:await|case|default|delete|do|else|extends|in|instanceof|new|of|return|throw|typeof|void|yield)$)[\w$]+)$/u;
