import { conventionFiles } from '../routes/convention-files.js';
import type { App } from '../app.js';
import { matchesOf } from '../next/matches-of.js';
import type { RouteMatches } from '../next/route-matches.js';
import type { Segment } from '../routes/route-tree.js';
import { filePath, walkSegments } from '../routes/walk.js';
import { firstConventionFile } from './engine/anchor.js';
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
  *run({ app, segment, ancestors, isTarget }) {
    const isRoot = ancestors.length === 0;
    for (const path of matchesOf(app).derive(unreadableFolders).get(segment) ?? []) {
      const folder = path.at(-1) ?? segment;
      // An app directory that went away while an editor was open is no app any more.
      if (folder.path === '' && folder.error === 'ENOENT') continue;
      // Reported by the nearest folder around it that has a file to report at.
      if (path.slice(0, -1).some(ownFile)) continue;
      const file = ownFile(segment) ?? (isRoot ? fileOfApp(app) : undefined);
      if (file === undefined || !isTarget(file)) continue;
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

/** The layout or page of a folder, else its first convention file. */
function ownFile(segment: Segment): string | undefined {
  const convention = conventionFiles.find((each) => segment.files[each] !== undefined);
  return convention && filePath(segment, convention);
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

/** The folders from below a segment down to an unreadable one; empty for the segment itself. */
type FolderPath = readonly Segment[];

/** The ways to the unreadable folders, by the segment that they lie below or that is one. */
function unreadableFolders({ tree }: RouteMatches): ReadonlyMap<Segment, readonly FolderPath[]> {
  const paths = new Map<Segment, FolderPath[]>();
  for (const { segment, ancestors } of walkSegments(tree)) {
    if (segment.error === undefined) continue;
    const way = [...ancestors, segment];
    way.forEach((above, index) => {
      paths.set(above, [...(paths.get(above) ?? []), way.slice(index + 1)]);
    });
  }
  return paths;
}
