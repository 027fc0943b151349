import { measureCli, type ProcessCost } from './cli.js';
import type { Benchmark, Figure } from './figures.js';

export const commandLine: Benchmark = {
  name: 'cli',
  title: 'The command line',
  about:
    '`next-slots check` as a whole process, beside a bare Node process that only walks the same folders, and its start beside a Node that does nothing. The fastest of five each, in turns. A thousand slot levels are 9,000 files.',
  measure() {
    const { checks, starts } = measureCli();
    const wall = (what: string, ours: ProcessCost, name: string, other: ProcessCost): Figure => ({
      what,
      value: ours.wall,
      unit: 'ms',
      beside: { what: name, value: other.wall },
    });
    return [
      ...checks.flatMap(({ files, check, walk }): Figure[] => {
        const what = `check of ${files.toLocaleString('en')} files`;
        const memory = { what: `memory of the ${what}`, value: check.memory, unit: 'MB' } as const;
        return [wall(what, check, 'a bare walk', walk), memory];
      }),
      wall('`--version`', starts.version, '`node -e 0`', starts.node),
      wall('`--help`', starts.help, '`node -e 0`', starts.node),
    ];
  },
};
