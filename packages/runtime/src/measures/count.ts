import { type MeasureKind, quantity } from "../arithmetic.ts";
import { Decimal, zero } from "../decimal.ts";

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
  measure({ distinct }, data, { item }) {
    if (!Array.isArray(data)) return { state: "no-data", reason: "missing" };
    const counted = distinct ? new Set(data.map((entry) => JSON.stringify(entry))).size : data.length;
    const params = { count: quantity(String(counted), item.unit), distinct };
    return { state: "measured", value: Decimal.of(counted), step: { code: "measure/count", params } };
  },
  range: () => ({ from: zero }),
};
