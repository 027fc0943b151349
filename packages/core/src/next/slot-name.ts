import type { Segment } from '../routes/route-tree.js';

/**
 * Names under which no layout receives its slot, with what happens instead. Seen with Next 16.4.6 on
 * both bundlers: Next makes the props `{ …slots, params }` and creates the element from them.
 */
const lostNames: ReadonlyMap<string, string> = new Map([
  ['params', 'the layout receives the route parameters under that name'],
  ['key', '`key` is reserved by React'],
  ['ref', 'React rejects a `ref` on a Server Component, and `next build` fails'],
  ['__proto__', 'the name is special in JavaScript, and `next build` fails'],
]);

/** What happens to a slot of that name; undefined where the layout receives it. */
export function whyNameIsLost(name: string): string | undefined {
  return lostNames.get(name);
}

/** Whether the build fails over a name that is lost. */
export function lostNameFailsBuild(name: string): boolean {
  return name === 'ref' || name === '__proto__';
}

/** Whether a layout can receive a slot under its name: not `@`, and none of the names that are lost. */
export function rendersUnderItsName({ name }: Segment): boolean {
  return name.value !== '' && !lostNames.has(name.value);
}

/**
 * Whether webpack builds can compile a slot of that name: Next writes it as an unquoted key of an
 * object literal, where it has to be an identifier or a plain number.
 * https://github.com/vercel/next.js/issues/56330
 */
export function compilesWithWebpack(name: string): boolean {
  return /^(?:[\p{ID_Start}$_][\p{ID_Continue}$\u200C\u200D]*|0|[1-9]\d*)$/u.test(name);
}

/**
 * Whether every object has a member of that name: where Next.js passes no such slot, the layout gets what
 * `Object.prototype` has. Seen on 16.4.6, `@constructor` at Next's own `/_not-found`.
 */
export function isInherited(name: string): boolean {
  return name in Object.prototype && name !== '__proto__';
}
