import {
  type Brackets,
  colon,
  comma,
  endOfComment,
  endOfString,
  isBracket,
  isComment,
  isSpace,
  type LooseComment,
  openBrace,
  quote,
  readBrackets,
  skipTrivia,
} from "./brackets.ts";

/*
 * A parser for text that is being typed. The strict one (`syntax.ts`) refuses a text with a mistake, and rightly so;
 * but most of the time that somebody asks for completion the text has one. This one never refuses, and it reads what
 * an object or list holds only when somebody looks.
 */

/** A value as it stands in the text, finished or not. `end` is exclusive. */
export interface LooseValue {
  /** `word`: true, false, null, and whatever else stands without quotes. */
  readonly kind: "object" | "array" | "string" | "number" | "word";
  readonly start: number;
  readonly end: number;
  /** Whether its closing quote or bracket is there; always true for numbers and words. */
  readonly closed: boolean;
  readonly parent: LooseValue | undefined;
  /** The member whose value it is, when its parent is an object. */
  readonly member: LooseMember | undefined;
  /** Its place in a list, else -1. */
  readonly index: number;
  /** Of an object; empty for all else. */
  readonly members: readonly LooseMember[];
  /** Of a list; empty for all else. */
  readonly elements: readonly LooseValue[];
}

/** A key of an object, with its value as far as it is written. */
export interface LooseMember {
  readonly object: LooseValue;
  /** Without quotes, escapes undone. */
  readonly name: string;
  readonly keyStart: number;
  /** Exclusive, with the closing quote. */
  readonly keyEnd: number;
  readonly keyClosed: boolean;
  /** Offset of the colon, or -1 while there is none. */
  readonly colon: number;
  readonly value: LooseValue | undefined;
}

/** What a text holds. */
export interface LooseText {
  readonly text: string;
  /** The first object or list; undefined in a text that has none. */
  readonly root: LooseValue | undefined;
  /** In text order, up to the end of the root. */
  readonly comments: readonly LooseComment[];
  /** For reading the next text. */
  readonly brackets: Brackets;
}

/** Reads any text; faster with what was read before, when the two differ in one place only. */
export function parseLoose(text: string, before?: LooseText): LooseText {
  const brackets = readBrackets(text, before?.brackets);
  const root = brackets.starts.length > 0 ? new Container({ text, brackets }, 0, nowhere) : undefined;
  return { text, root, comments: brackets.comments, brackets };
}

interface Source {
  readonly text: string;
  readonly brackets: Brackets;
}

/** Where a value hangs. */
type Holder = Pick<LooseValue, "parent" | "member" | "index">;

const nowhere: Holder = { parent: undefined, member: undefined, index: -1 };

interface Contents {
  readonly members: readonly LooseMember[];
  readonly elements: readonly LooseValue[];
}

const nothing: Contents = { members: [], elements: [] };

/** An object or list; reads what it holds when first asked. */
class Container implements LooseValue {
  readonly kind: "object" | "array";
  readonly start: number;
  readonly end: number;
  readonly closed: boolean;
  readonly parent: LooseValue | undefined;
  readonly member: LooseMember | undefined;
  readonly index: number;
  private readonly source: Source;
  private readonly container: number;
  private contents: Contents | undefined;

  constructor(source: Source, container: number, { parent, member, index }: Holder) {
    const { starts, ends, closed } = source.brackets;
    this.start = starts[container] ?? 0;
    this.end = ends[container] ?? this.start + 1;
    this.closed = closed[container] ?? false;
    this.kind = source.text.charCodeAt(this.start) === openBrace ? "object" : "array";
    this.parent = parent;
    this.member = member;
    this.index = index;
    this.source = source;
    this.container = container;
  }

  get members(): readonly LooseMember[] {
    return this.read().members;
  }

  get elements(): readonly LooseValue[] {
    return this.read().elements;
  }

  private read(): Contents {
    this.contents ??= new ContentReader(this.source, this, this.container).read();
    return this.contents;
  }
}

interface OpenMember extends LooseMember {
  colon: number;
  value: LooseValue | undefined;
}

class ContentReader {
  private readonly source: Source;
  private readonly owner: LooseValue;
  private readonly members: OpenMember[] = [];
  private readonly elements: LooseValue[] = [];
  private at: number;
  /** The next container inside. */
  private inner: number;
  /** The member that waits for its colon or its value. */
  private pending: OpenMember | undefined;

