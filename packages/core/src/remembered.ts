/** What {@link remembered} needs of a Map or WeakMap. */
interface Memory<Key, Value> {
  get(key: Key): Value | undefined;
  has(key: Key): boolean;
  set(key: Key, value: Value): unknown;
}

/** The value that a map has for a key: made and put there when first asked for. */
export function remembered<Key, Value>(
  memory: Memory<Key, Value>,
  key: Key,
  make: () => Value,
): Value {
  let value = memory.get(key);
  if (value === undefined && !memory.has(key)) memory.set(key, (value = make()));
  return value as Value;
}
