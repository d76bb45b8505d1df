import type { PrintDocument } from "@rolewright/exporters/document";
import { createTranslator, type LanguageTag } from "@rolewright/locale";
import type { RoleModel } from "@rolewright/runtime";
import type { WantedView } from "./protocol.ts";

const documents = () => import("@rolewright/exporters/document");

/** Has the code load before the first document is asked for. */
export function readyDocuments(): void {
  // What cannot be loaded is found out again by who asks.
  documents().catch(() => undefined);
}

/** Makes the document of a role, which is in the reader's language. */
export async function makeDocument(
  { version, organisation }: WantedView & { readonly kind: "document" },
  role: RoleModel,
  tag: LanguageTag,
): Promise<PrintDocument> {
  const [{ roleDocument }, translator] = await Promise.all([documents(), createTranslator(tag)]);
  return roleDocument(role, { translator, version, ...(organisation === "" ? {} : { organisation }) });
}
