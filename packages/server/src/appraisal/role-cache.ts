import type { RoleModel } from "@rolewright/runtime";
import { ProblemError } from "../http/problem.ts";
import type { Inspected } from "../templates/inspector.ts";
import type { PublishedTexts } from "../templates/published-texts.ts";
import type { TemplateStore } from "../templates/template-store.ts";
import { sha256Of } from "../templates/text-facts.ts";

/** Roles kept; each is some tens of kilobytes. */
const capacity = 200;

/**
 * Compiled roles by the hash of their text. Only published texts come in, which never change. What they inherit from
 * does where `x-extends` names no version, so that all are forgotten when a new one is published.
 */
export class RoleCache {
  readonly #templates: TemplateStore;
  readonly #roles = new Map<string, RoleModel>();

  readonly #published: PublishedTexts;
  #generation = 0;

  constructor(templates: TemplateStore, published: PublishedTexts) {
    this.#templates = templates;
    this.#published = published;
  }

  /** The role of a text; throws a problem with its findings where it has errors. */
  role(text: string): RoleModel {
    if (this.#generation !== this.#published.generation) this.#roles.clear();
    this.#generation = this.#published.generation;
    const key = sha256Of(text);
    const known = this.#roles.get(key);
    if (known !== undefined) return known;
    const role = roleIn(text, this.#templates.inspectPublished(text));
    this.#roles.set(key, role);
    const [oldest] = this.#roles.keys();
    if (this.#roles.size > capacity && oldest !== undefined) this.#roles.delete(oldest);
    return role;
  }

  /** As `role`, for live texts, which nobody looked into before and which are not worth keeping. */
  async compile(text: string): Promise<RoleModel> {
    return roleIn(text, await this.#templates.inspect(text));
  }
}

function roleIn(text: string, { role, diagnostics }: Inspected): RoleModel {
  if (role !== undefined) return role;
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  throw new ProblemError(422, "template-has-errors", { count: errors.length }, { text, diagnostics });
}
