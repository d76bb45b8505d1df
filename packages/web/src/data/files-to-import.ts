/** Files dropped elsewhere, on their way to the page that imports them. */
let waiting: readonly File[] = [];

/** Leaves files for the import page; those left before are forgotten. */
export function leaveFilesToImport(files: readonly File[]): void {
  waiting = files;
}

/** The files that were left, once. */
export function takeFilesToImport(): readonly File[] {
  const files = waiting;
  waiting = [];
  return files;
}
