import type { TemplateResult } from "lit";
import { loadFailure } from "../components/load-failure.ts";
import { isTransient, RequestError } from "../data/request.ts";
import { hasText, t } from "./language.ts";

/** Says a failure in the reader's language: the server's own reason where it gave one, else what the page knows. */
export function failureText(error: unknown): string {
  if (!(error instanceof RequestError)) return t("web.failure.unexpected");
  const { problem } = error;
  if (problem && hasText(`server.problems.${problem.code}`))
    return t(`server.problems.${problem.code}`, sayable(problem.params ?? {}));
  if (error.kind === "refused") return problem?.detail ?? t("web.failure.refused", { status: error.status });
  return t(`web.failure.${error.kind}`);
}

/** Findings that come as data (what is wrong with an observation, why a file was not made) are said in words. */
function sayable(params: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { problems } = params;
  if (!Array.isArray(problems)) return params;
  return { ...params, problems: (problems as Finding[]).map(sentence) };
}

interface Finding {
  readonly code: string;
  readonly params: Readonly<Record<string, unknown>>;
}

function sentence({ code, params }: Finding): string {
  const key = [`runtime.problems.${code}`, `document.problems.${code}`].find(hasText);
  return key === undefined ? code : t(key, params);
}

/** A page in place of one that could not be loaded. */
export function failurePage(title: string, error: unknown, retry: () => void): TemplateResult {
  const final = error instanceof RequestError && !isTransient(error);
  return loadFailure(title, failureText(error), final ? undefined : retry);
}
