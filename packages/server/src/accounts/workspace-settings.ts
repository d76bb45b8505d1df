import { type Calendar, workingDays } from "@rolewright/runtime";
import type { Kysely } from "kysely";
import { countryCalendar, type OwnDays } from "../calendar/country-calendar.ts";
import type { WorkspaceChange, WorkspaceSettings } from "../protocol.ts";
import type { Tables } from "../storage/tables.ts";

/** What was never set. Name and language stand with the workspace itself. */
const defaults = {
  severities: {},
  country: null,
  holidays: [],
  workdays: [],
  approvalRequired: false,
} as const satisfies Omit<WorkspaceSettings, "name" | "language">;

type SettingName = keyof typeof defaults;
const names = Object.keys(defaults) as readonly SettingName[];

/** What an organisation decided for all its members, in memory: every inspection and every checklist asks for it. */
export class Settings {
  readonly #database: Kysely<Tables>;
  readonly #workspaceId: string;
  #current: WorkspaceSettings;

  private constructor(database: Kysely<Tables>, workspaceId: string, current: WorkspaceSettings) {
    this.#database = database;
    this.#workspaceId = workspaceId;
    this.#current = current;
  }

  static async load(database: Kysely<Tables>, workspaceId: string): Promise<Settings> {
    const workspace = await database
      .selectFrom("workspace")
      .select(["name", "language"])
      .where("workspace_id", "=", workspaceId)
      .executeTakeFirstOrThrow();
    const rows = await database
      .selectFrom("workspace_setting")
      .select(["name", "value"])
      .where("workspace_id", "=", workspaceId)
      .execute();
    const set = Object.fromEntries(rows.map(({ name, value }) => [name, JSON.parse(value)]));
    return new Settings(database, workspaceId, { ...defaults, holidays: [], workdays: [], ...workspace, ...set });
  }

  get current(): WorkspaceSettings {
    return this.#current;
  }

  /** The working days around a period: the country's, and the organisation's own, which go first. */
  calendar(period: string): Calendar {
    return workingDays(this.days(period));
  }

  /** The days that calendar is made of: Monday to Friday without the holidays, with the workdays. */
  days(period: string): Required<OwnDays> {
    const { country, holidays, workdays } = this.#current;
    if (country !== null) return countryCalendar(country, period, { holidays, workdays }).days;
    return { holidays, workdays: workdays.filter((day) => !holidays.includes(day)) };
  }

  /** Stores a change whole or not at all; undefined fields stay as they are. */
  async change(change: WorkspaceChange): Promise<WorkspaceSettings> {
    const next = { ...this.#current, ...tidied(change) };
    await this.#database.transaction().execute(async (database) => {
      await database
        .updateTable("workspace")
        .set({ name: next.name, language: next.language })
        .where("workspace_id", "=", this.#workspaceId)
        .execute();
      for (const name of names) if (change[name] !== undefined) await this.#write(database, name, next[name]);
    });
    this.#current = next;
    return next;
  }

  async #write(database: Kysely<Tables>, name: SettingName, value: unknown): Promise<void> {
    const text = JSON.stringify(value);
    await database
      .insertInto("workspace_setting")
      .values({ workspace_id: this.#workspaceId, name, value: text })
      .onConflict((conflict) => conflict.columns(["workspace_id", "name"]).doUpdateSet({ value: text }))
      .execute();
  }
}

/** Days in order, each once; the name without white space around it. */
function tidied(change: WorkspaceChange): WorkspaceChange {
  const days = (list: readonly string[]) => [...new Set(list)].sort();
  return {
    ...change,
    ...(change.name === undefined ? {} : { name: change.name.trim() }),
    ...(change.holidays === undefined ? {} : { holidays: days(change.holidays) }),
    ...(change.workdays === undefined ? {} : { workdays: days(change.workdays) }),
  };
}
