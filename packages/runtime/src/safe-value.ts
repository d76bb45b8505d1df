import type { Diagnostic } from "./diagnostic.ts";
import { finding } from "./finding.ts";
import type { JsonObject, JsonValue } from "./json.ts";
import { rangeOfNode } from "./places.ts";
import type { SyntaxNode, TemplatePath } from "./template.ts";

/** A value without unsafe keys, and what had to be left out to make it one. */
export interface SafeValue {
  readonly value: JsonObject;
  readonly problems: readonly Diagnostic[];
}

/** Keys that reach into every object of the program when they are assigned. */
const reserved = new Set(["__proto__", "constructor", "prototype"]);

/** The value of an object node. A key written twice, a reserved key, or a number too large is left out and reported. */
export function safeValue(tree: SyntaxNode): SafeValue {
  const problems: Diagnostic[] = [];
  return { value: objectOf(tree, [], problems), problems };
}

function read(node: SyntaxNode, path: TemplatePath, problems: Diagnostic[]): JsonValue {
  if (node.type === "object") return objectOf(node, path, problems);
  if (node.type === "array") {
    return (node.children ?? []).map((child, index) => read(child, [...path, index], problems));
  }
  if (node.type === "number" && !Number.isFinite(node.value)) {
    problems.push(finding("syntax/number-range", "error", { path, range: rangeOfNode(node) }));
  }
  return node.value as JsonValue;
}

function objectOf(node: SyntaxNode, path: TemplatePath, problems: Diagnostic[]): JsonObject {
  const object: Record<string, JsonValue> = {};
  for (const { children: [keyNode, valueNode] = [] } of node.children ?? []) {
    if (!keyNode || !valueNode) continue;
    const key = String(keyNode.value);
    const here = [...path, key];
    const code = reserved.has(key) ? "key/reserved" : Object.hasOwn(object, key) ? "syntax/duplicate-key" : undefined;
    if (code) problems.push(finding(code, "error", { path: here, range: rangeOfNode(keyNode) }, { key }));
    else object[key] = read(valueNode, here, problems);
  }
  return object;
}
