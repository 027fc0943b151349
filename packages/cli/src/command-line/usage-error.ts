/** Something about the command or its configuration that the user can put right; shown without stack. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** The first line of an error: what follows is for whoever wrote the program that failed. */
export function reasonOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
}
