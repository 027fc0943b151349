import type { Uri } from 'vscode';
import type { Overviews } from '../overview/overviews.js';
import type { Server } from '../server/server.js';

/** What commands work with. */
export interface CommandContext {
  readonly server: Server;
  readonly overviews: Overviews;
  /** Where the extension is installed. */
  readonly extensionUri: Uri;
}
