/**
 * Takes the client's process id out of an `initialize` where no such process can be seen from here: it
 * is another user's, or the editor lies outside of our container. The library asks every three seconds
 * whether that process lives, takes every refusal for a no, and would end a session that is well. The
 * end of standard input still shows when such a client is gone.
 */
export function forgetUnseenClient(message: object): void {
  if (!('method' in message) || message.method !== 'initialize' || !('params' in message)) return;
  const { params } = message;
  if (typeof params !== 'object' || params === null || !('processId' in params)) return;
  if (typeof params.processId === 'number' && !isSeen(params.processId)) params.processId = null;
}

function isSeen(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
