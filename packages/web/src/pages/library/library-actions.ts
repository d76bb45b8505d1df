import type { TemplateSummary } from "@rolewright/server/protocol";
import { failureText } from "../../app/failure.ts";
import { t } from "../../app/language.ts";
import { notify } from "../../components/notice.ts";
import { changeTemplate, createTemplate } from "../../data/api.ts";
import { familyName } from "./shelf.ts";

/** What is done to roles of the library, one or many: at once, with a notice that takes it back. */
export class LibraryActions {
  readonly #replace: (changed: TemplateSummary) => void;
  readonly #add: (made: TemplateSummary) => void;

  /** `replace` and `add` are told of every role as the server then has it. */
  constructor(replace: (changed: TemplateSummary) => void, add: (made: TemplateSummary) => void) {
    this.#replace = replace;
    this.#add = add;
  }

  /** Puts roles away, or brings them back. */
  archive(roles: readonly TemplateSummary[], archived: boolean): Promise<void> {
    return this.#change(roles, () => ({ archived }), this.#said(archived ? "archived" : "restored", roles));
  }

  move(roles: readonly TemplateSummary[], family: string): Promise<void> {
    const said = t("library.moved", { count: roles.length, family: familyName(family) });
    return this.#change(roles, () => ({ family }), said);
  }

  /** Copies roles; taking it back archives the copies. */
  async duplicate(roles: readonly TemplateSummary[]): Promise<void> {
    const made: TemplateSummary[] = [];
    try {
      for (const { id, family } of roles) made.push(await createTemplate({ template: id, family }));
    } catch (error) {
      notify(failureText(error), "error");
    }
    made.forEach(this.#add);
    if (made.length === 0) return;
    this.#notify(this.#said("duplicated", made), () => this.#each(made, () => ({ archived: true })));
  }

  async #change(roles: readonly TemplateSummary[], change: ChangeOf, said: string): Promise<void> {
    const failure = await this.#each(roles, change).catch((error: unknown) => error);
    if (failure !== undefined) return notify(failureText(failure), "error");
    this.#notify(said, () => this.#each(roles, ({ archived, family }) => ({ archived, family })));
  }

  /** One after another, so that a failure says how far it came: what is done stays done. */
  async #each(roles: readonly TemplateSummary[], change: ChangeOf): Promise<void> {
    for (const role of roles) this.#replace(await changeTemplate(role.id, change(role)));
  }

  #said(what: "archived" | "restored" | "duplicated", roles: readonly TemplateSummary[]): string {
    return t(`library.${what}`, { count: roles.length, title: roles[0]?.title ?? "" });
  }

  #notify(said: string, back: () => Promise<void>): void {
    notify(said, "done", {
      label: t("web.shell.undo"),
      run: () => void back().catch((error: unknown) => notify(failureText(error), "error")),
    });
  }
}

type ChangeOf = (role: TemplateSummary) => { readonly archived?: boolean; readonly family?: string };
