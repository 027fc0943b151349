import type ts from 'typescript';

/**
 * Copies a language service, so that methods can be replaced without touching the given one, be it an
 * object, a copy that another plugin made, or a proxy. Each method still runs on the service it
 * belongs to.
 */
export function copyService(service: ts.LanguageService): ts.LanguageService {
  const copy = { ...service };
  for (const key of Object.keys(service)) {
    const method: unknown = Reflect.get(service, key);
    if (typeof method !== 'function') continue;
    const passOn = (...args: readonly unknown[]): unknown => Reflect.apply(method, service, args);
    Reflect.set(copy, key, passOn);
  }
  return copy;
}
