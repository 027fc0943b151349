import type { App } from '../app.js';
import type { ReplaceText } from './edit.js';
import { defaultStyle, detectStyle } from '../source/source-style.js';

/** The edit that puts a directive such as `use client` at the top of a file. */
export function addDirective(app: App, file: string, directive: string): ReplaceText {
  const text = app.sources.text(file) ?? '';
  const { quote, semicolons, lineBreak } = text === '' ? defaultStyle : detectStyle(text);
  const statement = `${quote}${directive}${quote}${semicolons ? ';' : ''}`;
  return {
    kind: 'replaceText',
    file,
    range: { start: 0, end: 0 },
    text: `${statement}${lineBreak}${text.trim() === '' ? '' : lineBreak}`,
  };
}
