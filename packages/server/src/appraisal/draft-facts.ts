import type { Observation } from "@rolewright/runtime";
import type { ObservationDraft } from "./observation-store.ts";

/** The facts that count once a draft is recorded, as `ObservationStore.list` would give them. */
export function withDraft(facts: readonly Observation[], draft: ObservationDraft): readonly Observation[] {
  const { item, period, data, evidence } = draft;
  const known = facts.find((fact) => fact.item === item && fact.period === period);
  const others = facts.filter((fact) => fact !== known);
  const exempt = draft.exempt === undefined ? known?.exempt : (draft.exempt ?? undefined);
  if (data === null && exempt === undefined) return others;
  const fact = {
    holder: draft.holderId,
    template: { id: draft.templateId, version: draft.version },
    item,
    period,
    data: data as Observation["data"],
    ...(evidence === undefined ? {} : { evidence }),
    ...(exempt === undefined ? {} : { exempt }),
  };
  return [...others, fact];
}
