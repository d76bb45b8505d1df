import { type EditResult, edit, insertMember, moveMember, removeMember, valueAt } from "@rolewright/runtime";
import { textEdits } from "@rolewright/server/text-edits";
import fc from "fast-check";
import * as Y from "yjs";
import { historyOf } from "../../../editor/yjs-binding.ts";
import { type WritableText, writeEdits } from "../write-edits.ts";
import { membersOf } from "./members.ts";
import { Strays } from "./strays.ts";
import { Twins } from "./twins.ts";

const start = `{
  // 职责
  "duties": {
    "first": { "title": "接待业主来访", "weight": 20 },
    "second": { "title": "处理投诉报修", "weight": 30 },
    "third": { "title": "收缴物业费用", "weight": 50 }
  }
}
`;

/** One of some people on a text of duties, for tests of what becomes of what both do at once. */
export interface Person extends WritableText {
  readonly doc: Y.Doc;
  /** Words of theirs they were told of. */
  readonly orphans: string[];
  close(): void;
}

/**
 * Two people with the same text, who do not hear of each other until `meet`. What Yjs puts first depends on whose
 * client id is the higher one. Without `mending` they have nobody who looks after strays.
 */
export function twoPeople(higher: "first" | "second" = "second", mending = true): { a: Person; b: Person } {
  const [a, b] = peopleOf(higher === "second" ? [10, 20] : [20, 10], mending);
  if (!a || !b) throw new Error("There are two.");
  return { a, b };
}

/** People with the same text, by their client ids; each waits so long for whoever should mend what stands twice. */
export function peopleOf(
  clientIds: readonly number[],
  mending = true,
  patienceMs = Number.POSITIVE_INFINITY,
  text = start,
): readonly Person[] {
  const origin = new Y.Doc();
  origin.clientID = 1;
  origin.getText("text").insert(0, text);
  const state = Y.encodeStateAsUpdate(origin);
  return clientIds.map((id) => personOf(id, state, mending, patienceMs));
}

function personOf(clientId: number, state: Uint8Array, mending: boolean, patienceMs: number): Person {
  const doc = new Y.Doc();
  doc.clientID = clientId;
  Y.applyUpdate(doc, state);
  const text = doc.getText("text");
  const orphans: string[] = [];
  const strays = mending ? new Strays(text, ({ words }) => orphans.push(words), { patienceMs }) : undefined;
  const twins = mending ? new Twins(text, { lost: (words) => orphans.push(words), patienceMs }) : undefined;
  return {
    doc,
    text,
    orphans,
    history: historyOf(text),
    close: () => {
      strays?.close();
      twins?.close();
      doc.destroy();
    },
  };
}

/** As somebody at a form. */
export function make(person: Person, change: (text: string) => EditResult): void {
  const result = change(person.text.toString());
  if ("refused" in result) throw new Error(result.refused.code);
  writeEdits(person, result.edits);
}

/** As somebody at the code editor: takes out `from` and writes `to`. */
export function type(person: Person, from: string, to: string): void {
  const offset = person.text.toString().indexOf(from);
  if (offset < 0) throw new Error(`${from} is not there`);
  writeEdits(
    person,
    textEdits(from, to).map((each) => ({ ...each, offset: offset + each.offset })),
  );
}

/** Each hears what the others did, and mends it, until nothing is new. */
export async function meet(...people: readonly Person[]): Promise<void> {
  for (let round = 0; round < 4; round += 1) {
    for (const from of people) for (const to of people) if (from !== to) await tell(from, to);
  }
}

/** One hears all that another has. */
export async function tell(from: Person, to: Person): Promise<void> {
  Y.applyUpdate(to.doc, Y.encodeStateAsUpdate(from.doc, Y.encodeStateVector(to.doc)), "wire");
  await Promise.resolve();
}

export const dutyOf = (person: Person, key: string) => valueAt(person.text.toString(), ["duties", key]);
export const keysOf = (person: Person) => Object.keys(valueAt(person.text.toString(), ["duties"]) ?? {});

