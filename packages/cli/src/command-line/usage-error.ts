/** Something about the command or its configuration that the user can put right; shown without stack. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
