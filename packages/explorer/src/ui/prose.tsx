import { printable } from '@next-slots/core';

/** A message in which what stands between backticks is code. */
export function Prose({ text }: { readonly text: string }) {
  return (
    <>
      {printable(text)
        .split('`')
        .map((part, index) => (index % 2 === 1 ? <code key={index}>{part}</code> : part))}
    </>
  );
}