  constructor(source: Source, owner: LooseValue, container: number) {
    this.source = source;
    this.owner = owner;
    this.at = owner.start + 1;
    this.inner = container + 1;
  }

  read(): Contents {
    const { text } = this.source;
    const end = this.owner.closed ? this.owner.end - 1 : this.owner.end;
    while (this.at < end) this.next(text.charCodeAt(this.at));
    return { members: this.members, elements: this.elements };
  }

  private next(code: number): void {
    const { text } = this.source;
    if (isSpace(code)) this.at += 1;
    else if (code === comma || code === colon) this.sign(code);
    else if (isBracket(code)) this.bracket();
    else if (isComment(text, this.at)) this.at = endOfComment(text, this.at);
    else this.token(code);
  }

  /** A container is taken whole; a bracket that closes nothing is passed over. */
  private bracket(): void {
    const { starts, ends, after } = this.source.brackets;
    if (starts[this.inner] !== this.at) {
      this.at += 1;
      return;
    }
    const container = this.inner;
    this.at = ends[container] ?? this.at + 1;
    this.inner = after[container] ?? container + 1;
    this.attach((holder) => new Container(this.source, container, holder));
  }

  /** A value, or the key of the next member: what it is depends on where it stands. */
  private token(code: number): void {
    const start = this.at;
    this.at = code === quote ? endOfString(this.source.text, start) : this.endOfWord(start);
    if (this.owner.kind === "object" && this.isKey(code)) this.key(start);
    else this.scalar(code, start);
  }

  private endOfWord(start: number): number {
    const { text } = this.source;
    let end = start + 1;
    while (end < text.length && !endsWord(text, end)) end += 1;
    return end;
  }

  /** Behind a colon stands a value, unless it is followed by a colon of its own: then the value is still to be typed. */
  private isKey(code: number): boolean {
    if (!this.pending || this.pending.colon < 0) return true;
    return code === quote && this.source.text.charCodeAt(skipTrivia(this.source.text, this.at)) === colon;
  }

  private key(start: number): void {
    const { text } = this.source;
    const quoted = text.charCodeAt(start) === quote;
    const keyClosed = quoted && isClosed(text, start, this.at);
    const written = text.slice(quoted ? start + 1 : start, keyClosed ? this.at - 1 : this.at);
    const name = written.includes("\\") ? unescaped(written) : written;
    this.pending = {
      object: this.owner,
      name,
      keyStart: start,
      keyEnd: this.at,
      keyClosed,
      colon: -1,
      value: undefined,
    };
    this.members.push(this.pending);
  }

  private scalar(code: number, start: number): void {
    const end = this.at;
    const kind = code === quote ? "string" : isNumberStart(code) ? "number" : "word";
    const closed = kind !== "string" || isClosed(this.source.text, start, end);
    this.attach((holder) => ({ kind, start, end, closed, ...holder, ...nothing }));
  }

  private attach(make: (holder: Holder) => LooseValue): void {
    const { owner, pending } = this;
    if (owner.kind === "array") {
      this.elements.push(make({ parent: owner, member: undefined, index: this.elements.length }));
    } else if (pending) {
      pending.value = make({ parent: owner, member: pending, index: -1 });
    }
    this.pending = undefined;
  }

  private sign(code: number): void {
    if (code === comma) this.pending = undefined;
    else if (this.pending && this.pending.colon < 0) this.pending.colon = this.at;
    this.at += 1;
  }
}

function endsWord(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return isSpace(code) || code === quote || code === comma || code === colon || isBracket(code) || isComment(text, at);
}

function isNumberStart(code: number): boolean {
  return code === 45 || (code >= 48 && code <= 57);
}

/** Whether the string from `start` to `end` has its closing quote, which no backslash takes away. */
function isClosed(text: string, start: number, end: number): boolean {
  if (end - start < 2 || text.charCodeAt(end - 1) !== quote) return false;
  let backslashes = 0;
  while (text.charAt(end - 2 - backslashes) === "\\") backslashes += 1;
  return backslashes % 2 === 0;
}

/** A string's text with its escapes undone, as far as they make sense. */
export function unescaped(written: string): string {
  try {
    return String(JSON.parse(`"${written}"`));
  } catch {
    return written;
  }
}
