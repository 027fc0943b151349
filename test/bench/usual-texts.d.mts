/** A page of a hundred lines. */
export const page: string;
/** One in a slot: without metadata, with its data in `Suspense`. */
export const slotPage: string;
/** A layout of seventy. */
export const layout: string;
