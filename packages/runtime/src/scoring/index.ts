import type { ScoringMethod } from "../arithmetic.ts";
import { bands } from "./bands.ts";
import { bonus } from "./bonus.ts";
import { deduct } from "./deduct.ts";
import { expression } from "./expression.ts";
import { levels } from "./levels.ts";
import { linear } from "./linear.ts";
import { pass } from "./pass.ts";
import { proportion } from "./proportion.ts";
import { veto } from "./veto.ts";

/** Every scoring method. A new one is a file beside this one and a line here; the dialect and the docs follow. */
export const scoringMethods: readonly ScoringMethod[] = [
  pass,
  proportion,
  linear,
  bands,
  deduct,
  bonus,
  levels,
  veto,
  expression,
];
