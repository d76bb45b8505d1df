import type { Item, JsonValue, ScorecardLine } from "@rolewright/runtime";
import { t } from "../app/language.ts";
import { valueText } from "./target-text.ts";

/**
 * What is still needed to reach the target, for a ratio of whole things to a lower bound in per cent:
 * 再抽查 1 件即达标（5.08 %）. Nothing where no such plain sentence is true.
 */
export function nextStep(item: Item, line: ScorecardLine, data: JsonValue | undefined): string | undefined {
  const bound = item.target?.bounds.length === 1 ? item.target.bounds[0] : undefined;
  if (line.state !== "missed" || item.measure?.kind !== "ratio" || item.unit !== "%" || bound?.keyword !== "minimum")
    return undefined;
  const field = item.observation.fields.find((one) => one.key === item.measure?.params.of);
  const [of, to] = [figure(data, item.measure.params.of), figure(data, item.measure.params.to)];
  if (field?.schema.type !== "integer" || of === undefined || to === undefined || to <= 0) return undefined;
  const more = Math.ceil((Number(bound.value) * to) / 100 - of);
  if (more <= 0 || of + more > to) return undefined;
  const reached = (((of + more) / to) * 100).toFixed(2);
  return t("web.scorecard.nextStep", {
    count: more,
    unit: field.unit ?? "",
    field: field.title,
    actual: valueText(reached, item),
  });
}

function figure(data: JsonValue | undefined, key: JsonValue | undefined): number | undefined {
  if (typeof data !== "object" || data === null || Array.isArray(data) || typeof key !== "string") return undefined;
  const value = (data as Readonly<Record<string, JsonValue>>)[key];
  return typeof value === "number" ? value : undefined;
}
