import type { Kysely } from "kysely";
import type { Appraisals } from "../appraisal/appraisals.ts";
import type { ObservationStore } from "../appraisal/observation-store.ts";
import type { RoleCache } from "../appraisal/role-cache.ts";
import type { Tables } from "../storage/tables.ts";
import type { RevisionStore } from "../templates/revision-store.ts";
import type { TemplateStore } from "../templates/template-store.ts";

/** What routes work with. */
export interface Services {
  readonly database: Kysely<Tables>;
  readonly templates: TemplateStore;
  readonly revisions: RevisionStore;
  readonly roles: RoleCache;
  readonly appraisals: Appraisals;
  readonly observations: ObservationStore;
  readonly clock: () => Date;
  /** Address of the page as people reach it, without a slash at its end. */
  readonly address: () => string;
}
