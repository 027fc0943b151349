import { createRequire } from 'node:module';
import type { Language } from './language.js';
import { ParserTrial } from './parser-trial.js';

let trial: ParserTrial | undefined;

/**
 * Whether a text would take the parser, which is native code, beyond the end of its stack. That ends
 * the whole process, so a text that could do so is first parsed in a process of its own. People write
 * no such texts; one that is made to end a run is told of instead.
 */
export function isBeyondParser(text: string, language: Language): boolean {
  if (!mayBeDeep(text)) return false;
  trial ??= new ParserTrial(createRequire(import.meta.url).resolve('oxc-parser'));
  return !trial.survives(text, language);
}

/**
 * What hardly any text that people write has, and at most half of what the parser survives on a stack of
 * 8 MB: 5,200 templates or 5,500 brackets, 10,000 arrows, 13,000 conditions, 22,000 labels; what is put
 * into itself with words alone, `new new`, takes 90,000 characters.
 */
const deep = { brackets: 2000, links: 4000, length: 64_000 } as const;

/** What puts code into code without a bracket: `a => b => c`, `a ? b : c ? d : e`, `A<B<C>>`, `a: b: c`. */
const links = '<?=*:';

/**
 * Whether a text may be nested deeply. All that opens is counted, wherever it stands and is closed: what
 * took comments and strings for code could be led astray by them.
 */
function mayBeDeep(text: string): boolean {
  if (text.length <= deep.brackets) return false;
  if (text.length > deep.length) return true;
  let opened = 0;
  let linked = 0;
  for (const character of text) {
    if (character === '(' || character === '[' || character === '{') opened += 1;
    else if (links.includes(character)) linked += 1;
  }
  return opened > deep.brackets || linked > deep.links;
}
