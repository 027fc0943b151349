/** Messages in pieces: none is lost, and bytes are joined as often as it makes a difference. */
import { expect, test, vi } from 'vitest';
import { FrameScanner } from '../../packages/language-server/src/connection/frame-scanner.js';

function framesOf(bytes: Buffer, size: number) {
  const scanner = new FrameScanner();
  const frames = [];
  for (let at = 0; at < bytes.length; at += size) {
    frames.push(...scanner.push(bytes.subarray(at, at + size)));
  }
  return frames;
}

function messageOf(body: unknown): Buffer {
  const text = Buffer.from(JSON.stringify(body));
  return Buffer.concat([Buffer.from(`Content-Length: ${text.length}\r\n\r\n`), text]);
}

test.each([1, 2, 7, 64, 100_000])('pieces of %i bytes give the same messages', (size) => {
  const all = [{ a: 1 }, { text: 'é'.repeat(100) }, [], { b: 'c' }];
  const bytes = Buffer.concat(all.map(messageOf));
  expect(framesOf(bytes, size)).toEqual(all.map((message) => ({ kind: 'message', message })));
});

test('a long message is joined twice, however many pieces it comes in', () => {
  const concat = vi.spyOn(Buffer, 'concat');
  expect(framesOf(messageOf({ text: 'a'.repeat(1_000_000) }), 1000)).toHaveLength(1);
  // Once here, once for the header, once for the body.
  expect(concat.mock.calls.length).toBeLessThanOrEqual(3);
  concat.mockRestore();
});

test('a header without end is garbage, and what comes after it is read', () => {
  const endless = Buffer.from(`Content-Length: ${'0'.repeat(10_000)}`);
  const frames = framesOf(Buffer.concat([endless, messageOf({ a: 1 })]), 500);
  expect(frames.at(-1)).toEqual({ kind: 'message', message: { a: 1 } });
  expect(frames.slice(0, -1).every(({ kind }) => kind === 'garbage')).toBe(true);
});
