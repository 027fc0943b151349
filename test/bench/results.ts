import type { Figure } from './figures.js';

/** What a run of the benchmarks leaves behind. */
export interface BenchResults {
  readonly machine: {
    readonly processor: string;
    readonly cores: number;
    readonly memory: string;
    readonly node: string;
    readonly system: string;
  };
  /** The day of the run: `2026-11-24`. */
  readonly date: string;
  readonly tables: readonly {
    readonly name: string;
    readonly title: string;
    readonly about: string;
    readonly figures: readonly Figure[];
  }[];
}

/** A Markdown table. The ratio says how many times the neighbour's figure ours is. */
export function figureTable(figures: readonly Figure[]): string {
  const rows = figures.map(({ what, value, unit, beside }) => [
    what,
    amount(value, unit),
    beside ? `${amount(beside.value, unit)} ${beside.what}` : '',
    beside ? ratio(value / beside.value) : '',
  ]);
  const all = [['', 'measured', 'compared with', 'ratio'], ['---', '--:', '--:', '--:'], ...rows];
  return all.map((row) => `| ${row.join(' | ')} |`).join('\n');
}

function amount(value: number, unit: Figure['unit']): string {
  const digits = unit === 'ms' && value < 10 ? 2 : 0;
  return `${value.toLocaleString('en', { maximumFractionDigits: digits, minimumFractionDigits: digits })} ${unit}`;
}

function ratio(value: number): string {
  return value < 0.01 ? `1/${Math.round(1 / value).toLocaleString('en')}` : value.toFixed(2);
}
