/** Configuration as the command line's own file holds it; each host gets it in its own way. */
export interface ParityConfig {
  readonly preset?: 'recommended' | 'strict';
  readonly rules?: Readonly<Record<string, string | readonly [string, object]>>;
  readonly nextVersion?: string;
  readonly bundler?: 'turbopack' | 'webpack';
  readonly appDir?: string;
  readonly pageExtensions?: readonly string[];
  readonly template?: string;
}

/** One app that every host looks at. */
export interface ParityApp {
  /** What `package.json` asks for. */
  readonly next?: string;
  readonly config?: ParityConfig;
  /** Contents by path; true stands for a component that does nothing wrong. */
  readonly files: Readonly<Record<string, string | true>>;
  /** Links by path, and where they lead, relative to the folder of the link. */
  readonly links?: Readonly<Record<string, string>>;
}

/** A finding as a user sees it; lines and columns count from 1. */
export interface ParityFinding {
  /** Relative to the folder that holds all apps, `/` between folders. */
  readonly file: string;
  /** `require-slot-default`. */
  readonly check: string;
  readonly severity: 'error' | 'warning';
  /** `3:5-3:9`: start and end, the end not included. */
  readonly range: string;
  readonly message: string;
}

/** The same order for every host. */
export function inOrder(findings: readonly ParityFinding[]): ParityFinding[] {
  const key = ({ file, range, check, message }: ParityFinding) =>
    [file, range, check, message].join('\n');
  return findings.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
}
