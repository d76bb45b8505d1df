import type {
  AlikeRoles,
  ImportBatch,
  ImportCorrected,
  ImportDetail,
  ImportDraft,
  ImportFile,
  ImportFileChange,
  ImportFileDetail,
  NewImportDrafts,
} from "@rolewright/server/protocol";
import { request, upload } from "./request.ts";

interface Items<Item> {
  readonly items: readonly Item[];
}

export const listImports = async () => (await request<Items<ImportBatch>>("GET", "/imports")).items;
export const createImport = (name?: string) => request<ImportBatch>("POST", "/imports", name ? { name } : {});
export const readImport = (id: string) => request<ImportDetail>("GET", `/imports/${part(id)}`);
/** While paused, the document under way is finished and no other is begun. */
export const pauseImport = (id: string, paused: boolean) =>
  request<ImportBatch>("PATCH", `/imports/${part(id)}`, { paused });
/** What was read stays. */
export const cancelImport = (id: string) => request<ImportBatch>("POST", `/imports/${part(id)}/cancel`);
/** Templates made of it stay. */
export const deleteImport = (id: string) => request<void>("DELETE", `/imports/${part(id)}`);

/** Adds one document, or an archive of many. `name` may be a path in a folder. */
export const addImportFile = async (id: string, name: string, file: Blob, signal: AbortSignal) =>
  (await upload<Items<ImportFile>>(`/imports/${part(id)}/files?name=${part(name)}`, file, signal)).items;
export const addImportText = async (id: string, name: string, text: string) =>
  (await request<Items<ImportFile>>("POST", `/imports/${part(id)}/texts`, { name, text })).items;

export const readImportFile = (id: string, file: string) =>
  request<ImportFileDetail>("GET", `/imports/${part(id)}/files/${part(file)}`);
export const changeImportFile = (id: string, file: string, change: ImportFileChange) =>
  request<ImportFile>("PATCH", `/imports/${part(id)}/files/${part(file)}`, change);
/** Resolved means: on the server's disk. `version` is the one that was seen; a newer one is refused with 409. */
export const writeCorrection = (
  id: string,
  file: string,
  version: number,
  result: NonNullable<ImportFileDetail["result"]>,
) => request<ImportCorrected>("PUT", `/imports/${part(id)}/files/${part(file)}/correction`, { version, result });

export const listAlike = async (id: string) =>
  (await request<Items<AlikeRoles>>("GET", `/imports/${part(id)}/alike`)).items;
export const createImportDrafts = async (id: string, drafts: NewImportDrafts) =>
  (await request<Items<ImportDraft>>("POST", `/imports/${part(id)}/drafts`, drafts)).items;

/** How often an import is asked for: while documents are being read, and otherwise. */
const everyMs = { working: 1000, resting: 5000 };

/** Follows an import until the returned function is called. A failure is told and the asking goes on. */
export function watchImport(
  id: string,
  tell: (detail: ImportDetail) => void,
  fail: (error: unknown) => void,
): () => void {
  let timer = 0;
  let stopped = false;
  const ask = async (): Promise<void> => {
    let working = false;
    try {
      const detail = await readImport(id);
      if (stopped) return;
      const { queued, reading } = detail.batch.counts;
      working = reading > 0 || (queued > 0 && !detail.batch.paused);
      tell(detail);
    } catch (error) {
      if (!stopped) fail(error);
    }
    if (!stopped) timer = window.setTimeout(() => void ask(), working ? everyMs.working : everyMs.resting);
  };
  void ask();
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}

function part(text: string): string {
  return encodeURIComponent(text);
}
