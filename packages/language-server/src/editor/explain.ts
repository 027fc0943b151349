import {
  explainUrl,
  shownMatchesOf,
  nearestUrls,
  type ExplainAnswer,
  type ExplainParams,
} from '@next-slots/core';
import type { Session } from '../session/session.js';
import { explanationMarkdown } from './explanation-markdown.js';
import { namedApp } from './named-app.js';

/** What every slot shows at a URL. */
export function explain(session: Session, params: ExplainParams): ExplainAnswer {
  const place = namedApp(session, params);
  if (!place) return { unknown: params.url, nearest: [] };
  const app = session.workspace.open(place);
  const matches = shownMatchesOf(app);
  const explanation = explainUrl(matches, params.url, params.from);
  if ('unknown' in explanation) {
    const { unknown } = explanation;
    return { unknown, nearest: nearestUrls(matches, unknown) };
  }
  return { markdown: explanationMarkdown(explanation, app.next) };
}
