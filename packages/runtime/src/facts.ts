import type { Observation } from "./generated/records.ts";

/** What was recorded: the last observation of every item and period. */
export class Facts {
  /** By item: its only observation, or, of several, each by its period. */
  readonly #byItem = new Map<string, Observation | Map<string, Observation>>();

  /** Of several observations of one item and period the last counts. With a holder, those that name another are left out. */
  constructor(observations: readonly Observation[], holder?: string) {
    for (const observation of observations) {
      const others = holder !== undefined && observation.holder !== undefined && observation.holder !== holder;
      if (!others) this.#add(observation);
    }
  }

  #add(observation: Observation): void {
    const known = this.#byItem.get(observation.item);
    if (known instanceof Map) known.set(observation.period, observation);
    else if (!known || known.period === observation.period) this.#byItem.set(observation.item, observation);
    else {
      const periods = [known, observation].map((each) => [each.period, each] as const);
      this.#byItem.set(observation.item, new Map(periods));
    }
  }

  of(item: string, period: string): Observation | undefined {
    const known = this.#byItem.get(item);
    if (known instanceof Map) return known.get(period);
    return known?.period === period ? known : undefined;
  }

  /** All observations of an item, in the order their periods were first recorded. */
  all(item: string): Iterable<Observation> {
    const known = this.#byItem.get(item);
    if (known instanceof Map) return known.values();
    return known ? [known] : [];
  }
}
