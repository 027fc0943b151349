/** What a key has in a YAML file: a text, further keys, or something that is not read here. */
type YamlValue = string | YamlMapping | undefined;

interface YamlMapping {
  readonly [key: string]: YamlValue;
}

/** The texts that aliases stand for. */
type Anchors = Map<string, string>;

/**
 * Reads nested keys and short texts off a YAML file, which is all that a catalog of versions holds. What
 * else YAML has, lists, texts of several lines, merged keys, gives nothing, and never a wrong text. A
 * whole YAML parser would make the ESLint plugin larger by a fifth.
 */
export function readYamlMappings(text: string): YamlMapping {
  const lines = text.split(/\r?\n/u).filter((line) => !/^\s*(?:#|$)/u.test(line));
  return readEntries(partsOf(lines), new Map(), 1);
}

/**
 * A catalog has three levels. Whoever wrote more than this wants to keep the reader busy: it goes through
 * every line once for each level above.
 */
const deepest = 10;

/** One line of a block and what is indented below it. */
interface Part {
  readonly line: string;
  readonly below: string[];
}

function partsOf(lines: readonly string[]): readonly Part[] {
  const parts: Part[] = [];
  const indentOf = (line: string) => line.search(/\S/u);
  for (const line of lines) {
    const last = parts.at(-1);
    if (last && indentOf(line) > indentOf(last.line)) last.below.push(line);
    else parts.push({ line, below: [] });
  }
  return parts;
}

function readEntries(parts: readonly Part[], anchors: Anchors, level: number): YamlMapping {
  const values = new Map<string, YamlValue>();
  for (const { line, below } of parts) {
    const entry = entryIn(line);
    const key = entry && textOf(entry.key, anchors);
    if (entry && key !== undefined) values.set(key, readValue(entry, below, anchors, level));
  }
  return Object.fromEntries(values);
}

interface Entry {
  readonly key: string;
  readonly anchor?: string | undefined;
  readonly value: string;
}

/** The parts of `key: &anchor value # comment`, with the key in quotes or without. */
function entryIn(line: string): Entry | undefined {
  const code = line.replace(/^ +/u, '');
  const key = /^(?:"[^"\\]*"|'(?:[^']|'')*'|[\w@./][^#:]*)/u.exec(code)?.[0];
  if (key === undefined) return undefined;
  const rest = code.slice(key.length).trimStart();
  if (!/^:(?:\s|$)/u.test(rest)) return undefined;
  const comment = rest.search(/\s#/u);
  const written = rest.slice(1, comment < 0 ? undefined : comment).trim();
  const groups = /^(?:&(?<anchor>\S+)\s*)?(?<value>.*)$/u.exec(written)?.groups;
  return { key: key.trimEnd(), anchor: groups?.['anchor'], value: groups?.['value'] ?? '' };
}

function readValue(
  { anchor, value }: Entry,
  below: readonly string[],
  anchors: Anchors,
  level: number,
): YamlValue {
  if (value === '') {
    return level < deepest ? readEntries(partsOf(below), anchors, level + 1) : undefined;
  }
  // What stands below a text is the rest of it.
  if (below.length > 0) return undefined;
  const inBraces = /^\{(?<entries>[^{}[\]]*)\}$/u.exec(value)?.groups?.['entries'];
  if (inBraces !== undefined) {
    const parts = inBraces.split(',').map((line): Part => ({ line: line.trim(), below: [] }));
    return readEntries(parts, anchors, level + 1);
  }
  const text = textOf(value, anchors);
  if (anchor !== undefined && text !== undefined) anchors.set(anchor, text);
  return text;
}

/** A text in quotes or without, or the one that an alias stands for; undefined for anything else. */
function textOf(written: string, anchors: Anchors): string | undefined {
  if (/^'(?:[^']|'')*'$/u.test(written)) return written.slice(1, -1).replaceAll("''", "'");
  if (/^"[^"\\]*"$/u.test(written)) return written.slice(1, -1);
  if (written.startsWith('*')) return anchors.get(written.slice(1));
  // `>=14` is a folded text to YAML, and pnpm writes it in quotes.
  return /^[^\s"'&*!|>%@`{}[\],?:#-]/u.test(written) ? written : undefined;
}
