const headerName = Buffer.from('content-length:', 'ascii');
const headerEnd = Buffer.from('\r\n\r\n', 'ascii');

/** Bytes without a header beyond this are none on its way. */
const longestHeader = 4096;

/** More than an editor ever sends at once; a length beyond it is a broken header. */
const longestBody = 512 * 1024 * 1024;

/** What a piece of the input turned out to be. */
export type Frame =
  | { readonly kind: 'message'; readonly message: unknown }
  | { readonly kind: 'garbage' };

/**
 * Cuts a byte stream into messages of the base protocol.
 *
 * Whatever is broken (a header without a number, a length that is wrong, a body that is no JSON, bytes
 * between two messages) costs that message alone: reading goes on at the next `Content-Length`.
 */
export class FrameScanner {
  #rest: Buffer = Buffer.alloc(0);
  /** What has arrived since, joined once it makes a difference. */
  #chunks: Buffer[] = [];
  #arrived = 0;
  /** How many bytes have to arrive before there is anything to look at. */
  #awaited = 0;

  /** Takes what arrived and gives every frame that is complete. */
  *push(chunk: Buffer): Generator<Frame> {
    this.#chunks.push(chunk);
    this.#arrived += chunk.length;
    if (this.#arrived < this.#awaited) return;
    this.#rest = Buffer.concat([this.#rest, ...this.#chunks]);
    this.#chunks = [];
    this.#arrived = 0;
    this.#awaited = 0;
    yield* this.#frames();
  }

  *#frames(): Generator<Frame> {
    for (;;) {
      const start = indexOfHeader(this.#rest, 0);
      if (start < 0) {
        // Other headers, or the beginning of this one, may stand there already.
        if (this.#rest.length < longestHeader && !this.#rest.includes(headerEnd)) return;
        yield { kind: 'garbage' };
        this.#rest = this.#rest.subarray(this.#rest.length - headerName.length + 1);
        return;
      }
      const lineStart = this.#rest.lastIndexOf('\n', start) + 1;
      const before = this.#rest.subarray(0, lineStart).toString('latin1');
      if (!/^(?:[\w-]+:[^\n]*\n|\s)*$/u.test(before)) yield { kind: 'garbage' };

      const end = this.#rest.indexOf(headerEnd, start);
      const header = this.#rest.subarray(start, end < 0 ? undefined : end);
      const again = indexOfHeader(header, headerName.length);
      if (again >= 0) {
        yield { kind: 'garbage' };
        this.#rest = this.#rest.subarray(start + again);
        continue;
      }
      if (end < 0) {
        this.#rest = this.#rest.subarray(start);
        if (this.#rest.length < longestHeader) return;
        yield { kind: 'garbage' };
        this.#rest = this.#rest.subarray(headerName.length);
        continue;
      }
      const length = bodyLength(header);
      const body = end + headerEnd.length;
      if (length === undefined) {
        yield { kind: 'garbage' };
        this.#rest = this.#rest.subarray(body);
        continue;
      }
      if (this.#rest.length < body + length) {
        this.#awaited = body + length - this.#rest.length;
        this.#rest = this.#rest.subarray(start);
        return;
      }
      yield* this.#read(body, length);
    }
  }

  *#read(body: number, length: number): Generator<Frame> {
    const text = this.#rest.subarray(body, body + length).toString('utf8');
    let message: unknown;
    try {
      message = JSON.parse(text);
    } catch {
      // A length that was too long has swallowed the header of the next message.
      const swallowed = indexOfHeader(this.#rest, body);
      const inside = swallowed >= 0 && swallowed < body + length;
      this.#rest = this.#rest.subarray(inside ? swallowed : body + length);
      yield { kind: 'garbage' };
      return;
    }
    this.#rest = this.#rest.subarray(body + length);
    yield { kind: 'message', message };
  }
}

/** Header names are written in any letter case. */
function indexOfHeader(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(':', from + headerName.length - 1); at >= 0;) {
    const start = at + 1 - headerName.length;
    if (
      bytes
        .subarray(start, at + 1)
        .toString('latin1')
        .toLowerCase() === 'content-length:'
    ) {
      return start;
    }
    at = bytes.indexOf(':', at + 1);
  }
  return -1;
}

function bodyLength(header: Buffer): number | undefined {
  const digits = /^content-length:[ \t]*(?<length>\d{1,15})[ \t]*(?:\r\n|$)/iu.exec(
    header.toString('latin1'),
  )?.groups?.['length'];
  const length = digits === undefined ? Number.NaN : Number.parseInt(digits, 10);
  return length <= longestBody ? length : undefined;
}
