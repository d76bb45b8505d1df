/** What `x-extends` says: an `$id`, with or without a version. */
export interface Reference {
  readonly id: string;
  readonly version?: number;
}

/** `…/roles/supervisor@2` → its id and version. */
export function parseReference(text: string): Reference {
  const [, id = text, version] = /^(.*?)(?:@(\d+))?$/.exec(text) ?? [];
  return version === undefined ? { id } : { id, version: Number(version) };
}

/** The text of a reference. */
export function referenceText({ id, version }: Reference): string {
  return version === undefined ? id : `${id}@${version}`;
}
