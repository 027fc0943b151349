import { setFlagsFromString } from 'node:v8';

// Most of what a command runs, it runs a few thousand times: too seldom for optimised code to pay for its
// compilation, which takes the second processor away from whatever else the machine does. Six times the
// default leaves it to loops that last.
setFlagsFromString('--interrupt-budget=400000');
