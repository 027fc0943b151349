#!/usr/bin/env node
import './engine-flags.js';
import { run } from './command-line/run.js';

// `next-slots check | head` closes the pipe early; nobody is left to tell.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

process.exitCode = await run(process.argv.slice(2));
