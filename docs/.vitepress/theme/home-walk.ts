/** One step of the walk on the home page. */
export interface WalkStep {
  readonly name: string;
  readonly caption: string;
  /** What the explorer shows. */
  readonly fragment: string;
}

/** A photo feed with a modal, as the Next.js docs build it. */
export const walkFiles = {
  'app/layout.tsx': '',
  'app/page.tsx': '',
  'app/about/page.tsx': '',
  'app/feed/page.tsx': '',
  'app/photo/[id]/page.tsx': '',
  'app/@modal/default.tsx': '',
  'app/@modal/(.)photo/[id]/page.tsx': '',
} as const;

/** The modal that stays open: a common bug, in four steps. */
export const steps: readonly [WalkStep, ...WalkStep[]] = [
  {
    name: 'Load /feed',
    caption: 'The feed is in children. The slot @modal has no page here and shows its default.',
    fragment: '#url=/feed',
  },
  {
    name: 'Open a photo',
    caption: 'An intercepting route opens the photo in @modal. The feed is kept behind it.',
    fragment: '#url=/photo/7&from=/feed',
  },
  {
    name: 'Go to /about',
    caption: 'The page changes, but the modal stays open: next-slots reports it, with the fix.',
    fragment: '#url=/about&from=/feed,/photo/7',
  },
  {
    name: 'Reload',
    caption: 'A reload shows something else than the navigation did: the modal is gone.',
    fragment: '#url=/about&from=/feed,/photo/7&reload=1',
  },
];
