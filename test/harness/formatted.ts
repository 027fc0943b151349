import { format, type FormatConfig } from 'oxfmt';
import { readFileSync } from 'node:fs';

const { singleQuote, printWidth } = JSON.parse(
  readFileSync(new URL('../../.oxfmtrc.json', import.meta.url), 'utf8'),
) as Required<Pick<FormatConfig, 'singleQuote' | 'printWidth'>>;

/**
 * A text as `pnpm format` leaves it.
 *
 * @param file - Its extension says which language it is.
 * @throws Error where it cannot be parsed.
 */
export async function formatted(file: string, text: string): Promise<string> {
  const { code, errors } = await format(file, text, { singleQuote, printWidth });
  const [error] = errors;
  if (error) throw new Error(`${file}: ${error.message}`);
  return code;
}
