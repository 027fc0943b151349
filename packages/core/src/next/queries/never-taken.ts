import type { App } from '../../app.js';
import { matchesOf } from '../matches-of.js';
import type { InterceptingRoute } from '../route-matches.js';
import { isCatchAll, isOpen, parseUrl, parseUrlPart } from '../url/url-part.js';

/** Why no soft navigation is ever intercepted by a route. */
export type NeverTaken = 'export' | 'i18n' | 'marked-catch-all' | 'static-target';

/** Why Next.js never shows an intercepting route; undefined where it does. */
export function whyNeverTaken(
  app: Pick<App, 'tree' | 'next'>,
  route: InterceptingRoute,
): NeverTaken | undefined {
  const { output, i18n } = app.next;
  const { semantics } = matchesOf(app);
  if (output === 'export') return 'export';
  if (i18n === true && semantics.interceptionUnderI18n === 'never-taken') return 'i18n';
  const isMarkedCatchAll = isCatchAll(parseUrlPart(route.segment.name.value));
  if (isMarkedCatchAll && semantics.interceptionByCatchAll === 'server-error') {
    return 'marked-catch-all';
  }
  return isOfStaticUrl(route) ? 'static-target' : undefined;
}

/** Whether a route below a dynamic segment intercepts a URL without one, which has no parameters to give. */
export function isOfStaticUrl({ from, target }: InterceptingRoute): boolean {
  return target !== null && isDynamicRoute(from) && !isDynamicRoute(target);
}

function isDynamicRoute(route: string): boolean {
  return parseUrl(route).some(isOpen);
}
