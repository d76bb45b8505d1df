import { jsoncTokens } from "./commas.ts";

/** A member of an object in a JSONC text, from its key to the end of its value. */
export interface Member {
  /** As it is written, with its quotation marks. */
  readonly key: string;
  readonly start: number;
  readonly end: number;
  /** Key of the member whose object it stands in; `""` outside of any. */
  readonly home: string;
  /** Where the bracket of the object it stands in is; -1 outside of any. */
  readonly within: number;
  /** In how many brackets it stands. */
  readonly depth: number;
  /** Whether its value is an object. */
  readonly object: boolean;
}

interface Token {
  readonly index: number;
  readonly token: string;
}

interface Level {
  readonly bracket: string;
  readonly index: number;
  readonly home: string;
  /** The member that is being read. */
  open?: { readonly key: string; readonly start: number } | undefined;
}

/**
 * The members of a JSONC text, or of a piece of one, in the order in which they begin. It need not be a whole text:
 * commas may be wrong and a key may stand twice, as after two people's changes met; what never ends is left out.
 */
export function membersOf(text: string): readonly Member[] {
  const found: Member[] = [];
  const tokens = [...jsoncTokens(text)];
  const levels: Level[] = [{ bracket: "{", index: -1, home: "" }];
  const close = (end: number, object: boolean) => {
    const level = levels.at(-1);
    if (level?.open) {
      const { open, home, index } = level;
      found.push({ ...open, end, home, within: index, depth: levels.length - 1, object });
    }
    if (level) level.open = undefined;
  };
  tokens.forEach((at, index) => {
    const level = levels.at(-1);
    if (/^[{[]$/.test(at.token)) levels.push({ bracket: at.token, index: at.index, home: level?.open?.key ?? "" });
    else if (/^[}\]]$/.test(at.token)) {
      if (levels.length > 1) levels.pop();
      close(at.index + 1, at.token === "}");
    } else if (isKey(at, tokens[index + 1], level))
      Object.assign(level ?? {}, { open: { key: at.token, start: at.index } });
    else if (/^[^,:]/.test(at.token)) close(at.index + at.token.length, false);
  });
  return found.sort((one, other) => one.start - other.start);
}

function isKey({ token }: Token, next: Token | undefined, level: Level | undefined): boolean {
  return token.startsWith('"') && next?.token === ":" && level?.bracket === "{";
}
