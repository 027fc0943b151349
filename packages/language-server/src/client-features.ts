import type { ClientCapabilities, InitializeParams } from 'vscode-languageserver/node';

/** What the client says it can do, as far as it changes what we do. */
export type ClientFeatures = Readonly<ReturnType<typeof readClientFeatures>>;

/** Reads the client's capabilities. Clients leave out whole branches; what is not there is not so. */
export function readClientFeatures(params: InitializeParams) {
  const { textDocument, workspace, window }: ClientCapabilities = params.capabilities;
  const published = textDocument?.publishDiagnostics;
  const pulled = textDocument?.diagnostic;
  const pullsDiagnostics = pulled !== undefined && workspace?.diagnostics?.refreshSupport === true;
  const diagnostic = pullsDiagnostics ? { ...published, ...pulled } : published;
  const action = textDocument?.codeAction;
  const item = textDocument?.completion?.completionItem;
  return {
    name: params.clientInfo?.name ?? 'unknown',
    /**
     * True where the client asks for diagnostics itself. One that cannot be asked to refresh would
     * show stale ones, so it gets them pushed.
     */
    pullsDiagnostics,
    diagnostic: {
      relatedInformation: diagnostic?.relatedInformation === true,
      codeDescription: diagnostic?.codeDescriptionSupport === true,
      tags: new Set(diagnostic?.tagSupport?.valueSet),
    },
    edit: readEditFeatures(workspace),
    codeAction: {
      /** Without, only commands can be answered. */
      literals: action?.codeActionLiteralSupport !== undefined,
      isPreferred: action?.isPreferredSupport === true,
    },
    completion: {
      markdown: item?.documentationFormat?.includes('markdown') === true,
      insertReplace: item?.insertReplaceSupport === true,
      /** Which properties of an item may come with `completionItem/resolve`. */
      resolves: new Set(item?.resolveSupport?.properties ?? ['documentation', 'detail']),
    },
    hoverMarkdown: textDocument?.hover?.contentFormat?.includes('markdown') === true,
    definitionLinks: textDocument?.definition?.linkSupport === true,
    renameValidation: textDocument?.rename?.prepareSupport === true,
    willRenameFiles: workspace?.fileOperations?.willRename === true,
    workspaceFolders: workspace?.workspaceFolders === true,
    configuration: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    registersWatchers: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    relativePatterns: workspace?.didChangeWatchedFiles?.relativePatternSupport === true,
    showDocument: window?.showDocument?.support === true,
    refreshesCodeLenses: workspace?.codeLens?.refreshSupport === true,
  };
}

/** What a `WorkspaceEdit` may hold, and whether we may send one by ourselves. */
function readEditFeatures(workspace: ClientCapabilities['workspace']) {
  const edit = workspace?.workspaceEdit;
  const operations = edit?.documentChanges === false ? [] : (edit?.resourceOperations ?? []);
  // Operations stand in `documentChanges` and nowhere else. Neovim names them and leaves out the rest.
  const documentChanges = edit?.documentChanges === true || operations.length > 0;
  return {
    documentChanges,
    createFile: operations.includes('create'),
    renameFile: operations.includes('rename'),
    apply: workspace?.applyEdit === true,
  };
}
