import type { MarkdownOptions } from 'vitepress';

/** Colours for blocks of the language `tree`, which draw the files of an app. */
export const treeLanguage = {
  name: 'tree',
  scopeName: 'text.tree',
  patterns: [
    { match: ' +# .*$', name: 'comment' },
    { match: String.raw`@[^/\s]*`, name: 'entity.name.function' },
    { match: String.raw`(?:\(\.{1,3}\))+`, name: 'keyword' },
    { match: String.raw`\[+[^\]]*\]+`, name: 'variable' },
  ],
  repository: {},
} satisfies NonNullable<MarkdownOptions['languages']>[number];
