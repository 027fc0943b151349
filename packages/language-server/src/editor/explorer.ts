import type { AppParams, ExplorerFindingsParams } from '@next-slots/core';
import {
  describeApp,
  describeFindings,
  type ExplorerApp,
  type ExplorerFinding,
} from '@next-slots/explorer';
import type { Session } from '../session/session.js';
import { appName } from './app-name.js';
import { namedApp } from './named-app.js';

/** An app as the explorer shows it. */
export function explorerApp(session: Session, params: AppParams): ExplorerApp | null {
  const place = namedApp(session, params);
  if (!place) return null;
  const { checks } = place.settings;
  const name = appName(place.location, session.workspace.folders);
  return describeApp({ name, app: session.workspace.open(place), checks });
}

/** What the checks find in an app, where another Next.js version builds it. */
export function explorerFindings(
  session: Session,
  { next, bundler, ...params }: ExplorerFindingsParams,
): readonly ExplorerFinding[] {
  const place = namedApp(session, params);
  if (!place) return [];
  const { checks } = place.settings;
  const app = session.workspace.open(place);
  return describeFindings({ app, checks }, { version: next, bundler }).findings;
}
