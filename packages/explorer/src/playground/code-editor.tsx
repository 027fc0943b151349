import jsTokens from 'js-tokens';
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';

/** A text that can be edited, with colours: they stand behind a text area of the same letters. */
export function CodeEditor({ label, value, language, onInput }: CodeEditorProps) {
  const colours = useRef<HTMLPreElement>(null);
  return (
    <div class="code-editor">
      <pre ref={colours} aria-hidden="true">
        {language === 'tree' ? colouredTree(value) : colouredCode(value)}
        {'\n'}
      </pre>
      <textarea
        aria-label={label}
        value={value}
        spellcheck={false}
        autocomplete="off"
        wrap="off"
        onInput={({ currentTarget }) => {
          onInput(currentTarget.value);
        }}
        onScroll={({ currentTarget: { scrollTop, scrollLeft } }) => {
          colours.current?.scrollTo(scrollLeft, scrollTop);
        }}
      />
    </div>
  );
}

interface CodeEditorProps {
  readonly label: string;
  readonly value: string;
  readonly language: 'tree' | 'code';
  readonly onInput: (value: string) => void;
}

const keyword =
  /^(?:as|async|await|const|default|else|export|extends|for|from|function|if|import|in|interface|let|new|null|of|return|type|typeof|undefined)$/u;

function colouredCode(text: string): ComponentChildren {
  return Array.from(jsTokens(text, { jsx: true }), ({ type, value }, index) => {
    const colour = /comment/iu.test(type)
      ? 'comment'
      : /string|template/iu.test(type) || type === 'JSXText'
        ? 'string'
        : type === 'NumericLiteral' || keyword.test(value)
          ? 'keyword'
          : type === 'JSXIdentifier'
            ? 'tag-name'
            : undefined;
    return colour === undefined ? (
      value
    ) : (
      <span key={index} class={colour}>
        {value}
      </span>
    );
  });
}

function colouredTree(text: string): ComponentChildren {
  return text
    .split(/(?<piece>\s#.*|@[^/\s]+|\(\.{1,3}\)|\[{1,2}[^\]]*\]{1,2})/u)
    .map((piece, index) => {
      if (index % 2 === 0) return piece;
      const colour = piece.startsWith('@')
        ? 'tag-name'
        : piece.startsWith('[')
          ? 'string'
          : piece.startsWith('(')
            ? 'keyword'
            : 'comment';
      return (
        <span key={index} class={colour}>
          {piece}
        </span>
      );
    });
}
