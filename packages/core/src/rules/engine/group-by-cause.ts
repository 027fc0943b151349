import { remembered } from '../../remembered.js';
import type { Impact, RelatedLocation } from './finding.js';
import type { ReportedFinding } from './run-checks.js';

/**
 * Findings with one cause as one finding: the one at the cause, with the places of the others among its
 * `related`. A layout whose slot lacks a default is reported once, not once more for each page that
 * `next build` then rejects.
 *
 * Integrations that report about a whole app group. ESLint and editors with one open file do not: what is
 * wrong in the file at hand is reported there.
 *
 * @param findings - In the order of `compareFindings`, which the result keeps. Findings that are
 *   suppressed are left out before: what they cause is then reported by itself.
 */
export function groupByCause(findings: readonly ReportedFinding[]): readonly ReportedFinding[] {
  const byCause = new Map<string, ReportedFinding>();
  for (const finding of findings) {
    if (finding.cause !== null && !byCause.has(finding.cause)) byCause.set(finding.cause, finding);
  }
  const effects = new Map<ReportedFinding, ReportedFinding[]>();
  const causes = findings.filter((finding) => {
    const causedBy = causesOf(finding, byCause);
    for (const cause of causedBy) {
      remembered(effects, cause, (): ReportedFinding[] => []).push(finding);
    }
    return causedBy.length === 0;
  });
  return causes.map((finding) => {
    const caused = effects.get(finding);
    return caused ? withEffects(finding, caused) : finding;
  });
}

/** The findings that one is an effect of; none for one that is reported by itself. */
function causesOf(
  finding: ReportedFinding,
  byCause: ReadonlyMap<string, ReportedFinding>,
): readonly ReportedFinding[] {
  const causes = finding.cause === null ? finding.causedBy : [finding.cause];
  return causes.flatMap((cause) => byCause.get(cause) ?? []).filter((each) => each !== finding);
}

function withEffects(
  finding: ReportedFinding,
  effects: readonly ReportedFinding[],
): ReportedFinding {
  const all = [finding, ...effects];
  return {
    ...finding,
    severity: all.some(({ severity }) => severity === 'error') ? 'error' : 'warning',
    impact: worstImpact(all.map(({ impact }) => impact)),
    urls: [...new Set(all.flatMap(({ urls }) => urls))].sort(),
    related: distinct([
      ...finding.related,
      ...effects.flatMap((effect) => [...placesOf(effect), ...effect.related]),
    ]).filter(({ file }) => file !== finding.file),
  };
}

function placesOf({ file, range, urls }: ReportedFinding): readonly RelatedLocation[] {
  return urls.length === 0
    ? [{ file, range, url: null }]
    : urls.map((url) => ({ file, range, url }));
}

/** Each file and URL once: a cause knows some of its effects by itself. */
function distinct(places: readonly RelatedLocation[]): readonly RelatedLocation[] {
  const byKey = new Map<string, RelatedLocation>();
  for (const place of places) {
    const key = JSON.stringify([place.file, place.url]);
    if (!byKey.has(key)) byKey.set(key, place);
  }
  return [...byKey.values()];
}

/** From the worst to the least. */
const impacts: readonly Impact[] = ['build-error', 'not-found', 'silent', 'future'];

/** The worst of some impacts. */
function worstImpact(some: readonly Impact[]): Impact {
  return impacts.find((impact) => some.includes(impact)) ?? 'future';
}
