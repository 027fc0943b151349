import { setFlagsFromString } from 'node:v8';

// A server lives long and idles: by how much V8 lets the heap grow before it collects, is memory that the
// user's machine lacks (test/bench/language-server.ts). Less than double would take time instead: at 10 %,
// a new folder in an app of 10,000 routes takes 1.9 times as long, for 10 MB of 166.
setFlagsFromString('--heap-growing-percent=100');
setFlagsFromString('--optimize-for-size');
