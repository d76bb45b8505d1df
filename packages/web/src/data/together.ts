import type {
  Acknowledgements,
  Authorship,
  Colleague,
  CommentChange,
  CommentList,
  CommentThread,
  NewAcknowledgement,
  NewComment,
  NewDecision,
  NewReview,
  NewThread,
  NoticeList,
  ReviewStatus,
  RevisionSummary,
  Suggestion,
} from "@rolewright/server/protocol";
import { request } from "./request.ts";

/** Everybody who may be mentioned or asked for approval. */
export const listColleagues = async () =>
  (await request<{ readonly items: readonly Colleague[] }>("GET", "/colleagues")).items;

export const readAuthorship = (template: string) => request<Authorship>("GET", `${at(template)}/authorship`);
export const readComments = (template: string) => request<CommentList>("GET", `${at(template)}/comments`);
export const beginThread = (template: string, thread: NewThread) =>
  request<CommentThread>("POST", `${at(template)}/comments`, thread);
export const replyTo = (template: string, thread: string, comment: NewComment) =>
  request<CommentThread>("POST", `${at(template)}/threads/${part(thread)}/comments`, comment);
export const resolveThread = (template: string, thread: string, resolved: boolean) =>
  request<CommentThread>("PATCH", `${at(template)}/threads/${part(thread)}`, { resolved });
export const changeComment = (template: string, comment: string, change: CommentChange) =>
  request<void>("PATCH", `${at(template)}/comments/${part(comment)}`, change);
/** `accepted` writes it into the text on the server, which all who have it open then see. */
export const decideSuggestion = (template: string, comment: string, state: Suggestion["state"]) =>
  request<CommentThread>("PUT", `${at(template)}/comments/${part(comment)}/suggestion`, { state });
/** Says that the reader has seen all comments there are. */
export const markCommentsSeen = (template: string) => request<void>("PUT", `${at(template)}/comments/seen`);

export const readReview = (template: string) => request<ReviewStatus>("GET", `${at(template)}/review`);
export const submitReview = (template: string, review: NewReview) =>
  request<ReviewStatus>("POST", `${at(template)}/review`, review);
export const withdrawReview = (template: string) => request<ReviewStatus>("DELETE", `${at(template)}/review`);
export const decideReview = (template: string, decision: NewDecision) =>
  request<ReviewStatus>("POST", `${at(template)}/review/decisions`, decision);

export const readAcknowledgements = (template: string) =>
  request<Acknowledgements>("GET", `${at(template)}/acknowledgements`);
export const acknowledge = (template: string, draft: NewAcknowledgement) =>
  request<Acknowledgements>("POST", `${at(template)}/acknowledgements`, draft);

/** Gives a revision a name, also long after it was made. */
export const renameRevision = (template: string, revision: number, name: string) =>
  request<RevisionSummary>("PATCH", `${at(template)}/revisions/${revision}`, { name });

export const readNotices = () => request<NoticeList>("GET", "/notices");
/** Without ids: all of them. */
export const markNoticesRead = (ids?: readonly string[]) => request<void>("POST", "/notices/read", ids ? { ids } : {});

function at(template: string): string {
  return `/templates/${part(template)}`;
}

function part(text: string): string {
  return encodeURIComponent(text);
}
