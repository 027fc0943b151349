/** One rule in the generated `rules.json`. */
export interface RuleEntry {
  readonly name: string;
  readonly description: string;
  /** `error`, `warning` or `off`. */
  readonly recommended: string;
  readonly strict: string;
  readonly fixable: boolean;
  readonly hasSuggestions: boolean;
  /** The Next.js versions, of those in `versions`, that report the examples of the rule's page. */
  readonly versions: readonly string[];
}

/** What the reader has chosen above the table; an empty text chooses everything. */
export interface RuleFilter {
  readonly text: string;
  readonly preset: '' | 'recommended' | 'strict';
  readonly fix: '' | 'fixable' | 'suggestions' | 'none';
  readonly version: string;
}

/** The rules that a filter leaves. */
export function filterRules(rules: readonly RuleEntry[], filter: RuleFilter): readonly RuleEntry[] {
  const words = filter.text.toLowerCase().split(/\s+/u);
  return rules.filter((rule) => {
    const text = `${rule.name} ${rule.description}`.toLowerCase();
    return (
      words.every((word) => text.includes(word)) &&
      (filter.preset === '' || rule[filter.preset] !== 'off') &&
      (filter.version === '' || rule.versions.includes(filter.version)) &&
      hasFix(rule, filter.fix)
    );
  });
}

function hasFix({ fixable, hasSuggestions }: RuleEntry, fix: RuleFilter['fix']): boolean {
  switch (fix) {
    case '':
      return true;
    case 'fixable':
      return fixable;
    case 'suggestions':
      return hasSuggestions;
    case 'none':
      return !fixable && !hasSuggestions;
  }
}
