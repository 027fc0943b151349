import { join } from 'node:path';
import jsTokens from 'js-tokens';
import { diskFiles, type ProjectFiles } from './project-files.js';

/** What next-slots wants to know of `next.config`, as far as it stands there as literals. */
export interface NextConfig {
  readonly pageExtensions?: readonly string[];
  readonly output?: string;
  readonly looseRouteMatching?: boolean;
  readonly explicitParallelRouteChildren?: boolean;
  readonly ignoreBuildErrors?: boolean;
  /** Whether there is an `i18n` object. */
  readonly i18n?: boolean;
}

const extensions = ['js', 'mjs', 'cjs', 'ts', 'mts'];

/** The config file of a project, where it has one. */
export function findNextConfig(root: string, files: ProjectFiles = diskFiles): string | undefined {
  return extensions
    .map((extension) => join(root, `next.config.${extension}`))
    .find((file) => files.isFile(file));
}

/** Reads the config file of a project; what cannot be read or is computed is left out. */
export function readNextConfig(file: string, files: ProjectFiles = diskFiles): NextConfig {
  const text = files.readFile(file);
  return text === undefined ? {} : parseNextConfig(text);
}

interface Token {
  readonly kind: 'name' | 'string' | 'mark';
  readonly value: string;
}

/**
 * Reads the literals off a config file's text. The file is never run: it may read the environment or
 * the network, and an editor asks often.
 */
export function parseNextConfig(text: string): NextConfig {
  const tokens = codeTokens(text);
  const pageExtensions = findValue(tokens, 'pageExtensions', readStrings);
  const output = findValue(tokens, 'output', readString);
  const looseRouteMatching = findValue(tokens, 'looseRouteMatching', readBoolean);
  const explicitParallelRouteChildren = findValue(
    tokens,
    'explicitParallelRouteChildren',
    readBoolean,
  );
  const ignoreBuildErrors = findValue(tokens, 'ignoreBuildErrors', readBoolean);
  const i18n = findValue(tokens, 'i18n', (all, at) => isMark(all[at], '{') || undefined);
  return {
    ...(pageExtensions && { pageExtensions }),
    ...(output !== undefined && { output }),
    ...(looseRouteMatching !== undefined && { looseRouteMatching }),
    ...(explicitParallelRouteChildren !== undefined && { explicitParallelRouteChildren }),
    ...(ignoreBuildErrors !== undefined && { ignoreBuildErrors }),
    ...(i18n !== undefined && { i18n }),
  };
}

function codeTokens(text: string): Token[] {
  const tokens: Token[] = [];
  for (const token of jsTokens(text)) {
    switch (token.type) {
      case 'IdentifierName':
        tokens.push({ kind: 'name', value: token.value });
        break;
      case 'StringLiteral':
        tokens.push({ kind: 'string', value: token.value.slice(1, -1) });
        break;
      case 'NoSubstitutionTemplate':
        tokens.push({ kind: 'string', value: token.value.slice(1, -1) });
        break;
      case 'Punctuator':
        tokens.push({ kind: 'mark', value: token.value });
        break;
      default:
    }
  }
  return tokens;
}

/** The last value given to a key: `key: value` and `'key': value`; a computed one makes it unknown. */
function findValue<T>(
  tokens: readonly Token[],
  key: string,
  read: (tokens: readonly Token[], at: number) => T | undefined,
): T | undefined {
  let found: T | undefined;
  tokens.forEach((token, index) => {
    if (token.kind === 'mark' || token.value !== key) return;
    if (isMark(tokens[index + 1], ':')) found = read(tokens, index + 2) ?? found;
  });
  return found;
}

function readString(tokens: readonly Token[], at: number): string | undefined {
  const token = tokens[at];
  return token?.kind === 'string' ? token.value : undefined;
}

function readBoolean(tokens: readonly Token[], at: number): boolean | undefined {
  const token = tokens[at];
  if (token?.kind !== 'name') return undefined;
  return token.value === 'true' ? true : token.value === 'false' ? false : undefined;
}

function readStrings(tokens: readonly Token[], at: number): readonly string[] | undefined {
  if (!isMark(tokens[at], '[')) return undefined;
  const values: string[] = [];
  for (let index = at + 1; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (token?.kind === 'string') values.push(token.value);
    else if (isMark(token, ']')) return values.length > 0 ? values : undefined;
    else if (!isMark(token, ',')) return undefined;
  }
  return undefined;
}

function isMark(token: Token | undefined, value: string): boolean {
  return token?.kind === 'mark' && token.value === value;
}
