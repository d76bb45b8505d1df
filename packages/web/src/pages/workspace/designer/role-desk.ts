import { edit, type Fix, type JsonValue, type LibraryName, valueAt } from "@rolewright/runtime";
import type { Desk } from "./desk.ts";
import { type DeskHost, DeskWork, type FocusPlace } from "./desk-work.ts";
import { ItemWork } from "./item-desk.ts";
import {
  type Changes,
  noEdits,
  type Part,
  partPath,
  type RolePath,
  resetInPart,
  setInPart,
  setManyInPart,
} from "./part-edits.ts";
import { SectionWork } from "./section-desk.ts";

/** What the cards may do, carried out on the live text of the designer it belongs to. */
export class RoleDesk implements Desk {
  readonly items: ItemWork;
  readonly sections: SectionWork;
  private readonly work: DeskWork;
  private readonly own = new LastAnswers();
  private readonly below = new LastAnswers();

  constructor(designer: DeskHost) {
    this.work = new DeskWork(designer);
    this.items = new ItemWork(this.work);
    this.sections = new SectionWork(this.work);
  }

  set(part: Part, path: RolePath, value: JsonValue | undefined): void {
    this.work.change((text, context) => setInPart(text, context, part, path, value));
  }

  setMany(part: Part, changes: Changes): void {
    this.work.change((text, context) => setManyInPart(text, context, part, changes));
  }

  reset(part: Part, path: RolePath): void {
    this.work.change((text) => resetInPart(text, part, path));
  }

  written(part: Part, path: RolePath): JsonValue | undefined {
    const { text } = this.work;
    return memberAt(
      this.own.of(text, "", () => valueAt(text, [])),
      [...partPath(part), ...path],
    );
  }

  inherited(part: Part, path: RolePath): JsonValue | undefined {
    const { text, context } = this.work;
    const whole = partPath(part);
    return memberAt(
      this.below.of(text, whole.join("/"), () => context.inheritance.inheritedAt(text, context.host, whole)),
      path,
    );
  }

  names(): readonly LibraryName[] {
    return this.work.context.host.names?.() ?? [];
  }

  pickKpi(take: (reference: string) => void): void {
    this.work.designer.pickKpi(take);
  }

  detach(part: Part): void {
    this.work.change((text, { host, inheritance }) => {
      const whole = inheritance.resolvedAt(text, host, partPath(part));
      return whole === undefined ? noEdits : edit(text, partPath(part), whole);
    });
  }

  pick(key: string): void {
    this.work.tell("pick", key);
  }

  /** Selects a part and gives it the focus. */
  show(key: string, at: FocusPlace = "card"): void {
    this.work.show(key, at);
  }

  hint(key: string | undefined): void {
    this.work.tell("hint", key);
  }

  showCode(key: string): void {
    this.work.tell("code", key);
  }

  async fix(code: string, path: readonly (string | number)[], index: number): Promise<void> {
    const { live } = this.work.designer;
    await live?.settled();
    const found = live?.diagnostics.find((one) => one.code === code && one.path.join("/") === path.join("/"));
    const fix = found?.fixes[index];
    if (fix) this.applyFix(fix);
  }

  applyFix(fix: Fix): void {
    this.work.tell("fix", fix);
  }
}

/** Answers about the present text, each found once. */
class LastAnswers {
  private text: string | undefined;
  private readonly known = new Map<string, JsonValue | undefined>();

  of(text: string, question: string, find: () => JsonValue | undefined): JsonValue | undefined {
    if (text !== this.text) this.known.clear();
    this.text = text;
    if (!this.known.has(question)) this.known.set(question, find());
    return this.known.get(question);
  }
}

function memberAt(value: JsonValue | undefined, path: RolePath): JsonValue | undefined {
  let here = value;
  for (const step of path) {
    if (typeof here !== "object" || here === null || Array.isArray(here)) return undefined;
    here = Object.hasOwn(here, step) ? (here as Readonly<Record<string, JsonValue>>)[step] : undefined;
  }
  return here;
}
