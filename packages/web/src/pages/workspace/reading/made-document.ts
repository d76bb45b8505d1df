import type { PrintDocument } from "@rolewright/exporters/document";
import { createTranslator, type LanguageTag } from "@rolewright/locale";
import type { RoleModel } from "@rolewright/runtime";
import type { WantedView } from "./protocol.ts";

/** Makes the document of a role, which is in the reader's language. */
export async function makeDocument(
  { version, organisation }: WantedView & { readonly kind: "document" },
  role: RoleModel,
  tag: LanguageTag,
): Promise<PrintDocument> {
  const [{ roleDocument }, translator] = await Promise.all([
    import("@rolewright/exporters/document"),
    createTranslator(tag),
  ]);
  return roleDocument(role, { translator, version, ...(organisation === "" ? {} : { organisation }) });
}
