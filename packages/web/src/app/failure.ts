import { RequestError } from "../data/request.ts";
import { hasText, t } from "./language.ts";

/** Says a failure in the reader's language: the server's own reason where it gave one, else what the page knows. */
export function failureText(error: unknown): string {
  if (!(error instanceof RequestError)) return t("web.failure.unexpected");
  const { problem } = error;
  if (problem && hasText(`server.problems.${problem.code}`))
    return t(`server.problems.${problem.code}`, problem.params ?? {});
  if (error.kind === "refused") return problem?.detail ?? t("web.failure.refused", { status: error.status });
  return t(`web.failure.${error.kind}`);
}
