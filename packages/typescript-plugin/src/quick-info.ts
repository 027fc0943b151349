import { hoverAt, markdownText } from '@next-slots/core';
import type ts from 'typescript';
import { textParts } from './display-parts.js';
import type { ServiceContext } from './plugin-project.js';
import { takeUp } from './slot-request.js';

/** Shows what fills the slot under the cursor at which URLs. */
export function addQuickInfo(
  context: ServiceContext,
  prior: ts.QuickInfo | undefined,
  fileName: string,
  position: number,
): ts.QuickInfo | undefined {
  const request = takeUp(context, fileName);
  const hover = request && hoverAt(request.at(position), request.open);
  if (!hover) return prior;
  if (prior) {
    const ours = textParts(`\n\n${markdownText(hover.title)}\n\n${hover.markdown}`);
    return { ...prior, documentation: [...(prior.documentation ?? []), ...ours] };
  }
  const { ScriptElementKind, ScriptElementKindModifier } = context.project.ts;
  return {
    kind: ScriptElementKind.memberVariableElement,
    kindModifiers: ScriptElementKindModifier.none,
    textSpan: { start: hover.range.start, length: hover.range.end - hover.range.start },
    displayParts: textParts(hover.title),
    documentation: textParts(hover.markdown),
  };
}
