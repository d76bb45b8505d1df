import { nearestName } from "../nearest.ts";
import { infoPath, type LintRule } from "./rule.ts";

/**
 * How many findings look for the duty that was meant and carry fixes. Each of both goes through a whole list, so that
 * without a cap a text of nothing but unknown duties would take time in proportion to its square.
 */
const mended = 50;

/** What a standard supports are duties of this role. */
export const supports: LintRule = {
  id: "supports/unknown-duty",
  check(context) {
    const duties = context.role.sections.filter(({ kind }) => kind === "duties").flatMap(({ items }) => items);
    const known = new Set(duties.map(({ key }) => key));
    const unknown = context.items.flatMap((item) =>
      item.supports.flatMap((key, index) => (known.has(key) ? [] : [{ item, key, index }])),
    );
    return unknown.map(({ item, key, index }, count) => {
      const path = infoPath(item, "supports", index);
      const nearest = count < mended ? (nearestName(key, known) ?? "") : "";
      const fixes = nearest ? context.fix("supports/unknown-duty", { value: nearest }, { path, value: nearest }) : [];
      const removal = count < mended ? context.fix("supports/remove", { key }, { path, value: undefined }) : [];
      const params = { title: item.title, key, guess: nearest !== "", nearest };
      return context.report("supports/unknown-duty", "error", path, params, [...fixes, ...removal]);
    });
  },
};
