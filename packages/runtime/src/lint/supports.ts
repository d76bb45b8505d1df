import { nearestName } from "../nearest.ts";
import { infoPath, type LintRule } from "./rule.ts";

/** What a standard supports are duties of this role. */
export const supports: LintRule = {
  id: "supports/unknown-duty",
  check(context) {
    const duties = context.role.sections.filter(({ kind }) => kind === "duties").flatMap(({ items }) => items);
    const known = new Set(duties.map(({ key }) => key));
    return context.items.flatMap((item) =>
      item.supports.flatMap((key, index) => {
        if (known.has(key)) return [];
        const path = infoPath(item, "supports", index);
        const nearest = nearestName(key, known) ?? "";
        const fixes = nearest ? context.fix("supports/unknown-duty", { value: nearest }, { path, value: nearest }) : [];
        const removal = context.fix("supports/remove", { key }, { path, value: undefined });
        return [
          context.report(
            "supports/unknown-duty",
            "error",
            path,
            { title: item.title, key, guess: nearest !== "", nearest },
            [...fixes, ...removal],
          ),
        ];
      }),
    );
  },
};
