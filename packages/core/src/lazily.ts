/** An object whose parts are computed whenever they are read. */
export function lazily<Whole extends object>(read: {
  readonly [Key in keyof Whole]-?: () => Whole[Key];
}): Whole {
  const whole = {};
  for (const key in read) Object.defineProperty(whole, key, { get: read[key], enumerable: true });
  return whole as Whole;
}
