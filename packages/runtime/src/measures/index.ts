import type { MeasureKind } from "../arithmetic.ts";
import { count } from "./count.ts";
import { dayOfPeriod } from "./day-of-period.ts";
import { deviation } from "./deviation.ts";
import { duration } from "./duration.ts";
import { expression } from "./expression.ts";
import { rating } from "./rating.ts";
import { ratio } from "./ratio.ts";
import { value } from "./value.ts";

/** Every measure. A new one is a file beside this one and a line here; the dialect and the docs follow. */
export const measures: readonly MeasureKind[] = [
  value,
  count,
  ratio,
  deviation,
  dayOfPeriod,
  duration,
  rating,
  expression,
];
