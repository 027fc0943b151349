/** What the process says when it ends; the same for every command. */
export const exitStatus = {
  /** Nothing is wrong at error level. */
  clean: 0,
  /** Something is wrong at error level, or there are more warnings than allowed. */
  findings: 1,
  /** The command was used wrongly, or failed itself. */
  failure: 2,
} as const;

/** One of {@link exitStatus}. */
export type ExitStatus = (typeof exitStatus)[keyof typeof exitStatus];
