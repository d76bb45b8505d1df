import type { Translator } from "@rolewright/locale";

/** Who signs a sheet; a slot without a name is left open for a pen. */
export interface Signer {
  readonly name: string;
  /** Calendar day, ISO. */
  readonly date?: string;
}

/** Who signed a record that is kept, with what ties the name to it. */
export interface RecordSigner extends Signer {
  /** SHA-256, hex, of what was signed. */
  readonly fingerprint?: string;
  readonly note?: string;
}

/** What both kinds of document take. */
export interface DocumentOptions {
  /** Gives the language of the document. */
  readonly translator: Translator;
  /** Published version of the template; null for a draft. */
  readonly version: number | null;
  /** SHA-256 of the template's text, in hex; empty leaves the fingerprint out. */
  readonly sha256?: string;
  /** Name of the organisation, in the running header. */
  readonly organisation?: string;
}
