import type { Bound, Item } from "@rolewright/runtime";
import { current, t } from "../app/language.ts";

/** What of an item the words of its target depend on. */
export type TargetOf = Pick<Item, "unit" | "measure" | "observation"> & {
  readonly target?: { readonly bounds: readonly Bound[]; readonly accepted?: readonly unknown[] };
};

const signs = { minimum: "≥", exclusiveMinimum: ">", maximum: "≤", exclusiveMaximum: "<", const: "=" } as const;

/** The target as people write it: `≥ 90 %`, `25 日（含）前`, `完成`; `—` when there is none. */
export function targetText(item: TargetOf): string {
  const { target } = item;
  if (!target) return "—";
  if (target.accepted) return current().list(target.accepted.map(String));
  if (item.observation.kind === "tick" && !item.measure) return t("web.scorecard.target.done");
  if (isDay(item)) return target.bounds.map(dayText).join(t("web.scorecard.target.and"));
  return target.bounds
    .map((bound) => `${signs[bound.keyword]} ${withUnit(bound.value, item.unit)}`)
    .join(t("web.scorecard.target.and"));
}

/** A value with its unit as the page writes it: `94.74 %`, `24 日`. */
export function valueText(value: string, item: Pick<TargetOf, "unit" | "measure" | "observation">): string {
  return isDay(item) ? t("web.scorecard.day", { day: value }) : withUnit(value, item.unit);
}

/** Number and unit, parted by a narrow space. */
export function withUnit(value: string, unit: string | undefined): string {
  return unit ? `${current().number(value)} ${unit}` : current().number(value);
}

function isDay(item: Pick<TargetOf, "measure" | "observation">): boolean {
  return item.measure?.kind === "dayOfPeriod" || (item.measure === undefined && item.observation.kind === "date");
}

function dayText(bound: Bound): string {
  const day = bound.value;
  if (bound.keyword === "maximum") return t("web.scorecard.target.until", { day });
  if (bound.keyword === "exclusiveMaximum") return t("web.scorecard.target.before", { day });
  return `${signs[bound.keyword]} ${t("web.scorecard.day", { day })}`;
}
