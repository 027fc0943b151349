import { fileURLToPath, pathToFileURL } from 'node:url';

/** The path of a `file:` URI as the system writes it; undefined for any other document. */
export function pathOfUri(uri: string): string | undefined {
  if (!/^file:/iu.test(uri)) return undefined;
  try {
    const path = fileURLToPath(uri);
    // Clients do not agree on the letter case of a drive.
    return path.replace(/^[a-z]:/u, (drive) => drive.toUpperCase());
  } catch {
    return undefined;
  }
}

/** The `file:` URI of a path. */
export function uriOfPath(path: string): string {
  return pathToFileURL(path).href;
}
