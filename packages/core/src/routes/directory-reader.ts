/** One entry of a folder, symbolic links already followed. */
export interface DirectoryEntry {
  readonly name: string;
  /** `broken` is a symbolic link that leads nowhere; `other` a FIFO, socket or device. */
  readonly kind: 'file' | 'directory' | 'broken' | 'other';
}

/** What a folder holds, or why it could not be read. */
export interface DirectoryListing {
  readonly entries: readonly DirectoryEntry[];
  /** The reason in the system's words (`EACCES`), where the folder could not be read. */
  readonly error?: string;
}

/**
 * Where a RouteTree gets its folders from: the disk, an editor's file system, or a list in a test.
 *
 * A reader that hands out the *same* listing object for an unchanged folder lets the tree keep its
 * segments, and everything computed from them.
 */
export interface DirectoryReader {
  /**
   * Lists a folder.
   *
   * @param path - Relative to the app directory, `/` between folders, `''` for itself.
   */
  read(path: string): DirectoryListing;
}
