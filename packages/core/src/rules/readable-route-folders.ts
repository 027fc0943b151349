import type { App } from '../app.js';
import { matchesOf } from '../next/matches-of.js';
import { remembered } from '../remembered.js';
import type { RouteMatches } from '../next/route-matches.js';
import type { Segment } from '../routes/route-tree.js';
import { walkSegments } from '../routes/walk.js';
import { firstConventionFile, ownFile } from './engine/anchor.js';
import { defineCheck } from './engine/check.js';
import type { Impact } from './engine/finding.js';

/** A folder that cannot be read: nothing in it is known, so nothing in it is checked. */
export const readableRouteFolders = defineCheck({
  name: 'readable-route-folders',
  description: 'Require every folder of the app directory to be readable',
  presets: { recommended: 'error', strict: 'error' },
  messages: {
    unreadable: {
      message: 'The {{folder}} cannot be read ({{reason}}), so nothing in it is checked.',
      help: 'Grant read access to it, or remove it.',
    },
    circle: {
      message:
        'The {{folder}} links back to a folder above it ({{reason}}), so nothing in it is checked.',
      help: 'Remove the symbolic link.',
    },
    crowd: {
      message:
        'The {{folder}} is a symbolic link to too many files ({{reason}}), so nothing in it is checked.',
      help: 'Remove the symbolic link.',
    },
  },
  *run({ app, segment, isTarget }) {
    for (const folder of matchesOf(app).derive(unreadableFolders).get(segment) ?? []) {
      // An app directory that went away while an editor was open is no app any more.
      if (folder.path === '' && folder.error === 'ENOENT') continue;
      const file = ownFile(segment) ?? fileOfApp(app);
      if (!isTarget(file)) continue;
      yield {
        messageId: messageOf(folder),
        impact: impactOf(folder),
        file,
        data: {
          folder: folder.path === '' ? 'app directory' : `folder \`/${folder.path}\``,
          reason: folder.error ?? '',
        },
      };
    }
  },
});

function messageOf({ error }: Segment): 'circle' | 'crowd' | 'unreadable' {
  if (error === 'ELOOP') return 'circle';
  return error === 'EMLINK' ? 'crowd' : 'unreadable';
}

/**
 * Next.js reads the folders as well and fails over what it cannot read; a folder that went away meanwhile
 * it leaves out, and of those behind a link it leaves none (`next/dist/lib/recursive-readdir.js`).
 */
function impactOf({ error }: Segment): Impact {
  return error === 'ENOENT' || error === 'EMLINK' ? 'silent' : 'build-error';
}

/**
 * Where to report what no folder around it has a file for: the first file of the app. A folder that
 * cannot be listed may still let its files be opened by name, and an integration that goes from file to file
 * sees the finding only in one of them. Else the app directory stands for itself.
 */
function fileOfApp({ tree: { root, pageExtensions }, sources }: App): string {
  const first = firstConventionFile(root);
  if (first !== undefined || root.error === undefined) return first ?? '';
  const byName = pageExtensions.flatMap((extension) => [
    `layout.${extension}`,
    `page.${extension}`,
  ]);
  return byName.sort().find((file) => sources.text(file) !== undefined) ?? '';
}

/** The unreadable folders by where each is reported: the nearest folder with a file, else the app directory. */
function unreadableFolders({ tree }: RouteMatches): ReadonlyMap<Segment, readonly Segment[]> {
  const reported = new Map<Segment, Segment[]>();
  for (const { segment, ancestors } of walkSegments(tree)) {
    if (segment.error === undefined) continue;
    const around = ancestors.findLast((each) => ownFile(each) !== undefined) ?? tree.root;
    remembered(reported, around, (): Segment[] => []).push(segment);
  }
  return reported;
}
