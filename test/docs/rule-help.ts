import { posix } from 'node:path';
import { repositoryUrl } from '@next-slots/core';

/**
 * Writes a module with the text in front of the examples of each rule's page.
 *
 * @param pages - The pages by the rules' names.
 */
export function ruleHelp(pages: ReadonlyMap<string, string>): string {
  const entries = [...pages].map(
    ([name, page]) => `${JSON.stringify(name)}: ${JSON.stringify(textOf(page))},`,
  );
  return `// Written by pnpm generate from the pages in docs/rules.
import type { CheckName } from '@next-slots/core';

/** What each rule is about, in Markdown. */
export const ruleHelp: Readonly<Record<CheckName, string>> = {
${entries.join('\n')}
};
`;
}

/** What stands between the generated header and the first heading, with links that work anywhere. */
function textOf(page: string): string {
  const [, body = ''] = page.split('<!-- end header -->');
  const [text = ''] = body.split(/^## /mu);
  return text
    .trim()
    .replaceAll(/\]\((?<path>[^):]+)\)/gu, (_, path: string) => `](${absolute(path)})`)
    .replaceAll(/ {2,}\|/gu, ' |')
    .replaceAll(/-{4,}/gu, '---');
}

function absolute(path: string): string {
  return `${repositoryUrl}/blob/main/${posix.join('docs/rules', path)}`;
}
