import type { TemplateSummary } from "@rolewright/server/protocol";
import { failureText } from "../../app/failure.ts";
import { t } from "../../app/language.ts";
import { notify } from "../../components/notice.ts";
import { changeTemplate, createTemplate } from "../../data/api.ts";
import { familyName } from "./shelf.ts";

/** Work on many roles that is under way. */
export interface LibraryWork {
  readonly done: number;
  readonly count: number;
  /** What is done stays done, and can be taken back. */
  readonly stop: () => void;
}

/** What is done to roles of the library, one or many: at once, with a notice that takes it back. */
export class LibraryActions {
  /** Undefined while there is none, and for a single role. */
  work: LibraryWork | undefined;
  readonly #replace: (changed: TemplateSummary) => void;
  readonly #add: (made: TemplateSummary) => void;
  readonly #told: () => void;

  /** `replace` and `add` are told of every role as the server then has it, `told` whenever `work` has changed. */
  constructor(
    replace: (changed: TemplateSummary) => void,
    add: (made: TemplateSummary) => void,
    told: () => void = () => undefined,
  ) {
    this.#replace = replace;
    this.#add = add;
    this.#told = told;
  }

  /** Puts roles away, or brings them back. */
  archive(roles: readonly TemplateSummary[], archived: boolean): Promise<void> {
    return this.#change(roles, () => ({ archived }), this.#said(archived ? "archived" : "restored"));
  }

  move(roles: readonly TemplateSummary[], family: string): Promise<void> {
    const said = ({ length: count }: readonly unknown[]) => t("library.moved", { count, family: familyName(family) });
    return this.#change(roles, () => ({ family }), said);
  }

  /** Copies roles; taking it back archives the copies. */
  async duplicate(roles: readonly TemplateSummary[]): Promise<void> {
    const made: TemplateSummary[] = [];
    const outcome = await this.#each(roles, async ({ id, family }) => {
      const copy = await createTemplate({ template: id, family });
      made.push(copy);
      this.#add(copy);
    });
    this.#tell({ ...outcome, count: roles.length }, this.#said("duplicated")(made), () =>
      this.#each(made, (role) => this.#put(role, { archived: true })),
    );
  }

  async #change(
    roles: readonly TemplateSummary[],
    change: ChangeOf,
    said: (done: readonly TemplateSummary[]) => string,
  ): Promise<void> {
    const outcome = await this.#each(roles, (role) => this.#put(role, change(role)));
    this.#tell({ ...outcome, count: roles.length }, said(outcome.done), () =>
      this.#each(outcome.done, (role) => this.#put(role, { archived: role.archived, family: role.family })),
    );
  }

  async #put({ id }: TemplateSummary, change: ReturnType<ChangeOf>): Promise<void> {
    this.#replace(await changeTemplate(id, change));
  }

  /** One after another, until one cannot be done or somebody stops it. */
  async #each(
    roles: readonly TemplateSummary[],
    act: (role: TemplateSummary) => Promise<void>,
  ): Promise<Pick<Outcome, "done" | "failure">> {
    const done: TemplateSummary[] = [];
    let stopped = false;
    const stop = (): void => {
      stopped = true;
    };
    try {
      for (const role of roles) {
        if (roles.length > 1) this.#show({ done: done.length, count: roles.length, stop });
        await act(role);
        done.push(role);
        if (stopped) break;
      }
      return { done };
    } catch (failure) {
      return { done, failure };
    } finally {
      this.#show(undefined);
    }
  }

  #show(work: LibraryWork | undefined): void {
    this.work = work;
    this.#told();
  }

  #said(what: "archived" | "restored" | "duplicated") {
    return (roles: readonly TemplateSummary[]): string =>
      t(`library.${what}`, { count: roles.length, title: roles[0]?.title ?? "" });
  }

  /** What was done, what was not and why, and the way back from what was. */
  #tell({ done, count, failure }: Outcome, said: string, back: () => Promise<Pick<Outcome, "failure">>): void {
    const reason = failure === undefined ? "" : failureText(failure);
    if (done.length === 0) {
      if (reason) notify(reason, "error");
      return;
    }
    const undo = async (): Promise<void> => {
      const { failure: problem } = await back();
      if (problem !== undefined) notify(failureText(problem), "error");
    };
    const left = count - done.length;
    const action = { label: t("web.shell.undo"), run: () => void undo() };
    notify(left > 0 ? t("library.partly", { said, count: left, reason }) : said, reason ? "error" : "done", action);
  }
}

/** How far work on `count` roles has come; `failure` ended it. */
interface Outcome {
  readonly done: readonly TemplateSummary[];
  readonly count: number;
  readonly failure?: unknown;
}

type ChangeOf = (role: TemplateSummary) => { readonly archived?: boolean; readonly family?: string };
