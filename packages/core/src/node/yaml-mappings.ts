/** Keys and what they have. */
export type YamlMapping = ReadonlyMap<string, YamlValue>;

/** What a key has in a YAML file: a text, further keys, or something that is not read here. */
export type YamlValue = string | ReadonlyMap<string, YamlValue> | undefined;

/**
 * Reads nested keys and short texts off a YAML file, which is all that a catalog of versions holds. What
 * else YAML has, lists, texts of several lines, merged keys, gives nothing, and never a wrong text. A
 * whole YAML parser would make the ESLint plugin larger by a fifth.
 */
export function readYamlMappings(text: string): YamlMapping {
  const root = new Map<string, YamlValue>();
  const anchors = new Map<string, string>();
  const open: Open[] = [{ indent: 0, keys: root }];
  /** Where the next line belongs if it lies deeper. */
  let last: { readonly indent: number; readonly keys: Keys; readonly key: string } | undefined;
  for (const line of text.split(/\r?\n/u)) {
    if (/^\s*(?:#|$)/u.test(line)) continue;
    const entry = entryIn(line);
    const indent = line.search(/\S/u);
    const deeper = last !== undefined && indent > last.indent;
    if (!entry) {
      // A list, or the rest of a text that goes on over several lines.
      if (last && deeper) last.keys.set(last.key, undefined);
      continue;
    }
    if (last && deeper && indent > (open.at(-1)?.indent ?? 0)) {
      // What stands below a text is the rest of it.
      if (last.keys.get(last.key) !== empty) {
        last.keys.set(last.key, undefined);
        continue;
      }
      const keys = new Map<string, YamlValue>();
      last.keys.set(last.key, keys);
      open.push({ indent, keys });
    }
    while (open.length > 1 && (open.at(-1)?.indent ?? 0) > indent) open.pop();
    const keys = open.at(-1)?.keys ?? root;
    const key = textOf(entry.key, anchors);
    if (typeof key !== 'string') continue;
    keys.set(key, valueOf(entry.value, anchors));
    last = { indent, keys, key };
  }
  return root;
}

type Keys = Map<string, YamlValue>;

/** A mapping whose end has not come yet, and how far its keys are indented. */
interface Open {
  readonly indent: number;
  readonly keys: Keys;
}

const empty: YamlMapping = new Map();

interface Entry {
  readonly key: string;
  readonly value: string;
}

/** The parts of `key: value # comment`, with the key in quotes or without. */
function entryIn(line: string): Entry | undefined {
  const code = line.replace(/^ +/u, '');
  const key = /^(?:"[^"\\]*"|'(?:[^']|'')*'|[\w@./][^#:]*)/u.exec(code)?.[0];
  if (key === undefined) return undefined;
  const rest = code.slice(key.length).trimStart();
  if (!/^:(?:\s|$)/u.test(rest)) return undefined;
  const comment = rest.search(/\s#/u);
  const value = rest.slice(1, comment < 0 ? undefined : comment);
  return { key: key.trimEnd(), value: value.trim() };
}

function valueOf(written: string, anchors: Map<string, string>): YamlValue {
  const { anchor, value = '' } =
    /^(?:&(?<anchor>\S+)\s*)?(?<value>.*)$/u.exec(written)?.groups ?? {};
  if (value === '' || value.startsWith('#')) return empty;
  const inBraces = /^\{(?<entries>[^{}[\]]*)\}$/u.exec(value)?.groups?.['entries'];
  if (inBraces !== undefined) return entriesInBraces(inBraces, anchors);
  const text = textOf(value, anchors);
  if (anchor !== undefined && text !== undefined) anchors.set(anchor, text);
  return text;
}

function entriesInBraces(entries: string, anchors: Map<string, string>): YamlMapping {
  const keys = new Map<string, YamlValue>();
  for (const each of entries.split(',')) {
    const entry = entryIn(each.trim());
    const key = entry && textOf(entry.key, anchors);
    if (entry && key !== undefined) keys.set(key, valueOf(entry.value, anchors));
  }
  return keys;
}

/** A text in quotes or without, or the one that an alias stands for; undefined for anything else. */
function textOf(written: string, anchors: ReadonlyMap<string, string>): string | undefined {
  if (/^'(?:[^']|'')*'$/u.test(written)) return written.slice(1, -1).replaceAll("''", "'");
  if (/^"[^"\\]*"$/u.test(written)) return written.slice(1, -1);
  if (written.startsWith('*')) return anchors.get(written.slice(1));
  // `>=14` is a folded text to YAML, and pnpm writes it in quotes.
  return /^[^\s"'&*!|>%@`{}[\],?:#-]/u.test(written) ? written : undefined;
}
