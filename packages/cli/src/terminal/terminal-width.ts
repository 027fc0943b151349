/** Columns of the terminal that standard output is; Infinity for a pipe, unless `COLUMNS` says more. */
export function terminalWidth(): number {
  const { columns } = process.stdout;
  return columns > 0 ? columns : Number(process.env['COLUMNS']) || Infinity;
}
