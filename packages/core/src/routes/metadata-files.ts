/** A file of which Next.js makes a route: `sitemap.ts`, `icon.png`. */
export interface MetadataFile {
  /** The file's name. */
  readonly name: string;
  /** The last part of its URL: `sitemap.xml`. */
  readonly part: string;
  /** Whether it is code, which can have a route for each of many images or sitemaps. */
  readonly isCode: boolean;
  /**
   * Whether its URL ends in a hash where the file lies in a slot or a route group, so that it has no
   * other route's URL there.
   */
  readonly isHashed: boolean;
}

/** The image types of each convention; a digit may follow the name: `icon1.png`. */
const images: Readonly<Record<string, readonly string[]>> = {
  icon: ['ico', 'jpg', 'jpeg', 'png', 'svg'],
  'apple-icon': ['jpg', 'jpeg', 'png'],
  'opengraph-image': ['jpg', 'jpeg', 'png', 'gif'],
  'twitter-image': ['jpg', 'jpeg', 'png', 'gif'],
};

const stems =
  /^(?:sitemap|robots|manifest|favicon|(?:apple-)?icon\d?|(?:opengraph|twitter)-image\d?)$/u;

/**
 * Reads a file name as a metadata file.
 *
 * Source: `is-metadata-route.js` and `get-metadata-route.js` of Next.js 16.4.6;
 * https://nextjs.org/docs/app/api-reference/file-conventions/metadata
 *
 * @param isRoot - Whether the file lies in the app directory itself, where alone some are looked for.
 */
export function readMetadataFile(
  name: string,
  pageExtensions: readonly string[],
  isRoot: boolean,
): MetadataFile | undefined {
  const dot = name.indexOf('.');
  const stem = name.slice(0, dot);
  if (dot <= 0 || !stems.test(stem)) return undefined;
  const extension = name.slice(dot + 1);
  const isCode = pageExtensions.includes(extension);
  const part = partOf(stem, extension, isCode, isRoot);
  return part === undefined ? undefined : { name, part, isCode, isHashed: stem !== 'sitemap' };
}

function partOf(
  stem: string,
  extension: string,
  isCode: boolean,
  isRoot: boolean,
): string | undefined {
  switch (stem) {
    case 'sitemap':
      return isCode || extension === 'xml' ? 'sitemap.xml' : undefined;
    case 'robots':
      return isRoot && (isCode || extension === 'txt') ? 'robots.txt' : undefined;
    case 'manifest':
      if (!isRoot) return undefined;
      if (isCode) return 'manifest.webmanifest';
      return extension === 'webmanifest' || extension === 'json'
        ? `manifest.${extension}`
        : undefined;
    case 'favicon':
      return isRoot && extension === 'ico' ? 'favicon.ico' : undefined;
    default: {
      if (isCode) return stem;
      const types = images[stem.replace(/\d$/u, '')];
      return types?.includes(extension) === true ? `${stem}.${extension}` : undefined;
    }
  }
}

/**
 * The last part of the URL of a metadata file: in a slot or a route group it ends in a hash of the folder,
 * `icon-1o2k3j`.
 *
 * @param folder - The folder's path relative to the app directory.
 */
export function metadataPart({ part, isHashed }: MetadataFile, folder: string): string {
  if (!isHashed || !folder.split('/').some(isTransparentName)) return part;
  const dot = part.indexOf('.');
  const end = dot < 0 ? part.length : dot;
  const hash = hashOf(`/${folder.replaceAll('%5F', '_')}`);
  return `${part.slice(0, end)}-${hash}${part.slice(end)}`;
}

function isTransparentName(folder: string): boolean {
  const isSlot = folder.startsWith('@') && folder !== '@children';
  return isSlot || (folder.startsWith('(') && folder.endsWith(')'));
}

/** The first six digits of a DJB2 hash, as Next.js prints it. */
function hashOf(text: string): string {
  let hash = 5381;
  for (let index = 0; index < text.length; index += 1) {
    hash = (Math.imul(hash, 33) + text.charCodeAt(index)) | 0;
  }
  return (hash >>> 0).toString(36).slice(0, 6);
}
