import type { IncomingMessage } from "node:http";
import type { Translator } from "@rolewright/locale";
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { RefusedError } from "../collaboration/refusal.ts";
import type { Problem } from "../protocol.ts";
import { callerTranslator } from "./caller-language.ts";
import { findingsInWords } from "./findings.ts";
import { notFound, ProblemError } from "./problem.ts";

/** Turns every failure of a request into problem details in the caller's language (`Accept-Language`). */
export function installProblems(app: FastifyInstance): void {
  app.setErrorHandler(async (error: FastifyError, request, reply) => {
    const problem = problemOf(error, request.routeOptions.bodyLimit ?? 0);
    if (problem.status === 413) await drained(request.raw);
    if (problem.status >= 500) request.log.error({ err: error }, "request failed");
    return send(request, reply, problem);
  });
  app.setNotFoundHandler(async (request, reply) => send(request, reply, notFound("route")));
}

async function send(request: FastifyRequest, reply: FastifyReply, problem: ProblemError): Promise<FastifyReply> {
  const translator = await callerTranslator(request);
  return reply
    .code(problem.status)
    .header("content-language", translator.tag)
    .type("application/problem+json; charset=utf-8")
    .send(JSON.stringify(details(problem, translator)));
}

/** What is read and dropped of a body that is too large, so that its sender comes to read the answer. */
const drain = { bytes: 32 * 2 ** 20, milliseconds: 5_000 };

/** A client still sending would meet a closed connection in place of the answer; beyond the bounds it does. */
function drained(body: IncomingMessage): Promise<void> {
  if (body.complete || body.destroyed) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, drain.milliseconds);
    const done = () => {
      clearTimeout(timer);
      resolve();
    };
    let left = drain.bytes;
    body.on("data", (part: Buffer) => {
      left -= part.length;
      if (left < 0) done();
    });
    body.once("end", done).once("close", done).resume();
  });
}

function details(problem: ProblemError, translator: Translator): Problem {
  return {
    type: `https://rolewright.dev/problems/${problem.code}`,
    title: translator.t(`server.titles.${problem.status}`),
    status: problem.status,
    detail: translator.t(`server.problems.${problem.code}`, sayable(problem.params, translator)),
    code: problem.code,
    ...(Object.keys(problem.params).length > 0 ? { params: { ...problem.params } } : {}),
    ...(problem.found ? { diagnostics: findingsInWords(problem.found, translator) } : {}),
  };
}

/** Parameters for the sentence: findings that come as data are said in words. */
function sayable(params: ProblemError["params"], translator: Translator): ProblemError["params"] {
  const { problems } = params;
  if (!Array.isArray(problems)) return params;
  return { ...params, problems: (problems as Reason[]).map((reason) => sentenceOf(reason, translator)) };
}

interface Reason {
  readonly code: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** Findings have their sentences in the area of the package they come from. */
function sentenceOf({ code, params }: Reason, translator: Translator): string {
  const key = [`runtime.problems.${code}`, `document.problems.${code}`].find((each) => translator.has(each));
  return key === undefined ? code : translator.t(key, params);
}

/** Texts written over HTTP take the same road as edits, and are refused for the same reasons. */
const refusalStatus: Partial<Record<RefusedError["reason"], number>> = {
  "document-too-large": 413,
  "workspace-full": 507,
};

/** What Fastify and its plugins throw, by their codes; whatever is not known is our own fault. */
function problemOf(error: FastifyError | ProblemError | RefusedError, bodyLimit: number): ProblemError {
  if (error instanceof ProblemError) return error;
  if (error instanceof RefusedError) return new ProblemError(refusalStatus[error.reason] ?? 400, error.reason);
  if (error.validation) return invalid(error);
  switch (error.code) {
    case "FST_ERR_CTP_BODY_TOO_LARGE":
      return new ProblemError(413, "body-too-large", { megabytes: bodyLimit / 2 ** 20 });
    case "FST_ERR_CTP_INVALID_MEDIA_TYPE":
      return new ProblemError(415, "media-type");
    case "FST_ERR_CTP_EMPTY_JSON_BODY":
    case "FST_ERR_CTP_INVALID_JSON_BODY":
      return new ProblemError(400, "malformed-json");
  }
  return byStatus(error);
}

function byStatus(error: FastifyError): ProblemError {
  const status = error.statusCode ?? 500;
  if (status === 429) return new ProblemError(429, "too-many-requests");
  // The JSON parser refuses syntax errors and keys like __proto__ without a code of their own.
  if (error instanceof SyntaxError) return new ProblemError(400, "malformed-json");
  if (status >= 400 && status < 500) return new ProblemError(400, "bad-request");
  return new ProblemError(500, "internal");
}

/** The validator's first finding as data: its own sentences are English only. */
function invalid(error: FastifyError): ProblemError {
  const findings = error.validation ?? [];
  const [first] = findings;
  const place = `${error.validationContext ?? "body"}${first?.instancePath ?? ""}`;
  // A choice is described as one constant per alternative, and refused once for each.
  const offered = findings.filter(({ keyword }) => keyword === "const").map(({ params }) => params.allowedValue);
  if (first?.keyword === "const")
    return new ProblemError(400, "invalid-request", { place, keyword: "enum", value: offered.join(", ") });
  const { keyword = "", params = {} } = first ?? {};
  return new ProblemError(400, "invalid-request", { place, keyword, value: limitOf(params) });
}

/** What a rule of JSON Schema asks for, under whichever name the validator gives it. */
function limitOf(params: Readonly<Record<string, unknown>>): string {
  const { missingProperty, additionalProperty, allowedValues, type, format, limit } = params;
  const value = missingProperty ?? additionalProperty ?? allowedValues ?? type ?? format ?? limit ?? "";
  return Array.isArray(value) ? value.join(", ") : String(value);
}
