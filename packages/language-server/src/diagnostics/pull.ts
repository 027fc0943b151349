import { createHash } from 'node:crypto';
import {
  DocumentDiagnosticReportKind,
  type CancellationToken,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type WorkspaceDiagnosticParams,
  type WorkspaceDiagnosticReport,
} from 'vscode-languageserver/node';
import { pathOfUri } from '../file-uri.js';
import type { OpenDocuments } from '../open-documents.js';
import type { Reports } from './reports.js';

interface WorkspaceAnswer {
  readonly revision: number;
  readonly byPath: ReadonlyMap<string, Diagnostic[]>;
}

/** Answers clients that ask for diagnostics themselves. */
export class PulledDiagnostics {
  readonly #reports: Reports;
  readonly #documents: OpenDocuments;
  readonly #revision: () => number;
  #last: WorkspaceAnswer | undefined;

  /** @param revision - A number that is another one as soon as files on disk or settings are. */
  constructor(reports: Reports, documents: OpenDocuments, revision: () => number) {
    this.#reports = reports;
    this.#documents = documents;
    this.#revision = revision;
  }

  /** The diagnostics of one document. */
  ofDocument(uri: string, previousResultId: string | undefined): DocumentDiagnosticReport {
    const path = pathOfUri(uri);
    const items = path === undefined ? [] : this.#reports.ofFile(path);
    return report(items, previousResultId);
  }

  /** The diagnostics of all apps; files that had some before and have none now are in it too. */
  async ofWorkspace(
    params: WorkspaceDiagnosticParams,
    token: CancellationToken,
  ): Promise<WorkspaceDiagnosticReport> {
    const byPath = await this.#all(token);
    const before = new Map(
      params.previousResultIds.flatMap(({ uri, value }) => {
        const path = pathOfUri(uri);
        return path === undefined ? [] : [[path, { uri, value }] as const];
      }),
    );
    const paths = new Set([...before.keys(), ...byPath.keys()]);
    return {
      items: [...paths].map((path) => {
        const previous = before.get(path);
        const document = this.#documents.get(path);
        const uri = document?.uri ?? previous?.uri ?? this.#documents.uriOf(path);
        return {
          uri,
          version: document?.version ?? null,
          ...report(byPath.get(path) ?? [], previous?.value),
        };
      }),
    };
  }

  /**
   * Everything as it was when the disk last changed, but for the open documents, which are as they are:
   * clients ask every other second, and while somebody types nothing else can be another one.
   */
  async #all(token: CancellationToken): Promise<ReadonlyMap<string, Diagnostic[]>> {
    const revision = this.#revision();
    if (this.#last?.revision !== revision) {
      const byPath = await this.#reports.ofWorkspace(token);
      if (!byPath) return new Map();
      this.#last = { revision, byPath };
    }
    const live = new Map(this.#last.byPath);
    for (const { path } of this.#documents.all()) {
      const items = this.#reports.ofFile(path);
      if (items.length > 0) live.set(path, items);
      else live.delete(path);
    }
    return live;
  }
}

/** The same diagnostics have the same id. */
function report(items: Diagnostic[], previous: string | undefined) {
  const resultId = createHash('sha256').update(JSON.stringify(items)).digest('base64');
  return resultId === previous
    ? ({ kind: DocumentDiagnosticReportKind.Unchanged, resultId } as const)
    : ({ kind: DocumentDiagnosticReportKind.Full, resultId, items } as const);
}
