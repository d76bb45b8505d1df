import { type MeasureKind, quantity } from "../arithmetic.ts";
import { Decimal, zero } from "../decimal.ts";
import type { JsonValue } from "../json.ts";

interface CountRule {
  readonly distinct: boolean;
}

/** How many entries a list of events has (次数). */
export const count: MeasureKind<CountRule> = {
  id: "count",
  params: {
    description: "How many entries the list has.",
    type: "object",
    properties: {
      distinct: {
        type: "boolean",
        default: false,
        description: "Count equal entries once, e.g. two visits on one day.",
      },
    },
    additionalProperties: false,
  },
  fits: ["events"],
  compile: ({ distinct }) => ({ compiled: { distinct: distinct === true } }),
  measure({ distinct }, data) {
    if (!Array.isArray(data)) return { state: "no-data", reason: "missing" };
    return { state: "measured", value: Decimal.of(counted(data, distinct)) };
  },
  explain({ distinct }, data, { item }) {
    const count = Array.isArray(data) ? counted(data, distinct) : 0;
    return { code: "measure/count", params: { count: quantity(String(count), item.unit), distinct } };
  },
  range: () => ({ from: zero }),
};

function counted(entries: readonly JsonValue[], distinct: boolean): number {
  return distinct ? new Set(entries.map((entry) => JSON.stringify(entry))).size : entries.length;
}
