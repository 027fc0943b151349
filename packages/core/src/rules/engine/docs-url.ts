/** Where the project's source is published. */
export const repositoryUrl = 'https://github.com/next-slots/next-slots';

/** The address of a check's page, the same in every integration. */
export function docsUrl(check: string): string {
  return `${repositoryUrl}/blob/main/docs/rules/${check}.md`;
}
