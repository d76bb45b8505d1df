import {
  type Description,
  type Entry,
  entryAt,
  type FieldName,
  type ImportResult,
  type ListName,
  listNames,
  type Place,
  type Span,
  type Standard,
} from "./import-result.ts";

/*
 * What a reviewer does to a result. Every edit gives a new result and leaves the old one for undo. Spans keep pointing
 * into the source, and every character stays in an entry, in `unplaced` or in `layout`.
 */

/** An entry is right as it is. */
export function accept(result: ImportResult, places: readonly Place[]): ImportResult {
  return edited(result, (copy) => {
    for (const place of places) {
      const entry = entryAt(copy, place);
      if (entry) entry.confidence = 1;
    }
  });
}

/** Sets members of an entry; `undefined` takes a member away. What a person set is sure. */
export function change(result: ImportResult, place: Place, members: Readonly<Record<string, unknown>>): ImportResult {
  return edited(result, (copy) => {
    const entry = entryAt(copy, place);
    if (entry) assign(entry, { ...members, confidence: 1 });
  });
}

/** Writes a single field; an empty text takes it away. */
export function writeField(result: ImportResult, description: number, name: FieldName, text: string): ImportResult {
  return edited(result, (copy) => {
    const role = copy.descriptions[description];
    if (!role) return;
    const before = role[name];
    const spans = before?.spans ?? [];
    if (text === "") {
      delete role[name];
      giveUp(copy, spans);
    } else if (name === "title") role.title = { text, spans, confidence: 1, from: role.title?.from ?? "label" };
    else role[name] = { text, spans, confidence: 1 };
  });
}

/** Writes what the role is for, as one text; an empty one takes it away. */
export function writePurpose(result: ImportResult, description: number, text: string): ImportResult {
  return edited(result, (copy) => {
    const role = copy.descriptions[description];
    if (!role) return;
    const spans = inOrder(role.purpose.flatMap((field) => field.spans));
    role.purpose = text === "" ? [] : [{ text, spans, confidence: 1 }];
    if (text === "") giveUp(copy, spans);
  });
}

/** Writes who reports to the role; names that were there keep their places in the source. */
export function writeSubordinates(result: ImportResult, description: number, names: readonly string[]): ImportResult {
  return edited(result, (copy) => {
    const role = copy.descriptions[description];
    if (!role) return;
    const before = role.subordinates;
    role.subordinates = names.map(
      (text) => before.find((one) => one.text === text) ?? { text, spans: [], confidence: 1 },
    );
    giveUp(
      copy,
      before.flatMap(({ spans }) => spans),
    );
  });
}

/** Takes an entry out of the result; its words are listed as unplaced. */
export function remove(result: ImportResult, place: Place): ImportResult {
  return edited(result, (copy) => {
    const [gone] = listOf(copy, place).splice(place.index, 1);
    if (gone) giveUp(copy, gone.spans);
  });
}

/** What an entry of each list may say beside its words. */
const members: Readonly<Record<ListName, readonly string[]>> = {
  qualifications: ["label", "kind", "need", "years", "yearsTo", "level"],
  duties: ["label", "group", "part", "cadence", "interval", "deadline"],
  standards: [
    ...["label", "group", "operator", "target", "unit", "of", "metric", "cadence", "interval", "deadline"],
    ...["duty", "sentence"],
  ],
  authority: ["towards"],
  others: ["section", "heading", "label"],
};

/** What an entry of a list must say, where its words do not tell. */
const needed: Readonly<Record<ListName, Readonly<Record<string, unknown>>>> = {
  qualifications: { kind: "other", need: "required" },
  duties: {},
  standards: {},
  authority: {},
  others: { section: "other" },
};

/** Moves an entry to the end of another list; what that list has no place for is left behind. */
export function move(result: ImportResult, place: Place, list: ListName): ImportResult {
  return edited(result, (copy) => {
    if (place.list === list) return;
    const [entry] = listOf(copy, place).splice(place.index, 1);
    const role = copy.descriptions[place.description];
    if (entry && role) insertInOrder(role[list], turnedInto(entry, list));
  });
}

