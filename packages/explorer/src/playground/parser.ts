import { parse } from '@babel/parser';
import type { Parse } from './describe-text.js';

/** Parses as Next.js does: TypeScript by the file's name, JSX elsewhere. */
export const parseModule: Parse = (file, text) =>
  parse(text, {
    sourceType: 'module',
    plugins: [
      'estree',
      ...(/\.[cm]?ts$/u.test(file) ? [] : (['jsx'] as const)),
      ...(/\.[cm]?tsx?$/u.test(file) ? (['typescript'] as const) : []),
    ],
  }).program;
