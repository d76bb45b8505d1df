import type { Translator } from "@rolewright/locale";
import type { ImportFile, ImportFileDetail } from "../protocol.ts";
import type { ListedFile, WholeFile } from "./import-store.ts";

/** A document as the API tells of it, in the caller's language. */
export function fileInWords(file: ListedFile, { t }: Translator): ImportFile {
  const { id, name, size, state, corrected, problem, facts, encoding, templates, changedAt } = file;
  return {
    ...{ format: null, encoding, titles: [], qualifications: 0, duties: 0, standards: 0, unsure: 0, unplaced: 0 },
    ...facts,
    id,
    name,
    size,
    state,
    corrected,
    problem:
      problem && state === "failed"
        ? { code: problem.code, message: t(`reading.errors.${problem.code}`, problem.params) }
        : null,
    templates: [...templates],
    changedAt,
  };
}

/** A document with its source and result, in the caller's language. */
export function detailInWords(file: WholeFile, translator: Translator): ImportFileDetail {
  const notes = (file.source?.notes ?? []).map(({ code, params = {}, span }) => ({
    code,
    params: { ...params },
    message: translator.t(`reading.notes.${code}`, params),
    ...(span ? { span: { ...span } } : {}),
  }));
  return {
    file: fileInWords(file, translator),
    source: file.source ?? null,
    notes,
    result: file.result ?? null,
    original: file.original ?? null,
    version: file.version,
  };
}
