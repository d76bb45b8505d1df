import { limits } from "../limits.ts";
import type { TemplateHost, TemplatePath } from "../template.ts";
import { type LooseText, type LooseValue, parseLoose } from "./loose.ts";
import { childOf, looseAt, stringAt } from "./loose-text.ts";

/** What a place of a text inherits: the same place in a text that `x-extends` names, on it or around it. */
export interface Inherited {
  /** `$id` of the text. */
  readonly id: string;
  /** As `x-extends` names it, with its version if it names one. */
  readonly reference: string;
  readonly source: LooseText;
  /** The place in that text. */
  readonly path: TemplatePath;
  /** What is written there; undefined when that text says nothing of it. */
  readonly value: LooseValue | undefined;
}

/** The places that one place of a text inherits from, the nearest first. Circles and unknown parents end the line. */
export function inheritedBy(source: LooseText, path: TemplatePath, host: TemplateHost): readonly Inherited[] {
  return follow(source, path, host, []);
}

function follow(
  source: LooseText,
  path: TemplatePath,
  host: TemplateHost,
  line: readonly string[],
): readonly Inherited[] {
  const found: Inherited[] = [];
  for (const { reference, rest } of extensionsOn(source, path)) {
    const { id, version } = referenceParts(reference);
    const text = line.includes(reference) || line.length >= limits.ancestors ? undefined : host.template(id, version);
    if (text === undefined || text.length > limits.size) continue;
    const parent = parseLoose(text);
    found.push({ id, reference, source: parent, path: rest, value: looseAt(parent, rest) });
    found.push(...follow(parent, rest, host, [...line, reference]));
  }
  return found;
}

/** The `x-extends` of a place and of what is around it, inside out, each with the way on from there. */
function extensionsOn(source: LooseText, path: TemplatePath): { reference: string; rest: TemplatePath }[] {
  const found: { reference: string; rest: TemplatePath }[] = [];
  let node = source.root;
  for (let depth = 0; node && depth <= path.length; depth += 1) {
    const reference = stringAt(source.text, node, "x-extends");
    if (reference) found.push({ reference, rest: path.slice(depth) });
    const step = path[depth];
    node = step === undefined ? undefined : childOf(node, step);
  }
  return found.reverse();
}

/** `…/roles/supervisor@2` → its id and version. */
export function referenceParts(reference: string): { readonly id: string; readonly version?: number } {
  const [, id = reference, version] = /^(.*?)(?:@(\d+))?$/.exec(reference) ?? [];
  return version === undefined ? { id } : { id, version: Number(version) };
}
