import type { Kysely } from "kysely";
import type { Settings } from "../accounts/workspace-settings.ts";
import type { Appraisals } from "../appraisal/appraisals.ts";
import type { ObservationStore } from "../appraisal/observation-store.ts";
import type { RoleCache } from "../appraisal/role-cache.ts";
import type { LiveConnections } from "../collaboration/live-connections.ts";
import type { CommentStore } from "../comments/comment-store.ts";
import type { Suggestions } from "../comments/suggestions.ts";
import type { ImportDrafts } from "../imports/import-drafts.ts";
import type { ImportQueue } from "../imports/import-queue.ts";
import type { ImportStore } from "../imports/import-store.ts";
import type { NoticeStore } from "../notices/notice-store.ts";
import type { AcknowledgementStore } from "../reviews/acknowledgement-store.ts";
import type { ReviewStore } from "../reviews/review-store.ts";
import type { Tables } from "../storage/tables.ts";
import type { PublishedTexts } from "../templates/published-texts.ts";
import type { RevisionStore } from "../templates/revision-store.ts";
import type { SampleRoles } from "../templates/samples.ts";
import type { ShippedTexts } from "../templates/shipped-templates.ts";
import type { TemplateStore } from "../templates/template-store.ts";

/** What routes work with. */
export interface Services {
  readonly database: Kysely<Tables>;
  readonly settings: Settings;
  readonly templates: TemplateStore;
  readonly revisions: RevisionStore;
  readonly reviews: ReviewStore;
  readonly comments: CommentStore;
  readonly suggestions: Suggestions;
  readonly acknowledgements: AcknowledgementStore;
  readonly notices: NoticeStore;
  readonly published: PublishedTexts;
  readonly shipped: ShippedTexts;
  readonly samples: SampleRoles;
  readonly roles: RoleCache;
  readonly appraisals: Appraisals;
  readonly observations: ObservationStore;
  /** Open collaboration sockets: to be told when somebody may no longer be there. */
  readonly connections: LiveConnections;
  readonly imports: ImportStore;
  readonly importQueue: ImportQueue;
  readonly importDrafts: ImportDrafts;
  readonly clock: () => Date;
  /** Address of the page as people reach it, without a slash at its end. */
  readonly address: () => string;
}