/** Parts an entry: each text becomes an entry of its own, in order; the first keeps what else was said. */
export function split(result: ImportResult, place: Place, texts: readonly string[], source: string): ImportResult {
  return edited(result, (copy) => {
    const list = listOf(copy, place);
    const entry = list[place.index];
    if (!entry || texts.length < 2) return;
    const spans = texts.map((text) => spansOf(text, entry.spans, source));
    const rest = texts.slice(1).map((text, index): Entry => {
      const part = { text, spans: spans[index + 1] ?? entry.spans, confidence: 1, ...needed[place.list] };
      return part as unknown as Entry;
    });
    assign(entry, { text: texts[0], spans: spans[0], confidence: 1 });
    list.splice(place.index + 1, 0, ...rest);
  });
}

/** Joins an entry to the one before it. */
export function merge(result: ImportResult, place: Place): ImportResult {
  return edited(result, (copy) => {
    const list = listOf(copy, place);
    const before = list[place.index - 1];
    const [entry] = before ? list.splice(place.index, 1) : [];
    if (!before || !entry) return;
    const joint = /[\p{P}\s]$/u.test(before.text) ? "" : /\p{Script=Han}/u.test(before.text) ? "，" : ", ";
    assign(before, {
      text: `${before.text}${joint}${entry.text}`,
      spans: inOrder([...before.spans, ...entry.spans]),
      confidence: 1,
    });
  });
}

/** Makes a standard of what a duty says, for the reviewer to fill in; the duty stays. */
export function measure(result: ImportResult, place: Place): ImportResult {
  return edited(result, (copy) => {
    const role = copy.descriptions[place.description];
    const entry = entryAt(copy, place);
    if (!role || !entry || place.list !== "duties") return;
    const { text, spans } = entry;
    const standard: Standard = { text, spans: [...spans], confidence: 1, duty: place.index };
    for (const name of ["cadence", "deadline"] as const)
      if (name in entry) assign(standard, { [name]: (entry as Standard)[name] });
    insertInOrder(role.standards, standard);
  });
}

/** Gives words that found no place a place. Where no description was read at all, it is the first of one. */
export function placeWords(
  result: ImportResult,
  index: number,
  description: number,
  list: ListName,
  source: string,
): ImportResult {
  return edited(result, (copy) => {
    const [span] = copy.unplaced.splice(index, 1);
    if (!span) return;
    const role = copy.descriptions[description] ?? emptyDescription(source.length);
    copy.descriptions[description] = role;
    const text = source
      .slice(span.start, span.end)
      .replace(/\s*\n\s*/gu, " ")
      .trim();
    const entry = { text, spans: [span], confidence: 1, ...needed[list] };
    insertInOrder(role[list], entry as unknown as Entry);
  });
}

function emptyDescription(end: number): Description {
  const lists = { qualifications: [], duties: [], standards: [], authority: [], others: [] };
  return { span: { start: 0, end }, confidence: 1, subordinates: [], purpose: [], ...lists };
}

/** Words without a place that nobody needs. */
export function passOver(result: ImportResult, indices: readonly number[]): ImportResult {
  return edited(result, (copy) => {
    const gone = new Set(indices);
    copy.layout = inOrder([...copy.layout, ...copy.unplaced.filter((_, index) => gone.has(index))]);
    copy.unplaced = copy.unplaced.filter((_, index) => !gone.has(index));
  });
}

/** Answers a question: the answer is written where the question points. */
export function answer(result: ImportResult, indices: readonly number[], option: unknown): ImportResult {
  return edited(result, (copy) => {
    const answered = indices.flatMap((index) => copy.ambiguities[index] ?? []);
    for (const { path } of answered) {
      const steps = path.split("/").slice(1);
      const last = steps.pop() ?? "";
      const parent = steps.reduce<unknown>((at, step) => (at as Record<string, unknown> | undefined)?.[step], copy);
      if (parent) (parent as Record<string, unknown>)[last] = option;
      const entry = steps.slice(0, 4).reduce<unknown>((at, step) => (at as Record<string, unknown>)?.[step], copy);
      if (entry) (entry as Entry).confidence = 1;
    }
    copy.ambiguities = copy.ambiguities.filter((one) => !answered.includes(one));
  });
}

/** Takes offered corrections: the words change in every entry that stands on them. */
export function correct(result: ImportResult, indices: readonly number[]): ImportResult {
  return edited(result, (copy) => {
    const taken = indices.flatMap((index) => copy.corrections[index] ?? []);
    for (const { span, from, to } of taken)
      for (const field of fieldsOf(copy))
        if (field.spans.some((one) => one.start <= span.start && span.end <= one.end))
          field.text = field.text.replaceAll(from, to);
    copy.corrections = copy.corrections.filter((one) => !taken.includes(one));
  });
}

