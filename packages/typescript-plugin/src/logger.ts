import type ts from 'typescript';

/** Writes one line into the log of tsserver. Never throws. */
export type Log = (message: string) => void;

/** A log for one project. */
export function createLog(info: Pick<ts.server.PluginCreateInfo, 'project'>): Log {
  return (message) => {
    try {
      const line = message.replaceAll(/\s*[\n\r\u2028\u2029]+\s*/gu, ' ');
      info.project.projectService.logger.info(`[next-slots] ${line}`);
    } catch {
      // A host without a log is no reason to fail it.
    }
  };
}

/** What went wrong and where, in one line. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const at = /\n\s*at (?<place>.*)/u.exec(error.stack ?? '')?.groups?.['place'];
  return `${error.name}: ${error.message}${at === undefined ? '' : ` (at ${at})`}`;
}
