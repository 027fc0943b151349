import type { InitializeParams, WorkspaceFolder } from 'vscode-languageserver/node';
import { pathOfUri, uriOfPath } from '../file-uri.js';

/** A folder that the client has open. */
export interface OpenFolder {
  readonly uri: string;
  readonly path: string;
}

/** The folders of `initialize`, from whichever of its three generations the client sends. */
export function initialFolders(params: InitializeParams): OpenFolder[] {
  if (params.workspaceFolders) return openFolders(params.workspaceFolders);
  const root = rootUri(params);
  return root === undefined ? [] : openFolders([{ uri: root, name: '' }]);
}

/** The folders that lie on disk. */
export function openFolders(folders: readonly WorkspaceFolder[]): OpenFolder[] {
  return folders.flatMap(({ uri }) => {
    const path = pathOfUri(uri);
    return path === undefined ? [] : [{ uri, path }];
  });
}

/** What clients send that know no workspace folders. */
function rootUri(params: object): string | undefined {
  if ('rootUri' in params && typeof params.rootUri === 'string') return params.rootUri;
  const path = 'rootPath' in params ? params.rootPath : undefined;
  return typeof path === 'string' && path !== '' ? uriOfPath(path) : undefined;
}
