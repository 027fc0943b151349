import { hoverAt, markdownText } from '@next-slots/core';
import type ts from 'typescript';
import { textParts } from './display-parts.js';
import type { ServiceContext } from './service-context.js';
import { takeUp } from './slot-request.js';

/** Shows what fills the slot under the cursor at which URLs. */
export function addQuickInfo(
  { project, service }: ServiceContext,
  prior: ts.QuickInfo | undefined,
  fileName: string,
  position: number,
): ts.QuickInfo | undefined {
  const request = takeUp(project, service, fileName);
  const hover = request && hoverAt(request.at(position), (extent) => request.open(extent));
  if (!hover) return prior;
  if (prior) {
    const ours = textParts(`\n\n${markdownText(hover.title)}\n\n${hover.markdown}`);
    return { ...prior, documentation: [...(prior.documentation ?? []), ...ours] };
  }
  return {
    kind: project.ts.ScriptElementKind.memberVariableElement,
    kindModifiers: project.ts.ScriptElementKindModifier.none,
    textSpan: { start: hover.range.start, length: hover.range.end - hover.range.start },
    displayParts: textParts(hover.title),
    documentation: textParts(hover.markdown),
  };
}
