import type { Problem } from "../arithmetic.ts";
import type { DiagnosticCode } from "../codes.ts";
import type { Diagnostic, Fix } from "../diagnostic.ts";
import { arithmeticProblems } from "../item-plan.ts";
import type { Item } from "../model.ts";
import { nearestName } from "../nearest.ts";
import { infoPath, type LintContext, type LintRule } from "./rule.ts";

/** Measures and scoring methods have parameters that make sense; what is wrong they say themselves. */
export const arithmetic: LintRule = {
  id: "measure/, score/",
  scope: "item",
  essential: true,
  check: (context) =>
    context.items.flatMap((item) =>
      arithmeticProblems(item, context.role)
        .filter((problem) => matters(item, problem))
        .map((problem) => report(item, problem, context)),
    ),
};

/** What is neither scored nor says how it would be has nothing that could be wrong. */
function matters(item: Item, { path }: Problem): boolean {
  if (item.weight !== undefined) return true;
  return path[0] === "measure" ? item.measure !== undefined : item.score !== undefined;
}

function report(item: Item, { code: given, path, params }: Problem, context: LintContext): Diagnostic {
  // A contract test holds the codes of measures and scoring methods to the list.
  const code = given as DiagnosticCode;
  const said = { title: item.title, ...params };
  const place = infoPath(item, ...path);
  if (code !== "measure/unknown-input") return context.report(code, "error", place, said);
  const nearest = nearestInput(params);
  return context.report(
    code,
    "error",
    place,
    { ...said, guess: nearest !== "", nearest },
    renaming(nearest, place, context),
  );
}

function nearestInput({ name, known }: Problem["params"]): string {
  const names = Array.isArray(known) ? known.map(String) : [];
  return (typeof name === "string" && nearestName(name, names)) || "";
}

function renaming(nearest: string, path: readonly (string | number)[], context: LintContext): readonly Fix[] {
  if (nearest === "") return [];
  return context.fix("measure/unknown-input", { value: nearest }, { path, value: nearest });
}
