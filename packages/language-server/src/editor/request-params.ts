import { newSlotFiles } from '@next-slots/core';
import * as v from 'valibot';

/** What the parameters of our own requests look like; see `editorRequests` of core. */
export const requestParams = {
  overview: v.unknown(),
  app: v.object({ app: v.string() }),
  explorerFindings: v.object({
    app: v.string(),
    next: v.pipe(v.string(), v.regex(/^\d+\.\d+\.\d+(?:-[\w.]+)?$/u)),
    bundler: v.picklist(['turbopack', 'webpack']),
  }),
  explain: v.object({ app: v.string(), url: v.string(), from: v.array(v.string()) }),
  newSlot: v.object({
    folder: v.string(),
    name: v.string(),
    files: v.array(v.picklist(newSlotFiles)),
    template: v.optional(v.pipe(v.string(), v.minLength(1))),
  }),
};