/** Leaves words as they are. */
export function keepWords(result: ImportResult, indices: readonly number[]): ImportResult {
  return edited(result, (copy) => {
    copy.corrections = copy.corrections.filter((_, index) => !indices.includes(index));
  });
}

/** Runs an edit on a copy, and lets what refers to entries by their index follow them. */
function edited(result: ImportResult, run: (copy: ImportResult) => void): ImportResult {
  const copy = structuredClone(result);
  const questions = copy.ambiguities.map((ambiguity) => {
    const [, , description, list, index, ...rest] = ambiguity.path.split("/");
    const role = copy.descriptions[Number(description)];
    const named = listNames.find((name) => name === list);
    return { ambiguity, entry: named && role?.[named][Number(index)], rest };
  });
  const measured = copy.descriptions.flatMap((role) =>
    role.standards.map((standard) => ({ role, standard, duty: role.duties[standard.duty ?? -1] })),
  );
  run(copy);
  const gone = new Set<ImportResult["ambiguities"][number]>();
  for (const { ambiguity, entry, rest } of questions) {
    const at = entry && whereIs(copy, entry);
    if (at) ambiguity.path = ["", "descriptions", at.description, at.list, at.index, ...rest].join("/");
    else if (entry) gone.add(ambiguity);
  }
  copy.ambiguities = copy.ambiguities.filter((ambiguity) => !gone.has(ambiguity));
  for (const { role, standard, duty } of measured) follow(role, standard, duty);
  return copy;
}

function follow(role: Description, standard: Standard, duty: Description["duties"][number] | undefined): void {
  if (!duty) return;
  const index = role.duties.indexOf(duty);
  if (index >= 0) standard.duty = index;
  else delete standard.duty;
}

function whereIs(result: ImportResult, entry: Entry): Place | undefined {
  for (const [description, role] of result.descriptions.entries())
    for (const list of listNames) {
      const index = (role[list] as readonly Entry[]).indexOf(entry);
      if (index >= 0) return { description, list, index };
    }
  return undefined;
}

function listOf(result: ImportResult, { description, list }: Place): Entry[] {
  return (result.descriptions[description]?.[list] ?? []) as Entry[];
}

/** The same entry, so that questions about it follow it. */
function turnedInto(entry: Entry, list: ListName): Entry {
  const allowed = new Set(["text", "spans", ...members[list]]);
  for (const name of Object.keys(entry)) if (!allowed.has(name)) assign(entry, { [name]: undefined });
  for (const [name, value] of Object.entries(needed[list])) if (!(name in entry)) assign(entry, { [name]: value });
  assign(entry, { confidence: 1 });
  return entry;
}

function assign(target: object, values: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(values))
    if (value === undefined) delete (target as Record<string, unknown>)[name];
    else (target as Record<string, unknown>)[name] = value;
}

/** Entries stand in the order of the source. */
function insertInOrder(list: readonly Entry[], entry: Entry): void {
  const start = entry.spans[0]?.start ?? Number.POSITIVE_INFINITY;
  const after = list.findIndex((one) => (one.spans[0]?.start ?? Number.POSITIVE_INFINITY) > start);
  (list as Entry[]).splice(after < 0 ? list.length : after, 0, entry);
}

/** Words nothing stands on any more are unplaced. */
function giveUp(result: ImportResult, spans: readonly Span[]): void {
  const held = fieldsOf(result).flatMap((field) => field.spans);
  const free = spans.filter((span) => !held.some((one) => one.start < span.end && span.start < one.end));
  result.unplaced = inOrder([...result.unplaced, ...free]);
}

/** Everything with words and spans. */
function fieldsOf(result: ImportResult): { text: string; spans: Span[] }[] {
  return result.descriptions.flatMap((role) => [
    ...[role.title, role.department, role.superior].filter((field) => field !== undefined),
    ...role.subordinates,
    ...role.purpose,
    ...listNames.flatMap((list) => role[list] as Entry[]),
  ]);
}

/** Where the words of a part stand within the spans of the whole; the whole where they cannot be found. */
function spansOf(text: string, spans: readonly Span[], source: string): Span[] {
  for (const { start, end } of spans) {
    const at = source.slice(start, end).indexOf(text);
    if (at >= 0) return [{ start: start + at, end: start + at + text.length }];
  }
  return [...spans];
}

function inOrder(spans: readonly Span[]): Span[] {
  return [...spans].sort((a, b) => a.start - b.start);
}
