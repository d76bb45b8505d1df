import { outsideOf } from "../item-plan.ts";
import { infoPath, type LintRule } from "./rule.ts";

/** A weighted standard says where its figure comes from (数据来源): a figure nobody can look up is argued about. */
export const standardSource: LintRule = {
  id: "standard/no-source",
  scope: "item",
  check: ({ itemsOf, report }) =>
    itemsOf("standards")
      .filter(({ weight, score }) => weight !== undefined && !outsideOf(score?.kind))
      .filter(({ dataSource, evidence }) => !dataSource && !evidence)
      .map((item) => report("standard/no-source", "info", infoPath(item, "weight"), { title: item.title })),
};
