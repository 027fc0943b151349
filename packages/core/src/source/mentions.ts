import type { ModuleFacts } from './module-facts.js';

/**
 * Words of which a text holds at least one wherever the fact is not empty. Few texts hold any, and the
 * others need not be parsed for it: of 9,000 files, a check of the whole app parses a tenth.
 */
const words: Partial<Record<keyof ModuleFacts, RegExp>> = {
  // A directive is no call of `use()`.
  asyncWork:
    /\b(?:await|use(?!\s+(?:client|server|strict))|fetch|cookies|headers|draftMode|connection|unstable_noStore)\b/u,
  slotKeys: /useSelectedLayoutSegment/u,
  routeTypes: /\b(?:Layout|Page)Props\b/u,
  segmentConfig:
    /\b(?:dynamic|dynamicParams|fetchCache|preferredRegion|revalidate|runtime)\s*[:=]/u,
  metadataKeys: /\b(?:metadata|generateMetadata)\b/u,
  leadsAway: /next\/navigation/u,
};

/** Whether a text may hold something for a fact; false is certain. */
export function mentions(text: string, fact: keyof ModuleFacts): boolean {
  return words[fact]?.test(text) ?? true;
}
