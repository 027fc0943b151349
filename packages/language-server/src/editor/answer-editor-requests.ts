import { editorRequests } from '@next-slots/core';
import * as v from 'valibot';
import { ErrorCodes, ResponseError } from 'vscode-languageserver/node';
import { createMissing } from '../actions/fix-all.js';
import type { Handle, Session } from '../session/session.js';
import { explain } from './explain.js';
import { explorerApp, explorerFindings } from './explorer.js';
import { namedApp } from './named-app.js';
import { makeSlot } from './new-slot.js';
import { overview } from './overview.js';
import { requestParams } from './request-params.js';

/** Answers what our own editor extension asks beyond the protocol. */
export function answerEditorRequests(session: Session): void {
  const answer = <Params, Result>(
    method: string,
    schema: v.GenericSchema<unknown, Params>,
    nothing: Result,
    handle: Handle<Params, Result>,
  ): void => {
    const handler = session.answer<unknown, unknown>(method, nothing, (_, input, token) => {
      const params = v.safeParse(schema, input);
      if (params.success) return handle(session, params.output, token);
      throw new ResponseError<never>(ErrorCodes.InvalidParams, v.summarize(params.issues));
    });
    session.connection.onRequest(method, handler);
  };

  answer(editorRequests.overview, requestParams.overview, [], overview);
  answer(editorRequests.explorer, requestParams.app, null, explorerApp);
  answer(editorRequests.explorerFindings, requestParams.explorerFindings, null, explorerFindings);
  answer(editorRequests.explain, requestParams.explain, { unknown: '', nearest: [] }, explain);
  answer(editorRequests.missingFiles, requestParams.app, null, (_, params) => {
    const place = namedApp(session, params);
    return (place && createMissing(session, place)) ?? null;
  });
  answer(
    editorRequests.newSlot,
    requestParams.newSlot,
    { problem: 'The slot cannot be created.' },
    makeSlot,
  );
}
