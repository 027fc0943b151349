import type { AppParams } from '@next-slots/core';
import { pathOfUri } from '../file-uri.js';
import type { Session } from '../session/session.js';
import type { AppPlace } from '../workspace.js';

/** The app of the workspace that a request names; undefined where there is no such app any more. */
export function namedApp({ workspace }: Session, { app }: AppParams): AppPlace | undefined {
  const path = pathOfUri(app);
  return workspace.apps().find(({ location }) => location.appDir === path);
}
