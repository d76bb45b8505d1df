import { infoPath, type LintRule } from "./rule.ts";

/** An item with a weight says how it earns its points; without a method it is all or nothing, which should be said. */
export const scoreMissing: LintRule = {
  id: "score/missing",
  scope: "item",
  check: (context) =>
    context.items
      .filter(({ weight, score }) => weight !== undefined && score === undefined)
      .map((item) => {
        const path = infoPath(item, "score");
        const fixes = context.fix("score/missing", { kind: "pass" }, { path, value: { kind: "pass" } });
        return context.report("score/missing", "warning", infoPath(item, "weight"), { title: item.title }, fixes);
      }),
};
