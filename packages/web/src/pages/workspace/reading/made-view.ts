import type { LanguageTag } from "@rolewright/locale";
import { checklist, type JsonObject, type RoleModel, workingDays } from "@rolewright/runtime";
import { jsonParts } from "./json-parts.ts";
import { makeDocument } from "./made-document.ts";
import type { MadeView, WantedView } from "./protocol.ts";
import { typeParts } from "./type-parts.ts";

/** What a view is made from. */
export interface ViewSource {
  /** In the reader's language. */
  readonly role: RoleModel;
  /** The template as JSON; undefined when the present text is no JSON. */
  readonly value: JsonObject | undefined;
  readonly tag: LanguageTag;
}

/** Makes what the preview shows; undefined where the present text gives nothing to show. */
export async function makeView(wanted: WantedView, { role, value, tag }: ViewSource): Promise<MadeView | undefined> {
  switch (wanted.kind) {
    case "document":
      return { kind: "document", document: await makeDocument(wanted, role, tag) };
    case "checklist": {
      const { period, days } = wanted;
      return { kind: "checklist", period, checklist: checklist(role, period, workingDays(days)) };
    }
    case "types":
      return { kind: "types", parts: typeParts(role) };
    case "json":
      return value && { kind: "json", parts: jsonParts(value) };
  }
}
