import { performance } from 'node:perf_hooks';

/** One measured number, and what it stands beside in the same run. */
export interface Figure {
  readonly what: string;
  /** A median where it was measured several times. */
  readonly value: number;
  readonly unit: 'ms' | 'MB';
  readonly beside?: { readonly what: string; readonly value: number } | undefined;
}

/** Figures that belong together: one table. */
export interface Benchmark {
  /** How it is asked for: `pnpm bench NAME`. */
  readonly name: string;
  readonly title: string;
  /** What is measured, and with what, in a paragraph. */
  readonly about: string;
  measure(): Promise<readonly Figure[]> | readonly Figure[];
}

/** The value that so many per cent of the others are not above. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
  return percentile(values, 50);
}

/** Milliseconds. */
export function timed(run: () => void): number {
  const started = performance.now();
  run();
  return performance.now() - started;
}

/** {@link timed}, so many times over: the median. */
export function medianOf(rounds: number, run: () => void): number {
  return median(Array.from({ length: rounds }, () => timed(run)));
}
