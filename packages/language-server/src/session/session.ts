import { setTimeout as pause } from 'node:timers/promises';
import { changedNotification, notificationText, type SourceReader } from '@next-slots/core';
import {
  CodeLensRefreshRequest,
  DiagnosticRefreshRequest,
  MessageType,
  ShowMessageNotification,
  type CancellationToken,
  type Connection,
  type InitializeParams,
  type ResponseError,
} from 'vscode-languageserver/node';
import { readClientFeatures, type ClientFeatures } from '../client-features.js';
import { Guard } from '../connection/guard.js';
import { Publisher } from '../diagnostics/publisher.js';
import { Reports } from '../diagnostics/reports.js';
import { Freshness } from '../freshness/freshness.js';
import { pathOfUri } from '../file-uri.js';
import { PluginAtWork } from '../language/plugin-at-work.js';
import { OpenDocuments, type OpenDocument } from '../open-documents.js';
import { readServerSettings } from '../server-settings.js';
import { sourceFiles } from '../source-files.js';
import { TypeScriptParser } from '../typescript-parser.js';
import { Workspace, type AppPlace, type FilePlace } from '../workspace.js';
import { Configuration } from './configuration.js';
import { initialFolders } from './folders.js';

/** How long requests wait for a client that was asked for its settings, in milliseconds. */
const patience = 500;

/** Answers one request of a client. */
export type Handle<Params, Result> = (
  session: Session,
  params: Params,
  token: CancellationToken,
) => Result | Promise<Result>;

/** One client and everything we know for it. */
export class Session {
  readonly features: ClientFeatures;
  readonly guard: Guard;
  readonly parser: TypeScriptParser;
  readonly documents = new OpenDocuments();
  readonly sources: SourceReader;
  readonly workspace: Workspace;
  readonly reports: Reports;
  readonly configuration: Configuration;
  readonly #publisher: Publisher;
  readonly #freshness: Freshness;
  readonly #plugin: PluginAtWork;
  #revision = 0;
  #notifiesOfChanges = false;
  #opened: () => void = () => undefined;
  /** Resolves when settings are known, so that nothing is answered with others before. */
  readonly #ready = new Promise<void>((resolve) => {
    this.#opened = resolve;
  });

  constructor(
    readonly connection: Connection,
    params: InitializeParams,
  ) {
    this.features = readClientFeatures(params);
    this.guard = new Guard(connection.console);
    this.parser = new TypeScriptParser((reason) => {
      connection.console.error(
        `TypeScript could not be loaded, so layouts are not read: ${reason}`,
      );
    });
    this.#plugin = new PluginAtWork(this.parser);
    this.sources = sourceFiles(this.documents, this.parser);
    const { settings } = readServerSettings(params.initializationOptions);
    this.workspace = new Workspace(this.sources, settings);
    this.reports = new Reports(this.workspace, this.features.diagnostic);
    this.configuration = new Configuration(
      this,
      params.initializationOptions,
      initialFolders(params),
    );
    this.#freshness = new Freshness(this);
    this.#publisher = new Publisher(connection, this.guard, this.documents, this.reports);
    this.documents.listen(connection, {
      changed: (open) => {
        this.#documentChanged(open);
      },
      saved: (open) => {
        this.#documentSaved(open);
      },
      closed: (open) => {
        this.#revision += 1;
        if (!this.features.pullsDiagnostics) this.#publisher.closed(open);
      },
    });
  }

  /** Another number as soon as files on disk or settings are others. */
  get revision(): number {
    return this.#revision;
  }

  /** Resolves when the client's settings are known, or were waited for long enough. */
  get ready(): Promise<void> {
    return this.#ready;
  }

  /** The handler of a request, which is answered once settings are known; see {@link Guard.request}. */
  answer<Params, Result>(
    name: string,
    nothing: Result,
    handle: Handle<Params, Result>,
  ): (params: Params, token: CancellationToken) => Promise<Result | ResponseError<never>> {
    return this.guard.request(name, nothing, async (params: Params, token) => {
      await this.#ready;
      return handle(this, params, token);
    });
  }

  /** The client is ready to be asked: gets its settings, then starts to look at files. */
  async start(): Promise<void> {
    const settled = this.guard.settled('configuration', this.configuration.load());
    await Promise.race([settled, pause(patience)]);
    this.#opened();
    this.changed();
    await this.#freshness.start();
  }

  /** Settings or folders are others, and with them where apps lie and what has to be watched. */
  reconfigured(): void {
    this.changed();
    this.guard.run('client/registerCapability', () => this.#freshness.restart());
  }

  /** Something outside the open documents changed: files, folders or settings. */
  changed(): void {
    this.#revision += 1;
    if (!this.features.pullsDiagnostics) {
      this.guard.run('diagnostics', async () => {
        await this.#ready;
        this.#publisher.refresh();
      });
    } else {
      this.guard.run('diagnostic/refresh', () =>
        this.connection.sendRequest(DiagnosticRefreshRequest.type),
      );
    }
    if (this.features.refreshesCodeLenses) {
      this.guard.run('codeLens/refresh', () =>
        this.connection.sendRequest(CodeLensRefreshRequest.type),
      );
    }
    this.#notifyChanged();
  }

  /** The client is our own extension: from now on it is notified when an overview changes. */
  notifyOfChanges(): void {
    this.#notifiesOfChanges = true;
  }

  /** Shows the user a sentence, once the client takes notifications. */
  warn(message: string): void {
    this.guard.run('showMessage', async () => {
      await this.#ready;
      await this.connection.sendNotification(ShowMessageNotification.type, {
        type: MessageType.Warning,
        message: notificationText(`next-slots: ${message}`),
      });
    });
  }

  /** The place of a document in its app. */
  locate(uri: string): FilePlace | undefined {
    const path = pathOfUri(uri);
    return path === undefined ? undefined : this.workspace.locate(path);
  }

  /** Whether our tsserver plugin already gives the editor what we would, and `auto` leaves it to it. */
  isPluginAtWork({ settings, location }: AppPlace): boolean {
    if (settings.typescriptPlugin !== 'auto') return settings.typescriptPlugin === 'on';
    return settings.completions === 'auto' && this.#plugin.in(location);
  }

  /** Whether we complete in an app. */
  completesIn(place: AppPlace): boolean {
    return place.settings.completions !== 'off' && !this.isPluginAtWork(place);
  }

  /** Makes sure that what lies around a file is known as it is, where the client watches no files. */
  lookAround(path: string): void {
    this.#freshness.lookAround(path);
  }

  #documentChanged(open: OpenDocument): void {
    this.guard.run('didChange', async () => {
      await this.#ready;
      if (!this.workspace.locate(open.path)) return;
      this.lookAround(open.path);
      if (!this.features.pullsDiagnostics) this.#publisher.edited(open);
      this.#notifyChanged();
    });
  }

  #notifyChanged(): void {
    if (!this.#notifiesOfChanges) return;
    this.guard.run(changedNotification, () =>
      this.connection.sendNotification(changedNotification),
    );
  }

  #documentSaved({ path }: OpenDocument): void {
    this.guard.run('didSave', () => {
      if (!this.workspace.locate(path)) return;
      this.#freshness.saved();
    });
  }
}
