import { limits } from "../limits.ts";
import type { TemplateHost, TemplatePath } from "../template.ts";
import { type LooseText, type LooseValue, parseLoose } from "./loose.ts";
import { childOf, looseAt, stringAt } from "./loose-text.ts";

/** What `x-extends` names: a text, in one version or the newest. */
export interface TextName {
  readonly id: string;
  readonly version?: number;
}

/** What a place of a text inherits: the same place in a text that `x-extends` names, on it or around it. */
export interface Inherited {
  /** The text it is in. */
  readonly name: TextName;
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
    const name = textName(reference);
    const isLoop = line.includes(reference) || line.length >= limits.ancestors;
    const text = isLoop ? undefined : host.template(name.id, name.version);
    if (text === undefined || text.length > limits.size) continue;
    const parent = parseLoose(text);
    found.push({ name, source: parent, path: rest, value: looseAt(parent, rest) });
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
export function textName(reference: string): TextName {
  const [, id = reference, version] = /^(.*?)(?:@(\d+))?$/.exec(reference) ?? [];
  return version === undefined ? { id } : { id, version: Number(version) };
}
