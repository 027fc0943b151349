/** A page of a hundred lines. */
export const page: string;
/** A layout of seventy. */
export const layout: string;
