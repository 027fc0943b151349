/**
 * Runs what goes as deep as a text is nested, which TypeScript's parser and what reads its tree do.
 *
 * @returns undefined where the text is nested deeper than the stack reaches. It is unknown then.
 */
export function withinStack<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
