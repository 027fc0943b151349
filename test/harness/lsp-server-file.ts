import { join } from 'node:path';
import { inject } from 'vitest';

/** The packed server's entry. */
export function serverFile(): string {
  return join(inject('packed'), 'next-slots-language-server', 'dist', 'main.js');
}
