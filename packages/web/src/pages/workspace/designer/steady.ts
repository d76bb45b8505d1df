import type { Diagnostic, Item, RoleModel } from "@rolewright/runtime";
import { subjectOf } from "../places.ts";
import { steadyItems } from "../reading/role-delta.ts";

/** Keeps an object as long as what it says stays the same, so that what is drawn from it need not be drawn anew. */
class Steady<Value> {
  #known = new Map<string, { readonly said: string; readonly value: Value }>();

  /** The values by their keys, each the one known before where it says the same; what is no longer there is let go. */
  keep(values: readonly (readonly [key: string, value: Value])[], say: (value: Value) => string): Map<string, Value> {
    const next = new Map<string, { readonly said: string; readonly value: Value }>();
    for (const [key, value] of values) {
      const said = say(value);
      const known = this.#known.get(key);
      next.set(key, known?.said === said ? known : { said, value });
    }
    this.#known = next;
    return new Map([...next].map(([key, { value }]) => [key, value]));
  }
}

/** What the cards of a role are drawn from, by key (`""`: the role itself); steady over changes elsewhere in the text. */
export class CardData {
  readonly #findings = new Steady<readonly Diagnostic[]>();
  #of: readonly unknown[] = [];
  /** In the template's own words. */
  items: ReadonlyMap<string, Item> = new Map();
  /** In the reader's language, as far as the template is translated. */
  shown: ReadonlyMap<string, Item> = new Map();
  findings: ReadonlyMap<string, readonly Diagnostic[]> = new Map();

  update(role: RoleModel | undefined, shown: RoleModel | undefined, diagnostics: readonly Diagnostic[]): void {
    if (this.#of[0] === role && this.#of[1] === shown && this.#of[2] === diagnostics) return;
    this.#of = [role, shown, diagnostics];
    this.items = role ? (steadyItems(role) ?? itemsByKey(role)) : new Map();
    this.shown = shown ? (steadyItems(shown) ?? itemsByKey(shown)) : new Map();
    const found = new Map<string, Diagnostic[]>();
    for (const diagnostic of diagnostics) {
      // What the weights come to is told where they are shown, in the bar above them.
      if (diagnostic.code === "weights/sum") continue;
      const key = subjectOf(role, diagnostic)?.key ?? "";
      found.set(key, [...(found.get(key) ?? []), diagnostic]);
    }
    // Places and edits move with every keystroke; a card finds the present ones when a fix is taken.
    this.findings = this.#findings.keep([...found], (list) =>
      JSON.stringify(
        list.map(({ code, severity, path, params, fixes }) => [
          code,
          severity,
          path,
          params,
          fixes.map((fix) => [fix.code, fix.params]),
        ]),
      ),
    );
  }
}

function itemsByKey(role: RoleModel): Map<string, Item> {
  return new Map(role.sections.flatMap((section) => section.items.map((item) => [item.key, item] as const)));
}
