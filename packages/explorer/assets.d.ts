/** The interface as one script, in text: a page holds it inline, or a server sends it. */
export const script: string;
/** Its style sheet. */
export const style: string;
/** How a content security policy names the script and the style sheet: `sha256-…`. */
export const scriptHash: string;
export const styleHash: string;