/** What two people may do at once, each on their own copy. */
const changes = {
  /** A form writes a whole value; the key says whose. */
  value: (person: Person, key: string, mark: string) =>
    make(person, (text) => edit(text, ["duties", key, "note"], `值${mark}`)),
  /** With a slip that is set right. */
  typing: (person: Person, key: string, mark: string) => {
    const title = valueAt(person.text.toString(), ["duties", key, "title"]) as string;
    type(person, `"${title}"`, `"${title.slice(0, 3)}误${mark}${title.slice(3)}"`);
    type(person, `误${mark}`, mark);
  },
  toEnd: (person: Person, key: string) =>
    make(person, (text) => moveMember(text, ["duties", key], { container: ["duties"] })),
  toFront: (person: Person, key: string) => {
    const [before] = keysOf(person);
    if (before !== key)
      make(person, (text) => moveMember(text, ["duties", key], { container: ["duties"], before: before ?? "" }));
  },
  remove: (person: Person, key: string) => make(person, (text) => removeMember(text, ["duties", key])),
  paste: (person: Person, _: string, mark: string) =>
    make(person, (text) => insertMember(text, `新${mark}`, { title: `粘贴${mark}` }, { container: ["duties"] })),
};

/** One change: what, and to which duty. */
export type Step = readonly [name: keyof typeof changes, key: string];

/** What two people do before they hear of each other. */
export interface Encounter {
  readonly mine: readonly Step[];
  readonly theirs: readonly Step[];
  readonly higher: "first" | "second";
}

const step = fc.tuple(
  fc.constantFrom(...(Object.keys(changes) as (keyof typeof changes)[])),
  fc.constantFrom("first", "second", "third"),
);

/** Any encounter of at most so many steps each. */
export function encounters(most: { readonly mine: number; readonly theirs: number }): fc.Arbitrary<Encounter> {
  return fc.record({
    mine: fc.array(step, { maxLength: most.mine }),
    theirs: fc.array(step, { minLength: 1, maxLength: most.theirs }),
    higher: fc.constantFrom("first", "second"),
  });
}

/** Words that somebody wrote into a duty. */
interface Written {
  readonly key: string;
  readonly field: "note" | "title";
  readonly words: string;
}

/** What is wrong after an encounter; undefined when all is well. */
export async function problemAfter({ mine, theirs, higher }: Encounter, mending = true): Promise<string | undefined> {
  const { a, b } = twoPeople(higher, mending);
  const written = [...act(a, mine, "甲"), ...act(b, theirs, "乙")];
  await meet(a, b);
  const text = a.text.toString();
  const told = [...a.orphans, ...b.orphans].join();
  a.close();
  b.close();
  if (text !== b.text.toString()) return `two texts: ${text} and ${b.text}`;
  if (valueAt(text, []) === undefined) return `cannot be read: ${text}`;
  const twice = membersOf(text).find(({ key, object }) => object && text.split(`${key}:`).length > 2);
  if (twice) return `${twice.key} stands twice: ${text}`;
  const noted = keysOfText(text).find(
    (key) => text.split(`"${key}": {`)[1]?.split("}")[0]?.split('"note"').length === 3,
  );
  if (noted) return `the note of ${noted} stands twice: ${text}`;
  return written.map((each) => problemWith(each, text, told, { mine, theirs })).find((problem) => problem);
}

const keysOfText = (text: string) => Object.keys(valueAt(text, ["duties"]) ?? {});

function act(person: Person, steps: readonly Step[], mark: string): Written[] {
  return steps.flatMap(([name, key], index): Written[] => {
    // What it cannot be made on any more, since they removed it themselves, is left out.
    if (name !== "paste" && !keysOf(person).includes(key)) return [];
    const words = `${mark}${index}。`;
    changes[name](person, key, words);
    if (name === "typing") return [{ key, field: "title", words }];
    return name === "value" ? [{ key, field: "note", words }] : [];
  });
}

/** Words stand once, and in the duty they were written into; or else somebody removed that, or their writer was told. */
function problemWith({ key, field, words }: Written, text: string, told: string, both: Steps): string | undefined {
  const count = text.split(words).length - 1;
  const does = (steps: readonly Step[], wanted: RegExp) => steps.some(([name, of]) => of === key && wanted.test(name));
  const doneBy = (wanted: RegExp) => [both.mine, both.theirs].filter((steps) => does(steps, wanted)).length;
  // A form that writes a note anew takes the note before with it.
  const mayLack = told.includes(words) || doneBy(/remove/) > 0 || (field === "note" && doneBy(/value/) > 0);
  if (count > 1 || (count === 0 && !mayLack)) return `${words} stands ${count} times in ${text}`;
  const place = String(valueAt(text, ["duties", key, field]));
  return count === 1 && !place.includes(words) ? `${words} is not in ${key} of ${text}` : undefined;
}

type Steps = Pick<Encounter, "mine" | "theirs">;
