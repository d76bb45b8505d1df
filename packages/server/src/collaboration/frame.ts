import * as decoding from "lib0/decoding";
import { RefusedError } from "./refusal.ts";

/** Frames of Hocuspocus' protocol that a client may send; the rest is for servers among themselves, or unknown. */
const kinds = new Map<number, Frame["kind"]>([
  [0, "sync"],
  [1, "presence"],
  [2, "hello"],
  [3, "question"],
  [4, "sync"],
  [7, "farewell"],
]);

/** One message of a client, before any document has seen it. */
export interface Frame {
  readonly doc: string;
  readonly kind: "sync" | "presence" | "hello" | "question" | "farewell";
  /** What it costs of a rate: 1 for a keystroke, more for what makes the server read or send whole documents. */
  readonly cost: number;
}

/** An id, and with some clients a session after a zero character. */
const maxNameLength = 200;
/** One person's cursor and name are a few hundred bytes; a frame of 1 MB could make 100,001 phantoms. */
const maxPresenceBytes = 8 * 1024;
const bytesPerToken = 4 * 1024;
/** Joining a document and asking for its state read or send all of it. */
const wholeDocumentCost = 10;

/**
 * Reads the outside of a frame; throws `RefusedError` where it has no known shape. What is let through here, Hocuspocus
 * can read to the end: it would print a stack trace for each frame it cannot.
 */
export function readFrame(bytes: Uint8Array): Frame {
  try {
    return read(decoding.createDecoder(bytes), bytes.length);
  } catch (problem) {
    throw problem instanceof RefusedError ? problem : new RefusedError("malformed", "a frame that ends too early");
  }
}

function read(decoder: decoding.Decoder, length: number): Frame {
  const name = decoding.readVarString(decoder);
  const type = decoding.readVarUint(decoder);
  const kind = kinds.get(type);
  if (name.length > maxNameLength || name.trim() === "") throw new RefusedError("malformed", "no document's name");
  if (kind === undefined) throw new RefusedError("malformed", `a frame of type ${type}`);
  const whole = checkContent(kind, decoder);
  const cost = 1 + Math.floor(length / bytesPerToken) + (whole ? wholeDocumentCost : 0);
  return { doc: name.split("\0")[0] ?? "", kind, cost };
}

/** Whether the frame makes the server read or send a whole document. */
function checkContent(kind: Frame["kind"], decoder: decoding.Decoder): boolean {
  if (kind === "sync") return checkSync(decoder);
  if (kind === "presence") checkPresence(decoder);
  if (kind !== "hello") return false;
  if (decoding.readVarUint(decoder) !== 0) throw new RefusedError("malformed", "an answer to no question");
  decoding.readVarString(decoder);
  if (decoding.hasContent(decoder)) decoding.readVarString(decoder);
  return true;
}

function checkSync(decoder: decoding.Decoder): boolean {
  const step = decoding.readVarUint(decoder);
  if (step > 2) throw new RefusedError("malformed", `a sync message of type ${step}`);
  const payload = decoding.readVarUint8Array(decoder);
  if (step === 0) checkStateVector(payload);
  else if (payload.length < 2) throw new RefusedError("malformed", "an update without content");
  return step === 0;
}

function checkStateVector(payload: Uint8Array): void {
  const decoder = decoding.createDecoder(payload);
  const clients = decoding.readVarUint(decoder);
  for (let client = 0; client < clients * 2; client++) decoding.readVarUint(decoder);
}

function checkPresence(decoder: decoding.Decoder): void {
  const payload = decoding.readVarUint8Array(decoder);
  if (payload.length > maxPresenceBytes) throw new RefusedError("malformed", "presence of more than one person");
  const states = decoding.createDecoder(payload);
  const count = decoding.readVarUint(states);
  for (let state = 0; state < count; state++) {
    decoding.readVarUint(states);
    decoding.readVarUint(states);
    JSON.parse(decoding.readVarString(states));
  }
}
