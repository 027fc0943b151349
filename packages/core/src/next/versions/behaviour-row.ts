import type { Bundler } from '../../settings.js';

/** One value of a behaviour, and since when Next has it. */
export interface SemanticsRow<Value> {
  /** The first release that behaves so, inclusive; it holds until the next row of the same bundler. */
  readonly since: string;
  /** Only with this bundler; without it, with both. */
  readonly bundler?: Bundler;
  readonly value: Value;
  /** Where that was seen: oracle trees by name, files and issues of vercel/next.js. */
  readonly evidence: string;
}

/** Behaviours with their rows. */
export type BehaviourRows = Readonly<Record<string, readonly SemanticsRow<string | boolean>[]>>;
