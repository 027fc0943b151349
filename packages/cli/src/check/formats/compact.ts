import { join } from 'node:path';
import { fullMessage, printable } from '@next-slots/core';
import { relativePath } from '../../apps/open-app.js';
import type { Format } from './format.js';

/** One line for each finding and nothing else, as compilers print them. */
export const compact: Format = ({ base, findings }) =>
  findings
    .map((finding) => {
      const file = printable(relativePath(process.cwd(), join(base, finding.file)));
      const { line, column } = finding.range.start;
      return `${file}:${line}:${column}: ${finding.severity}: ${fullMessage(finding)} [${finding.check}]\n`;
    })
    .join('');
