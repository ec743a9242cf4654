/** Nothing: each time is recorded, whatever was before. */
export type SignOut = null;
