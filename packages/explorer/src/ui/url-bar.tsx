import { printable, type RouteMatches } from '@next-slots/core';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { suggestUrls } from '../model/suggest-urls.js';

/** Takes routes and concrete URLs, and completes them. Enter goes there as a link does. */
export function UrlBar({ url, matches, go, load }: UrlBarProps) {
  const [typed, setTyped] = useState(url);
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const list = useId();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    setTyped(url);
  }, [url]);
  const suggestions = isOpen ? suggestUrls(matches, typed === url ? '' : typed) : [];
  const choose = (chosen: string, act: (url: string) => void) => {
    const wanted = chosen.trim();
    setOpen(false);
    setActive(-1);
    if (wanted === '') return;
    setTyped(wanted);
    act(wanted.startsWith('/') || wanted.includes('://') ? wanted : `/${wanted}`);
  };
  return (
    <form
      class="url-bar"
      onSubmit={(event) => {
        event.preventDefault();
        choose(suggestions[active] ?? typed, go);
      }}
    >
      <input
        ref={input}
        class="url"
        role="combobox"
        aria-label="URL"
        aria-autocomplete="list"
        aria-controls={list}
        aria-expanded={suggestions.length > 0}
        {...(active >= 0 && { 'aria-activedescendant': `${list}-${active}` })}
        autocomplete="off"
        spellcheck={false}
        value={typed}
        onFocus={() => {
          input.current?.select();
        }}
        onInput={({ currentTarget }) => {
          setTyped(currentTarget.value);
          setOpen(true);
          setActive(-1);
        }}
        onBlur={() => {
          setOpen(false);
        }}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
            event.preventDefault();
            if (!isOpen) {
              setOpen(true);
              return;
            }
            const step = event.key === 'ArrowDown' ? 1 : -1;
            const count = suggestions.length + 1;
            setActive(((active + 1 + step + count) % count) - 1);
          } else if (event.key === 'Escape') {
            setOpen(false);
            setTyped(url);
          } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
            event.preventDefault();
            choose(suggestions[active] ?? typed, load);
          }
        }}
      />
      <ul id={list} role="listbox" aria-label="Suggestions" hidden={suggestions.length === 0}>
        {suggestions.map((suggestion, index) => (
          <li
            key={suggestion}
            id={`${list}-${index}`}
            role="option"
            aria-selected={index === active}
            // Before the input loses the focus, which closes the list.
            onMouseDown={(event) => {
              event.preventDefault();
              choose(suggestion, go);
            }}
          >
            {printable(suggestion)}
          </li>
        ))}
      </ul>
      <button type="submit" title="Go there as a link does (Ctrl+Enter loads it afresh)">
        Go
      </button>
    </form>
  );
}

interface UrlBarProps {
  readonly url: string;
  readonly matches: RouteMatches;
  /** Goes to a URL as a link does. */
  readonly go: (url: string) => void;
  /** Loads a URL afresh. */
  readonly load: (url: string) => void;
}
