/** Folder of the built page. */
export const pageFolder: string;

/** Builds the page when it is missing or anything it is made of has changed. */
export function ensurePage(): Promise<void>;
