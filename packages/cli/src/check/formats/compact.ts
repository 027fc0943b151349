import { join } from 'node:path';
import { fullMessage } from '@next-slots/core';
import { fromHere } from '../../apps/from-here.js';
import type { Format } from './format.js';

/** One line for each finding and nothing else, as compilers print them. */
export const compact: Format = ({ base, findings }) =>
  findings
    .map((finding) => {
      const file = fromHere(join(base, finding.file));
      const { line, column } = finding.range.start;
      return `${file}:${line}:${column}: ${finding.severity}: ${fullMessage(finding)} [${finding.check}]\n`;
    })
    .join('');
