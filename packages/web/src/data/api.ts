import { apiPrefix } from "@rolewright/server/paths";
import type {
  ApiToken,
  Holder,
  LibraryName,
  LibraryText,
  Member,
  NewApiTokenSecret,
  NewHolder,
  NewMember,
  NewRevision,
  NewScorecard,
  NewSignature,
  NewTemplate,
  ObservationInput,
  RevisionDetail,
  RevisionSummary,
  Samples,
  ScorecardDetail,
  ScorecardImpact,
  ScorecardSummary,
  Session,
  ShippedTemplate,
  SignInLink,
  TemplateContents,
  TemplateDetail,
  TemplateSummary,
  WorkspaceChange,
  WorkspaceDays,
  WorkspaceSettings,
} from "@rolewright/server/protocol";
import { request } from "./request.ts";

export type { ScorecardDetail };

/** Lists come wrapped, so that paging can be added without breaking readers. */
interface Items<Item> {
  readonly items: readonly Item[];
}

/** Who is signed in; throws a `RequestError` with status 401 when nobody is. */
export const readSession = () => request<Session>("GET", "/session");
/** Trades a one-time sign-in token for a session cookie. */
export const signIn = (token: string) => request<Session>("POST", "/session", { token });
export const signOut = () => request<void>("DELETE", "/session");

export const listTemplates = () => items<TemplateSummary>("/templates");
export const readTemplate = (id: string) => request<TemplateDetail>("GET", `/templates/${part(id)}`);
/** The same with what its text means, to be shown before the page has read it itself. */
export const openTemplate = (id: string) => request<TemplateDetail>("GET", `/templates/${part(id)}?with=reading`);
/** Archives a template, brings it back, or moves it to another family. */
export const changeTemplate = (id: string, change: { readonly archived?: boolean; readonly family?: string }) =>
  request<TemplateSummary>("PATCH", `/templates/${part(id)}`, change);
export const createTemplate = (template: NewTemplate) => request<TemplateSummary>("POST", "/templates", template);

/** What each role that is not archived holds: items, reporting lines, what its items extend. */
export const listContents = () => items<TemplateContents>("/templates/contents");
/** The shipped templates a new role can begin with. */
export const listShipped = () => items<ShippedTemplate>("/templates/shipped");

/** The shipped roles as sample data: how many there are, taking them away, bringing them back. */
export const countSamples = () => request<Samples>("GET", "/workspace/samples");
export const removeSamples = () => request<Samples>("DELETE", "/workspace/samples");
export const restoreSamples = () => request<Samples>("POST", "/workspace/samples");

/** Everything `x-extends` may name. */
export const listLibrary = () => items<LibraryName>("/library");
/** The texts behind references of `x-extends`, and behind those in them; unknown ones are left out. */
export const readLibraryTexts = (references: readonly string[]) =>
  items<LibraryText>(`/library/texts?${references.map((one) => `reference=${part(one)}`).join("&")}`);

export const listRevisions = (id: string) => items<RevisionSummary>(`/templates/${part(id)}/revisions`);
export const readRevision = (id: string, revision: number) =>
  request<RevisionDetail>("GET", `/templates/${part(id)}/revisions/${revision}`);
export const createRevision = (id: string, revision: NewRevision) =>
  request<RevisionSummary>("POST", `/templates/${part(id)}/revisions`, revision);

/** How scorecards of the newest periods would come out under the live text. */
export const readImpact = (id: string) => items<ScorecardImpact>(`/templates/${part(id)}/impact`);

/** What the organisation decided for all its members. */
export const readWorkspace = () => request<WorkspaceSettings>("GET", "/workspace");
export const readDays = (period: string) => request<WorkspaceDays>("GET", `/workspace/days?period=${part(period)}`);
/** Undefined fields stay as they are. */
export const changeWorkspace = (change: WorkspaceChange) => request<WorkspaceSettings>("PATCH", "/workspace", change);

export const listHolders = () => items<Holder>("/holders");
export const createHolder = (holder: NewHolder) => request<Holder>("POST", "/holders", holder);

export const listScorecards = () => items<ScorecardSummary>("/scorecards");
export const createScorecard = (scorecard: NewScorecard) => request<ScorecardSummary>("POST", "/scorecards", scorecard);
export const readScorecard = (id: string) => request<ScorecardDetail>("GET", `/scorecards/${part(id)}`);
/** Stores one observation; `data: null` withdraws it. Resolved means: on the server's disk. */
export const writeObservation = (id: string, item: string, period: string, input: ObservationInput) =>
  request<unknown>("PUT", `/scorecards/${part(id)}/observations/${part(item)}/${part(period)}`, input);
/** Signs the scorecard of that fingerprint; refused when it is another by now. */
export const signScorecard = (id: string, signature: NewSignature) =>
  request<ScorecardDetail>("POST", `/scorecards/${part(id)}/signatures`, signature);
export const withdrawSignature = (id: string, reason: string) =>
  request<ScorecardDetail>("POST", `/scorecards/${part(id)}/signatures/withdrawal`, { reason });

export const listMembers = () => items<Member>("/members");
export const createMember = (member: NewMember) => request<Member>("POST", "/members", member);
export const changeMember = (id: string, change: Partial<Pick<Member, "role" | "name">>) =>
  request<Member>("PATCH", `/members/${part(id)}`, change);
/** A fresh one-time sign-in link; earlier unused links of the member may still work until they expire. */
export const createSignInLink = (id: string) => request<SignInLink>("POST", `/members/${part(id)}/sign-in-link`);

export const listTokens = () => items<ApiToken>("/tokens");
/** The answer's secret is shown this once and kept nowhere. */
export const createToken = (name: string) => request<NewApiTokenSecret>("POST", "/tokens", { name });
/** Takes a token out of use at once. */
export const deleteToken = (id: string) => request<void>("DELETE", `/tokens/${part(id)}`);

/** Address of the role document as a file, for a download link. `version` absent: the live text. */
export function templateExport(
  id: string,
  options: { format: string; version?: number; revision?: number; language: string },
): string {
  const version = options.version === undefined ? "" : `&version=${options.version}`;
  const revision = options.revision === undefined ? "" : `&revision=${options.revision}`;
  return `${apiPrefix}/templates/${part(id)}/export?format=${options.format}&language=${options.language}${version}${revision}`;
}

/** Address of the filled scorecard as a file, for a download link; its days are those of where the reader is. */
export function scorecardExport(id: string, options: { format: string; language: string }): string {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return `${apiPrefix}/scorecards/${part(id)}/export?format=${options.format}&language=${options.language}&timeZone=${part(timeZone)}`;
}

async function items<Item>(path: string): Promise<readonly Item[]> {
  return (await request<Items<Item>>("GET", path)).items;
}

function part(text: string): string {
  return encodeURIComponent(text);
}
