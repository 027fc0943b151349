/** An app as a link holds it. */
export interface PlaygroundApp {
  /** Texts by path from the project's folder. An empty text is a component that does nothing wrong. */
  readonly files: Readonly<Record<string, string>>;
}

/** The app in the fragment of a link: deflated JSON as base64url, `tree=…`; undefined where it holds none. */
export async function readApp(fragment: string): Promise<PlaygroundApp | undefined> {
  const packed = /(?:^#?|&)tree=(?<packed>[\w-]+)/u.exec(fragment)?.groups?.['packed'];
  if (packed === undefined) return undefined;
  try {
    const bytes = Uint8Array.from(
      atob(packed.replaceAll('-', '+').replaceAll('_', '/')),
      (character) => character.charCodeAt(0),
    );
    const text = await through(bytes, new DecompressionStream('deflate-raw')).text();
    const app: unknown = JSON.parse(text);
    return isApp(app) ? app : undefined;
  } catch {
    // Half of a link, or somebody's own.
    return undefined;
  }
}

/** Writes what {@link readApp} reads. */
export async function printApp(app: PlaygroundApp): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(app));
  const packed = await through(bytes, new CompressionStream('deflate-raw')).arrayBuffer();
  const characters = Array.from(new Uint8Array(packed), (byte) => String.fromCharCode(byte));
  const base64 = btoa(characters.join(''));
  return `tree=${base64.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/u, '')}`;
}

function through(
  bytes: Uint8Array<ArrayBuffer>,
  stream: ReadableWritablePair<Uint8Array<ArrayBuffer>, BufferSource>,
): Response {
  return new Response(new Blob([bytes]).stream().pipeThrough(stream));
}

function isApp(value: unknown): value is PlaygroundApp {
  if (typeof value !== 'object' || value === null || !('files' in value)) return false;
  const { files } = value;
  return (
    typeof files === 'object' &&
    files !== null &&
    Object.values(files).every((text) => typeof text === 'string')
  );
}

/** The fragment without the app: where the explorer stands. */
export function withoutApp(fragment: string): string {
  const parts = fragment
    .replace(/^#/u, '')
    .split('&')
    .filter((part) => part !== '' && !/^(?:tree|example)=/u.test(part));
  return `#${parts.join('&')}`;
}

/** The fragment of a link to a place in an app; {@link withoutApp} gives back the place. */
export function withApp(app: string, place: string): string {
  return `#${[app, place.replace(/^#/u, '')].filter(Boolean).join('&')}`;
}

/** Whether a fragment holds an app, or names an example. */
export function holdsApp(fragment: string): boolean {
  return /(?:^#?|&)(?:tree|example)=/u.test(fragment);
}

/** The example that a fragment names; undefined where it names none. */
export function exampleIn(fragment: string): string | undefined {
  return /(?:^#?|&)example=(?<name>[\w-]+)/u.exec(fragment)?.groups?.['name'];
}
