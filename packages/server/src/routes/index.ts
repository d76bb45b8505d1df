import type { Routes } from "../http/api.ts";
import { commentRoutes } from "./comments.ts";
import { diagnosticRoutes } from "./diagnostics.ts";
import { holderRoutes } from "./holders.ts";
import { impactRoutes } from "./impact.ts";
import { importReviewRoutes } from "./import-review.ts";
import { importRoutes } from "./imports.ts";
import { libraryRoutes } from "./library.ts";
import { memberRoutes } from "./members.ts";
import { noticeRoutes } from "./notices.ts";
import { observationRoutes } from "./observations.ts";
import { reviewRoutes } from "./reviews.ts";
import { revisionRoutes } from "./revisions.ts";
import { scorecardRoutes } from "./scorecards.ts";
import { sessionRoutes } from "./session.ts";
import { templateOutputRoutes } from "./template-outputs.ts";
import { templateRoutes } from "./templates.ts";
import { tokenRoutes } from "./tokens.ts";
import { workspaceRoutes } from "./workspace.ts";

/** Every subject of the API. */
export const routes: readonly Routes[] = [
  sessionRoutes,
  templateRoutes,
  templateOutputRoutes,
  revisionRoutes,
  reviewRoutes,
  commentRoutes,
  impactRoutes,
  diagnosticRoutes,
  importRoutes,
  importReviewRoutes,
  libraryRoutes,
  holderRoutes,
  scorecardRoutes,
  observationRoutes,
  memberRoutes,
  tokenRoutes,
  workspaceRoutes,
  noticeRoutes,
];
