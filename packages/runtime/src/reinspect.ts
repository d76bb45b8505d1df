import type { Reading } from "./reading.ts";
import { reinspectItem } from "./reinspect-item.ts";
import { reinspectItems } from "./reinspect-items.ts";
import type { Resolved } from "./resolve.ts";
import type { TemplateHost } from "./template.ts";
import { changeBetween } from "./text-change.ts";

/**
 * The reading of a text that differs little from the one before: inside one item, or among the items of one section; of
 * the very same text the one before. Undefined where that is not so, where a parent has changed, or where there is an
 * error now: the text is then read from its start.
 *
 * The result equals that of reading from the start; property tests hold them together.
 */
export function reinspect(text: string, host: TemplateHost, before: Reading): Reading | undefined {
  if (!saysTheSame(host, before.resolved)) return undefined;
  if (text === before.template.text) return before;
  const change = changeBetween(before.template.text, text);
  return reinspectItem(text, before, change) ?? reinspectItems(text, before, change);
}

function saysTheSame(host: TemplateHost, { parents = [] }: Resolved): boolean {
  return parents.every(({ id, version, text }) => host.template(id, version) === text);
}
