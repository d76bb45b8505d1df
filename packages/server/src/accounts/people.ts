import type { Kysely } from "kysely";
import type { Colleague, Person } from "../protocol.ts";
import type { Tables } from "../storage/tables.ts";
import { listMembers } from "./members.ts";
import { may } from "./permissions.ts";

/** Members by id, as others see them. */
export class People {
  readonly #byId: ReadonlyMap<string, Person>;

  private constructor(people: readonly Person[]) {
    this.#byId = new Map(people.map((person) => [person.id, person]));
  }

  static async of(database: Kysely<Tables>, workspaceId: string): Promise<People> {
    return new People((await listMembers(database, workspaceId)).map(personOf));
  }

  /** Members are never removed; should one be missing all the same, they are nameless. */
  get(id: string): Person {
    return this.#byId.get(id) ?? { id, name: "", color: 1 };
  }

  orNull(id: string | null): Person | null {
    return id === null ? null : this.get(id);
  }

  all(ids: readonly string[]): Person[] {
    return ids.map((id) => this.get(id));
  }
}

/** Everybody who takes part in working on templates, in the order they joined. */
export async function listColleagues(database: Kysely<Tables>, workspaceId: string): Promise<Colleague[]> {
  const members = await listMembers(database, workspaceId);
  return members
    .filter(({ role }) => may(role, "templates.comment"))
    .map((member) => ({ ...personOf(member), mayApprove: may(member.role, "templates.review") }));
}

function personOf({ id, name, color }: Person): Person {
  return { id, name, color };
}
