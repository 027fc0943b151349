#!/usr/bin/env node
import './small-heap.js';
import { readCommandLine } from './command-line.js';
import { openConnection } from './connection/open-connection.js';
import { serve } from './session/serve.js';

const wish = readCommandLine(process.argv.slice(2));
if (wish.kind === 'serve') {
  // The last resort: a session in an editor is worth more than one answer.
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(event, (error: unknown) => {
      process.stderr.write(`${event}: ${error instanceof Error ? error.stack : String(error)}\n`);
    });
  }
  serve(openConnection());
} else {
  process[wish.stream].write(`${wish.text}\n`);
  process.exitCode = wish.exitCode;
}
