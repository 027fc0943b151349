// Matching beside Next's own check of a webpack build, in one process.
import { buildRouteTree, matchRoutes, semanticsFor } from '@next-slots/core';
import { appPathsOf, validateRoutes } from '../harness/next-validator.js';
import { readerFromFiles } from '../harness/tree-from-files.js';
import { median, timed, type Benchmark, type Figure } from './figures.js';
import { largeApp, urlsPerLevel } from './matching-apps.js';

/** Next's validator needs half a minute for the last. */
const sizes = [750, 1_500, 6_000];

export const validator: Benchmark = {
  name: 'validator',
  title: "Matching beside Next's own validator",
  about:
    'Both answer from the same list of files whether every slot is filled at every URL: core with `matchRoutes`, Next with `normalizeCatchAllRoutes` of the installed 16.4.6, which a webpack build runs. A dashboard, three URLs on each level of two slots.',
  measure: () => sizes.map(measureBoth),
};

function measureBoth(urls: number): Figure {
  const files = largeApp('dashboard', 'areas', urls / urlsPerLevel);
  const semantics = semanticsFor({ version: '16.4.6', bundler: 'webpack' });
  const ours = Array.from({ length: 5 }, () => {
    const tree = buildRouteTree(readerFromFiles(files));
    return timed(() => matchRoutes(tree, semantics));
  });
  const paths = appPathsOf(files);
  const next = timed(() => validateRoutes(paths));
  return {
    what: `${urls.toLocaleString('en')} URLs`,
    value: median(ours),
    unit: 'ms',
    beside: { what: "Next's validator", value: next },
  };
}
