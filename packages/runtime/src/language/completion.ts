import type { TextEdit } from "../diagnostic.ts";
import type { TextRange } from "../model.ts";
import type { LanguageContext } from "./context.ts";
import { followedBy, type Insertion } from "./insertion.ts";
import { keyOffers } from "./key-offers.ts";
import type { LooseText } from "./loose.ts";
import { looseText } from "./loose-text.ts";
import { type Spot, spotAt } from "./spot.ts";
import { valueOffers } from "./value-offers.ts";

/** One thing that may be written at a place. */
export interface Completion {
  /** `value` keeps to the dialect as it is; `link` names something that exists; keys and snippets leave gaps to fill. */
  readonly kind: "key" | "value" | "link" | "snippet";
  /** As written in the text, without quotes. For snippets a name that only stands in where there are no words. */
  readonly label: string;
  /** The title of what a link names. */
  readonly title?: string;
  /** Message keys that say what it means, the most specific first; a translator has one of them or none. */
  readonly words: readonly string[];
  /** What is typed to find it: as written, and by title. */
  readonly filter: string;
  /** What it replaces. */
  readonly range: TextRange;
  readonly insert: string;
  /** `insert` with tab stops (`$1`, `${2:text}`). */
  readonly snippet: string;
  /** Edits elsewhere that belong to it: the comma that was missing in front. */
  readonly edits: readonly TextEdit[];
}

/** A completion before it is known what stands around it. */
export interface Offer extends Insertion, Pick<Completion, "kind" | "label" | "words"> {
  readonly title?: string;
}

/**
 * What may be written at an offset, the most useful first: keys, values, snippets for whole items, items of the
 * library, and the names that this place takes. Works in text that does not parse. The client filters by what is typed.
 */
export function complete(text: string, offset: number, context: LanguageContext = {}): readonly Completion[] {
  const source = looseText(text);
  const spot = spotAt(source, offset);
  if (!spot) return [];
  return offersAt(source, spot, context).map((offer) => completion(offer, spot, source));
}

function offersAt(source: LooseText, spot: Spot, context: LanguageContext): readonly Offer[] {
  return spot.place === "key" ? keyOffers(source, spot, context) : valueOffers(source, spot, context);
}

function completion({ title, ...offer }: Offer, spot: Spot, { text }: LooseText): Completion {
  const quoted = text.charAt(spot.range.start) === '"';
  const written = quoted ? JSON.stringify(offer.label) : offer.label;
  return {
    ...offer,
    ...followedBy(offer, spot.commaAfter ? "," : ""),
    ...(title === undefined ? {} : { title }),
    filter: title === undefined ? written : `${written} ${title}`,
    range: spot.range,
    edits: spot.commaBefore < 0 ? [] : [{ offset: spot.commaBefore, length: 0, text: "," }],
  };
}
