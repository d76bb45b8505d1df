import { infoPath, type LintRule } from "./rule.ts";

/** A scored standard says where its figure comes from (数据来源): a figure nobody can look up is argued about. */
export const standardSource: LintRule = {
  id: "standard/no-source",
  check: ({ itemsOf, report }) =>
    itemsOf("standards")
      .filter(({ weight, dataSource, evidence }) => weight !== undefined && !dataSource && !evidence)
      .map((item) => report("standard/no-source", "info", infoPath(item, "weight"), { title: item.title })),
};
