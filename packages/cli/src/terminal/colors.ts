import picocolors from 'picocolors';

/** Functions that colour text, or give it back as it is. */
export type Colors = ReturnType<typeof picocolors.createColors>;

/** Standard output or error; `isTTY` is there only where it is a terminal. */
interface OutputStream {
  readonly isTTY?: boolean;
  hasColors(): boolean;
}

/**
 * Colours for a stream: where it is a terminal that has them, unless `--color`, `--no-color`,
 * `FORCE_COLOR` or `NO_COLOR` says otherwise.
 */
export function colorsFor(stream: OutputStream): Colors {
  return picocolors.createColors(wantsColors(stream));
}

function wantsColors(stream: OutputStream): boolean {
  if (process.argv.includes('--no-color')) return false;
  if (process.argv.includes('--color')) return true;
  const { FORCE_COLOR: forced, NO_COLOR: refused } = process.env;
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  if (refused !== undefined && refused !== '') return false;
  return stream.isTTY === true && stream.hasColors();
}
