import { parseUrlPart } from './url-part.js';

/** What is wrong with the name of a folder, and names that would be right. */
export interface NameProblem {
  /**
   * - `invalid`: Next.js rejects the route.
   * - `unnamed`: the catch-all has no name; only later versions reject that.
   * - `empty`: `[]`, a parameter without a name; rejected by other versions than `unnamed`.
   * - `three-dots`: `…`, the one character; likewise.
   * - `literal`: the brackets mean nothing, and stand in the URL.
   * - `group`: a marker that makes a route group of the folder instead of an intercepting route.
   */
  readonly kind: 'invalid' | 'unnamed' | 'empty' | 'three-dots' | 'literal' | 'group';
  readonly reason: string;
  /** Folder names to choose from; empty where the name tells nothing of what was meant. */
  readonly better: readonly string[];
}

/** Looks at the name of one folder. See `validate-app-paths.js` and `sorted-routes.js` of Next.js. */
export function nameProblemOf(raw: string): NameProblem | undefined {
  // Asked of every folder, and nearly none has either.
  if (raw.startsWith('(') && raw.endsWith(')')) return groupProblem(raw);
  if (!raw.includes('[') && !raw.includes(']')) return undefined;
  if (raw.startsWith('@') || raw.startsWith('_')) return undefined;
  const { marker, name: rest } = parseUrlPart(raw);
  const problem =
    rest.startsWith('[') && rest.endsWith(']') ? parameterProblem(rest) : literalProblem(rest);
  return problem && { ...problem, better: problem.better.map((name) => marker + name) };
}

/** `(.)`, `(.detail)` and `(.)(detail)`: what begins and ends with a parenthesis is a group. */
function groupProblem(raw: string): NameProblem | undefined {
  const marked = /^(?<marker>(?:\((?<dots>\.{1,3})\))+)(?:\((?<group>[^()]+)\))?$/u.exec(raw);
  const inside = /^\((?<dots>\.{1,3})(?<name>[^().]+)\)$/u.exec(raw);
  const { marker, group } = marked?.groups ?? {};
  const { dots, name } = inside?.groups ?? {};
  if (marked) {
    return {
      kind: 'group',
      reason: 'no name follows the marker',
      better: group === undefined ? [] : [`${marker ?? ''}${group}`],
    };
  }
  if (dots === undefined || name === undefined) return undefined;
  return {
    kind: 'group',
    reason: 'the closing parenthesis of the marker is missing',
    better: [`(${dots})${name}`],
  };
}

/** What stands in brackets as a whole. */
function parameterProblem(rest: string): NameProblem | undefined {
  const optional = rest.startsWith('[[...') && rest.endsWith(']]');
  const catchAll = rest.startsWith('[...');
  const name = optional ? rest.slice(5, -2) : rest.slice(catchAll ? 4 : 1, -1);
  if (name === '') {
    const better = optional ? '[[...slug]]' : catchAll ? '[...slug]' : '[id]';
    const kind = optional || catchAll ? 'unnamed' : 'empty';
    return { kind, reason: 'the parameter has no name', better: [better] };
  }
  const word = wordIn(name);
  if (name.includes('…')) {
    const reason = '`…` is a single character, not three dots';
    return { kind: 'three-dots', reason, better: [`[...${word}]`] };
  }
  if (!optional && name.startsWith('[') && name.endsWith(']')) {
    return invalid('only a catch-all can be optional', [`[${word}]`, `[[...${word}]]`]);
  }
  if (name.startsWith('[...')) {
    return invalid('the closing bracket is missing', [`[[...${word}]]`, `[...${word}]`]);
  }
  if (name.startsWith('[') || name.endsWith(']')) {
    return invalid('there is one bracket too many', [catchAll ? `[...${word}]` : `[${word}]`]);
  }
  if (name.startsWith('.')) {
    return invalid('a catch-all begins with exactly three dots', [`[...${word}]`, `[${word}]`]);
  }
  return undefined;
}

function invalid(reason: string, better: readonly string[]): NameProblem {
  return { kind: 'invalid', reason, better };
}

/** Brackets that are only a part of the name, or are not closed. */
function literalProblem(rest: string): NameProblem {
  const whole = 'brackets must enclose the whole folder name';
  const behind = /^(?<open>\[{1,2}(?:\.{3})?)(?<close>\]{1,2})(?<name>[^[\]]+)$/u.exec(
    rest,
  )?.groups;
  if (behind) {
    const { open = '', name = '', close = '' } = behind;
    return literal(whole, [open + name + close]);
  }
  const openAlone = /^(?<open>\[{1,2}(?:\.{3})?)(?<name>[^[\]]+)$/u.exec(rest)?.groups;
  if (openAlone) {
    const { open = '', name = '' } = openAlone;
    const close = open.startsWith('[[') ? ']]' : ']';
    return literal('the closing bracket is missing', [open + withoutOtherBrackets(name) + close]);
  }
  const closeAlone = /^(?<name>[^[\]]+)\]$/u.exec(rest)?.groups?.['name'];
  return closeAlone === undefined
    ? literal(whole, [])
    : literal('the opening bracket is missing', [`[${withoutOtherBrackets(closeAlone)}]`]);
}

/** The name in `{id]` and `[id)`: a bracket of another kind was taken for the one that is missing. */
function withoutOtherBrackets(name: string): string {
  const word = name.replaceAll(/^[{(<]+|[})>]+$/gu, '');
  return word === '' ? name : word;
}

function literal(reason: string, better: readonly string[]): NameProblem {
  return { kind: 'literal', reason, better };
}

/** The word inside brackets and dots. */
function wordIn(name: string): string {
  const word = name.replaceAll(/^[[.…]+|[\].…]+$/gu, '');
  return word === '' ? 'slug' : word;
}
