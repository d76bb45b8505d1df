import { isPeriod } from "@rolewright/runtime";
import { UseError } from "./context.ts";

/** The period asked for; throws a `UseError` when none was named or the name is no period instance. */
export function requiredPeriod(period: string | undefined): string {
  if (period === undefined) throw new UseError("noPeriod");
  if (!isPeriod(period)) throw new UseError("badPeriod", { period });
  return period;
}
