import { render } from 'preact';
import type { PlaygroundExample } from './examples.js';
import { Playground, type ChangeListener } from './playground.js';

export type { ChangeListener, PlaygroundExample };
export { mountWalk, type MountedWalk, type WalkOptions } from './walk.js';

/** How the playground is put on a page. */
export interface PlaygroundOptions {
  /**
   * What it shows first: the fragment of a link, as {@link PlaygroundOptions.onChange} gave it, with an app
   * in it (`#tree=…`) or the name of an example (`#example=modal-stays`). Without either, the first example.
   */
  readonly fragment?: string;
  /** Hears of the link to what is shown, whenever that changes. */
  readonly onChange?: ChangeListener;
  /** Examples to choose from besides its own. */
  readonly examples?: readonly PlaygroundExample[];
}

/** A playground on a page. */
export interface MountedPlayground {
  /**
   * Shows something else: the user followed a link on the page, or went back. A fragment without an app or
   * example is about the app that is shown.
   */
  readonly show: (fragment: string) => void;
  readonly unmount: () => void;
}

/** Puts the playground into an element of a page. Its style sheet is `@next-slots/explorer/playground.css`. */
export function mountPlayground(
  element: Element,
  { fragment = '', onChange, examples = [] }: PlaygroundOptions = {},
): MountedPlayground {
  const show = (followed: string) => {
    render(
      <Playground link={{ fragment: followed }} onChange={onChange} examples={examples} />,
      element,
    );
  };
  show(fragment);
  return {
    show,
    unmount: () => {
      render(null, element);
    },
  };
}
