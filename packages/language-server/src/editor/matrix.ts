import type { AppParams } from '@next-slots/core';
import { matrixPage } from '@next-slots/core/matrix-page';
import { pathOnDisk } from '@next-slots/core/node';
import { uriOfPath } from '../file-uri.js';
import type { Session } from '../session/session.js';
import { appName } from './app-name.js';
import { namedApp } from './named-app.js';

/** The matrix of an app as a page whose files can be opened. */
export function matrix(session: Session, params: AppParams): string | null {
  const place = namedApp(session, params);
  if (!place) return null;
  const title = appName(place.location, session.workspace.folders);
  return matrixPage([
    {
      app: session.workspace.open(place),
      title,
      printed: (file) => `${title}/${file}`,
      uri: (file) => uriOfPath(pathOnDisk(place.location, file)),
    },
  ]);
}
