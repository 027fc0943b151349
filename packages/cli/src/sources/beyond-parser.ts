import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import type { Language } from './parse-module.js';

/**
 * Whether a text would take the parser, which is native code, beyond the end of its stack. That ends
 * the whole process, so a text that could do so is first parsed in a process of its own. People write
 * no such texts; one that is made to end a run is told of instead.
 */
export function isBeyondParser(text: string, language: Language): boolean {
  if (!mayBeDeep(text)) return false;
  const parser = createRequire(import.meta.url).resolve('oxc-parser');
  const trial = `require(process.argv[1]).parseSync('file', require('fs').readFileSync(0, 'utf8'), { lang: '${language}' })`;
  const { error, status } = spawnSync(process.execPath, ['-e', trial, parser], {
    input: text,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  // One that throws has survived.
  return error === undefined && status !== 0 && status !== 1;
}

/** What no text that people write comes near, and a fraction of what the parser survives. */
const deep = { brackets: 250, chain: 2000, length: 64_000 } as const;

/**
 * Whether a text may be nested deeply: by brackets, or by what puts one expression into another without
 * any, as `a => b => c` and `a ? b : c ? d : e` do. What stands in strings and comments counts as well,
 * so that a text may only look so.
 */
function mayBeDeep(text: string): boolean {
  if (text.length <= deep.brackets) return false;
  if (text.length > deep.length) return true;
  let brackets = 0;
  let chain = 0;
  for (const character of text) {
    switch (character) {
      case '(':
      case '[':
      case '{':
        brackets += 1;
        if (brackets > deep.brackets) return true;
        break;
      case ')':
      case ']':
        brackets -= 1;
        break;
      case '}':
        brackets -= 1;
        chain = 0;
        break;
      case ';':
        chain = 0;
        break;
      case '<':
      case '?':
      case '=':
      case '!':
      case '~':
      case ':':
      case '+':
      case '*':
      case '-':
        chain += 1;
        if (chain > deep.chain) return true;
        break;
      default:
    }
  }
  return false;
}
