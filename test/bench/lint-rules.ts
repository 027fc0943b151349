import { measureEslint, type MeasuredRules } from './eslint.js';
import type { Benchmark, Figure } from './figures.js';

const levels = 1000;

const lengths = { short: 'files of three lines', usual: 'files of a hundred lines' } as const;

const measured: readonly MeasuredRules[] = ['recommended', 'strict', 'import-x/no-unresolved'];

export const lintRules: Benchmark = {
  name: 'eslint',
  title: 'Rules in ESLint',
  about: `What rules take of ESLint's own time, as \`eslint --stats\` says, over ${(levels * 9).toLocaleString('en')} files on ${levels.toLocaleString('en')} slot levels, parsed by \`@typescript-eslint/parser\`, with no other rule on. Every slot lacks its error boundary, so that each layout of a hundred lines gets two warnings. Beside them, what \`no-unresolved\` of \`eslint-plugin-import-x\` takes on the same files. The first file pays for reading and matching the whole app.`,
  measure: () =>
    (['short', 'usual'] as const).flatMap((length) =>
      measured.map((rules): Figure => {
        const { ours, lint } = measureEslint(levels, length, rules);
        return {
          what: `${rules.includes('/') ? rules : `our \`${rules}\``}, ${lengths[length]}`,
          value: ours,
          unit: 'ms',
          beside: { what: 'ESLint in all', value: lint },
        };
      }),
    ),
};
