#!/usr/bin/env node
import './small-heap.js';
import { readCommandLine } from './command-line.js';
import { openConnection } from './connection/open-connection.js';
import { serve } from './session/serve.js';

const saying = readCommandLine(process.argv.slice(2));
if (saying) {
  const stream = saying.exitCode === 0 ? process.stdout : process.stderr;
  stream.write(`${saying.text}\n`);
  process.exitCode = saying.exitCode;
} else {
  // The last resort: a session in an editor is worth more than one answer.
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(event, (error: unknown) => {
      process.stderr.write(`${event}: ${error instanceof Error ? error.stack : String(error)}\n`);
    });
  }
  serve(openConnection());
}
