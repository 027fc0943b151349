/** A function exported by default, in the words that begin its line. */
const exportedFunction = /^export default (?:async )?function\b(?!\s*\*)/mu;

/**
 * Whether a text surely exports a function by default, without parsing it: most files of an app say so
 * in plain words. A no may be wrong and only costs a parse.
 */
export function surelyExportsFunction(text: string): boolean {
  const at = text.search(exportedFunction);
  if (at < 0) return false;
  // Inside a comment or a template the words would mean nothing.
  const before = text.slice(0, at);
  return !before.includes('`') && before.lastIndexOf('/*') <= before.lastIndexOf('*/');
}
