import {
  CodeActionKind,
  TextDocumentSyncKind,
  type ServerCapabilities,
} from 'vscode-languageserver/node';
import { completionTriggers } from '../language/completion.js';
import type { ClientFeatures } from '../client-features.js';
import { commands } from '../actions/commands.js';
import { fixAllKind } from '../actions/kinds.js';

/** What we offer to a client that can do what it says. */
export function serverCapabilities(features: ClientFeatures): ServerCapabilities {
  return {
    positionEncoding: 'utf-16',
    textDocumentSync: {
      openClose: true,
      change: TextDocumentSyncKind.Incremental,
      save: true,
    },
    workspace: {
      workspaceFolders: { supported: true, changeNotifications: true },
      ...(features.willRenameFiles && {
        fileOperations: {
          willRename: {
            filters: [{ scheme: 'file', pattern: { glob: '**/@*', matches: 'folder' } }],
          },
        },
      }),
    },
    completionProvider: { triggerCharacters: completionTriggers, resolveProvider: true },
    hoverProvider: true,
    definitionProvider: true,
    referencesProvider: true,
    ...(features.edit.renameFile && {
      renameProvider: features.renameValidation ? { prepareProvider: true } : true,
    }),
    documentLinkProvider: {},
    codeLensProvider: {},
    ...(features.pullsDiagnostics && {
      diagnosticProvider: {
        identifier: 'next-slots',
        interFileDependencies: true,
        workspaceDiagnostics: true,
      },
    }),
    codeActionProvider: features.codeAction.literals
      ? { codeActionKinds: [CodeActionKind.QuickFix, fixAllKind] }
      : true,
    executeCommandProvider: { commands: Object.values(commands) },
  };
}
