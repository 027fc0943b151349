import { describeError, type Log } from './logger.js';

/**
 * Adds to what a host answers.
 *
 * The host is asked first, with every argument it was given, and whatever it throws is thrown. What
 * `extend` throws is logged, and the host's answer stands.
 */
export function guard<Args extends readonly unknown[], Answer>(
  name: string,
  ask: (...args: Args) => Answer,
  extend: (prior: Answer, ...args: Args) => Answer,
  log: Log,
): (...args: Args) => Answer {
  return (...args) => {
    const prior = ask(...args);
    try {
      return extend(prior, ...args);
    } catch (error) {
      log(`${name}: ${describeError(error)}`);
      return prior;
    }
  };
}
