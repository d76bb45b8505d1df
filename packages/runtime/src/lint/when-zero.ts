import { toDecimal } from "../decimal.ts";
import type { Item } from "../model.ts";
import { infoPath, type LintRule } from "./rule.ts";

/** A ratio says what a divisor of zero means: in a month without complaints, is checking 5 % of them met? */
export const whenZero: LintRule = {
  id: "measure/when-zero",
  scope: "item",
  check: (context) =>
    context.items.filter(isUnsaid).map((item) => {
      const path = infoPath(item, "measure", "whenZero");
      const fixes = ["not-applicable", "met"].flatMap((value) =>
        context.fix("measure/when-zero", { value }, { path, value }),
      );
      const divisor = divisorOf(item)?.title ?? "";
      const params = { title: item.title, divisor };
      return context.report("measure/when-zero", "warning", infoPath(item, "measure"), params, fixes);
    }),
};

function isUnsaid(item: Item): boolean {
  return item.measure?.kind === "ratio" && item.measure.params.whenZero === undefined && canBeZero(item);
}

function canBeZero(item: Item): boolean {
  const schema = divisorOf(item)?.schema ?? {};
  const [least, above] = [toDecimal(schema.minimum), toDecimal(schema.exclusiveMinimum)];
  return !(least?.greaterThan(0) || above?.greaterThanOrEqualTo(0));
}

function divisorOf({ measure, observation }: Item) {
  return observation.fields.find(({ key }) => key === measure?.params.to);
}
