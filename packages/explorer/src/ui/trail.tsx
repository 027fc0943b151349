import { printable } from '@next-slots/core';

/** The URLs that were visited; each but the last can be gone back to. */
export function Trail({ steps, goBack }: TrailProps) {
  return (
    <nav class="trail" aria-label="Visited URLs">
      <ol>
        {steps.map((url, index) => (
          <li key={`${index} ${url}`}>
            {index < steps.length - 1 ? (
              <button
                type="button"
                class="url"
                title={`Go back to ${printable(url)}`}
                onClick={() => {
                  goBack(index);
                }}
              >
                {printable(url)}
              </button>
            ) : (
              <span class="url" aria-current="page">
                {printable(url)}
              </span>
            )}
          </li>
        ))}
      </ol>
      <p class="hint">
        {steps.length === 1
          ? 'Loaded afresh. Choose a URL to go there as a link does.'
          : 'Loaded afresh at the first URL, then by links.'}
      </p>
    </nav>
  );
}

interface TrailProps {
  readonly steps: readonly string[];
  readonly goBack: (step: number) => void;
}
