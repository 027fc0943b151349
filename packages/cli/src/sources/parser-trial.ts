import { Worker } from 'node:worker_threads';
import type { Language } from './language.js';

/** Milliseconds after which a trial is given up, as if it had ended badly. */
const patience = 10_000;

const outcome = { open: 0, survived: 1, died: 2 } as const;

/** Parses what it is sent and reports the result; it survives what the parser throws. */
const trialProcess = `
const { parseSync } = require(process.argv[1]);
process.on('message', ({ text, lang }) => {
  try { parseSync('file', text, { lang }); } catch {}
  process.send('survived');
});
`;

/** Hands texts on to a process, and starts another one where that dies. */
const trialThread = `
const { spawn } = require('node:child_process');
const { parentPort, workerData } = require('node:worker_threads');
const { parser, state, outcome, trialProcess } = workerData;
let child;
function tell(result) {
  Atomics.store(state, 0, result);
  Atomics.notify(state, 0);
}
function start() {
  const stdio = ['ignore', 'ignore', 'ignore', 'ipc'];
  const started = spawn(process.execPath, ['-e', trialProcess, parser], { stdio });
  const end = () => {
    if (child !== started) return;
    child = undefined;
    tell(outcome.died);
  };
  started.on('message', () => tell(outcome.survived)).on('exit', end).on('error', end);
  return started;
}
parentPort.on('message', (text) => {
  child ??= start();
  child.send(text, () => {});
});
`;

/**
 * Parses texts in a process of its own, one after the other: where the native parser dies, it takes that
 * process along and no other.
 */
export class ParserTrial {
  readonly #parser: string;
  readonly #state = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  #thread: Worker | undefined;

  /** @param parser - The path of oxc-parser. */
  constructor(parser: string) {
    this.#parser = parser;
  }

  /** Whether the parser gets through a text alive. */
  survives(text: string, lang: Language): boolean {
    this.#thread ??= this.#start();
    Atomics.store(this.#state, 0, outcome.open);
    this.#thread.postMessage({ text, lang });
    Atomics.wait(this.#state, 0, outcome.open, patience);
    const result = Atomics.load(this.#state, 0);
    if (result === outcome.open) this.#giveUp();
    return result === outcome.survived;
  }

  #start(): Worker {
    const workerData = { parser: this.#parser, state: this.#state, outcome, trialProcess };
    const thread = new Worker(trialThread, { eval: true, workerData });
    thread.unref();
    return thread;
  }

  /** A late answer must not be mistaken for the answer about another text. */
  #giveUp(): void {
    void this.#thread?.terminate();
    this.#thread = undefined;
  }
}
