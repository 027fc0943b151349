import { setFlagsFromString } from 'node:v8';

// A server lives long and idles: by how much V8 lets the heap grow before it collects, is memory that the
// user's machine lacks. In an app of 10,000 routes these two halve it (test/bench/language-server.ts), and
// a keystroke takes no longer.
setFlagsFromString('--heap-growing-percent=10');
setFlagsFromString('--optimize-for-size');
