import { deflateRawSync } from 'node:zlib';

/** An app for the playground. */
export interface PlaygroundApp {
  /** Texts by path from the project's folder. An empty text is a component that does nothing wrong. */
  readonly files: Readonly<Record<string, string>>;
}

/** The hash of a link that opens the playground with an app: deflated JSON as base64url. */
export function playgroundHash(app: PlaygroundApp): string {
  return `#tree=${deflateRawSync(JSON.stringify(app)).toString('base64url')}`;
}
