import { render } from 'preact';
import { Playground } from './playground.js';

/** How the playground is put on a page. */
export interface PlaygroundOptions {
  /**
   * What it shows first, as {@link PlaygroundOptions.onChange} gave it: the fragment of a link. Empty, or
   * `#example=require-slot-default`, for an example.
   */
  readonly fragment?: string;
  /** Hears of the fragment of the link to what is shown, whenever that changes. */
  readonly onChange?: (fragment: string) => void;
}

/** A playground on a page. */
export interface MountedPlayground {
  /** Shows something else: the user followed a link on the page, or went back. */
  readonly show: (fragment: string) => void;
  readonly unmount: () => void;
}

/** Puts the playground into an element of a page. Its style sheet is `@next-slots/explorer/playground.css`. */
export function mountPlayground(
  element: Element,
  { fragment = '', onChange }: PlaygroundOptions = {},
): MountedPlayground {
  const show = (shown: string) => {
    render(<Playground key={shown} fragment={shown} onChange={onChange} />, element);
  };
  show(fragment);
  return {
    show,
    unmount: () => {
      render(null, element);
    },
  };
}
