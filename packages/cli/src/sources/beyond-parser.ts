import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import type { Language } from './parse-module.js';

/** Milliseconds after which a trial is given up, as if it had ended badly. */
const patience = 10_000;

/**
 * Whether a text would take the parser, which is native code, beyond the end of its stack. That ends
 * the whole process, so a text that could do so is first parsed in a process of its own. People write
 * no such texts; one that is made to end a run is told of instead.
 */
export function isBeyondParser(text: string, language: Language): boolean {
  if (!mayBeDeep(text)) return false;
  const parser = createRequire(import.meta.url).resolve('oxc-parser');
  const trial = `require(process.argv[1]).parseSync('file', require('fs').readFileSync(0, 'utf8'), { lang: '${language}' })`;
  const { error, signal, status } = spawnSync(process.execPath, ['-e', trial, parser], {
    input: text,
    stdio: ['pipe', 'ignore', 'ignore'],
    timeout: patience,
  });
  // One that throws has survived.
  if (signal !== null) return true;
  return error === undefined && status !== 0 && status !== 1;
}

/** What hardly any text that people write has, and less than half of what the parser survives. */
const deep = { brackets: 2000, links: 4000, length: 64_000 } as const;

/** What puts an expression into another without a bracket: `a => b => c`, `a ? b : c ? d : e`, `A<B<C>>`. */
const links = '<?=*';

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
