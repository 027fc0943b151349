import { applyTextEdits, combineEdits, type Edit, type TextEdit } from '@next-slots/core';
import { describe, expect, test } from 'vitest';

const edit = (start: number, end: number, text: string): TextEdit => ({
  range: { start, end },
  text,
});

describe('applyTextEdits', () => {
  test('applies edits in whatever order they come', () => {
    const edits = [edit(6, 7, 'Z'), edit(0, 1, 'A'), edit(3, 3, '+')];
    expect(applyTextEdits('abcdefg', edits)).toBe('Abc+defZ');
    expect(applyTextEdits('abcdefg', edits.toReversed())).toBe('Abc+defZ');
  });

  test('allows an insertion before and after a replacement', () => {
    expect(applyTextEdits('abc', [edit(1, 2, 'B'), edit(2, 2, '>'), edit(1, 1, '<')])).toBe(
      'a<B>c',
    );
  });

  test.each([
    ['overlap', [edit(0, 2, ''), edit(1, 3, '')]],
    ['enclose', [edit(0, 3, ''), edit(1, 1, 'x')]],
    ['insert at one place', [edit(1, 1, 'x'), edit(1, 1, 'y')]],
    ['reach beyond the text', [edit(2, 4, '')]],
    ['end before they start', [edit(2, 1, '')]],
  ])('refuses edits that %s', (_name, edits) => {
    expect(() => applyTextEdits('abc', edits)).toThrow(RangeError);
  });

  test.each([
    ['a\r\nb\r\n', 'a\r\nx\r\ny\r\nb\r\n'],
    ['a\n b\n', 'a\nx\ny\n b\n'],
    ['ab', 'ax\r\ny\nb'],
  ])('writes new lines as %j does', (text, expected) => {
    const at = text.indexOf('\n') + 1 || 1;
    const added = text.includes('\n') ? 'x\r\ny\n' : 'x\r\ny\n';
    expect(applyTextEdits(text, [edit(at, at, added)])).toBe(expected);
  });
});

describe('combineEdits', () => {
  const replace = (file: string, start: number, end: number, text: string): Edit => ({
    kind: 'replaceText',
    file,
    range: { start, end },
    text,
  });
  const create = (file: string, text: string): Edit => ({ kind: 'createFile', file, text });

  test('takes a group whole or not at all', () => {
    const combined = combineEdits([
      [replace('a', 0, 2, 'x')],
      [replace('b', 0, 1, 'y'), replace('a', 1, 3, 'z')],
      [replace('a', 4, 4, 'w')],
    ]);
    expect(combined.postponed).toBe(1);
    expect([...combined.replace.keys()]).toEqual(['a']);
    expect(combined.replace.get('a')).toHaveLength(2);
  });

  test('asks once for what two groups ask alike', () => {
    const group = [create('d', 'text'), replace('a', 1, 1, 'x')];
    const { create: created, replace: replaced, postponed } = combineEdits([group, group]);
    expect({ created: created.length, edits: replaced.get('a')?.length, postponed }).toEqual({
      created: 1,
      edits: 1,
      postponed: 0,
    });
  });

  test('lets the second text for one new file wait', () => {
    const { create: created, postponed } = combineEdits([[create('d', '1')], [create('d', '2')]]);
    expect({ created, postponed }).toEqual({ created: [create('d', '1')], postponed: 1 });
  });
});
