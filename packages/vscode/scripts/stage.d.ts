/** Lays the extension out in a folder, which is emptied first. */
export function stage(folder: string, options?: { readonly small?: boolean }): Promise<void>;
