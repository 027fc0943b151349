import { quickFixesFor, runChecksOnFile, type QuickFix } from '@next-slots/core';
import {
  CodeActionKind,
  CodeActionTriggerKind,
  type CodeAction,
  type CodeActionParams,
  type Command,
  type Diagnostic,
  type Range,
} from 'vscode-languageserver/node';
import { toDiagnostic } from '../diagnostics/to-diagnostic.js';
import { pathOfUri } from '../file-uri.js';
import type { Session } from '../session/session.js';
import type { FilePlace } from '../workspace.js';
import { applyEditCommand, commands, explainFixCommand } from './commands.js';
import { fixFile } from './fix-all.js';
import { fixAllKind, isWanted } from './kinds.js';
import { toWorkspaceEdit, type Translation } from './workspace-edit.js';

/** What can be done at a place: every fix of what is reported there, and all of them at once. */
export function codeActions(session: Session, params: CodeActionParams): (CodeAction | Command)[] {
  const path = pathOfUri(params.textDocument.uri);
  if (path === undefined) return [];
  session.lookAround(path);
  const place = session.workspace.locate(path);
  if (!place) return [];
  const { only } = params.context;
  const actions = [
    ...(isWanted(CodeActionKind.QuickFix, only) ? quickFixes(session, place, params) : []),
    ...(isWanted(fixAllKind, only) ? fixAll(session, place, params) : []),
  ];
  const { codeAction, edit } = session.features;
  return codeAction.literals ? actions : actions.flatMap((action) => asCommand(action, edit.apply));
}

function quickFixes(session: Session, place: FilePlace, params: CodeActionParams): CodeAction[] {
  const app = session.workspace.open(place);
  const { location } = place;
  const target = { app, location, features: session.features.diagnostic };
  const actions: CodeAction[] = [];
  let fixable = 0;
  for (const finding of runChecksOnFile(app, place.settings.checks, place.file)) {
    if (finding.edits.length > 0) fixable += 1;
    const diagnostic = toDiagnostic(finding, target);
    if (!isAskedFor(diagnostic, params)) continue;
    const isSilent = place.settings.silent.has(finding.check);
    for (const offer of quickFixesFor(app, finding)) {
      // Whoever reports the finding offers what can be done in its file.
      if (isSilent && isTextOf(place.file, offer)) continue;
      const translation = toWorkspaceEdit(session, [{ app, location, edits: offer.edits }]);
      const outcome = actionOutcome(offer, translation, place);
      if (!outcome) continue;
      actions.push({
        title: offer.title,
        kind: CodeActionKind.QuickFix,
        diagnostics: [diagnostic],
        ...(offer.kind === 'fix' &&
          session.features.codeAction.isPreferred && { isPreferred: true }),
        ...outcome,
      });
    }
  }
  // Where all kinds are asked for, the same action of its own kind is among them.
  if (params.context.only && fixable > 1 && actions.length > 0) {
    const edit = fixFile(session, place);
    if (edit) actions.push({ title: allInFile, kind: CodeActionKind.QuickFix, edit });
  }
  return withoutTwins(actions);
}

function isTextOf(file: string, { edits }: QuickFix): boolean {
  return edits.every((edit) => edit.kind === 'replaceText' && edit.file === file);
}

const allInFile = 'Fix all next-slots problems in this file';

/** A client that cannot create files gets a command that explains how, once for each fix. */
function actionOutcome(
  { title, kind }: QuickFix,
  translation: Translation,
  { location }: FilePlace,
): Partial<CodeAction> | undefined {
  switch (translation.kind) {
    case 'edit':
      return { edit: translation.edit };
    case 'outdated':
    case 'outside':
      return undefined;
    case 'unable': {
      if (kind !== 'fix') return undefined;
      const command = explainFixCommand(title, location.root);
      return { title: command.title, command };
    }
  }
}

/** Saving a file asks for `source.fixAll` and means that file; the whole workspace wants to be named. */
function fixAll(session: Session, place: FilePlace, params: CodeActionParams): CodeAction[] {
  const actions: CodeAction[] = [];
  const edit = fixFile(session, place);
  if (edit) actions.push({ title: allInFile, kind: fixAllKind, edit });
  const { only, triggerKind } = params.context;
  const isNamed = only === undefined || only.includes(fixAllKind);
  const { apply, createFile } = session.features.edit;
  if (isNamed && triggerKind !== CodeActionTriggerKind.Automatic && apply && createFile) {
    const title = 'Fix all next-slots problems in the workspace';
    actions.push({ title, kind: fixAllKind, command: { title, command: commands.fixWorkspace } });
  }
  return actions;
}

/** Whether a diagnostic lies where the cursor is, or is one that the client shows there. */
function isAskedFor(diagnostic: Diagnostic, { range, context }: CodeActionParams): boolean {
  return (
    isTouching(diagnostic.range, range) ||
    context.diagnostics.some(
      ({ code, message }) => code === diagnostic.code && message === diagnostic.message,
    )
  );
}

function isTouching(a: Range, b: Range): boolean {
  return !isBefore(a.end, b.start) && !isBefore(b.end, a.start);
}

function isBefore(a: Range['start'], b: Range['start']): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}

/** Two findings can have the same fix. */
function withoutTwins(actions: readonly CodeAction[]): CodeAction[] {
  const seen = new Set<string>();
  return actions.filter(({ title, edit, command }) => {
    const key = JSON.stringify([title, edit, command]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** The same for clients from before code actions could carry edits. */
function asCommand({ title, edit, command }: CodeAction, canApply: boolean): Command[] {
  if (command) return [command];
  return edit && canApply ? [applyEditCommand(title, edit)] : [];
}
