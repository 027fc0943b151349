/**
 * Every page, default, loading and error file of an oracle app renders one empty element that names
 * it. What a URL shows can then be read from its HTML, whatever else Next puts into the document:
 * the flight data in the scripts writes the attribute as JSON and is not taken for it.
 */
const attribute = 'data-file';

/** The JSX of the element that names `file` (`r0/@a/page`). */
export function marker(file: string): string {
  return `<p ${attribute}={${JSON.stringify(file)}} />`;
}

/** The files whose marker stands in `html`, in document order. */
export function readMarkers(html: string): string[] {
  const files = html.matchAll(new RegExp(` ${attribute}="([^"]*)"`, 'gu'));
  return Array.from(files, ([, file]) => decode(file ?? ''));
}

/** CSS selector and attribute for a browser to read the same from its document. */
export const markerAttribute = attribute;

function decode(value: string): string {
  return value
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
