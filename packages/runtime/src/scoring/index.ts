import type { ScoringMethod } from "../arithmetic.ts";
import { bands } from "./bands.ts";
import { deduct } from "./deduct.ts";
import { linear } from "./linear.ts";
import { pass } from "./pass.ts";
import { proportion } from "./proportion.ts";

/** Every scoring method. A new one is a file beside this one and a line here; the dialect and the docs follow. */
export const scoringMethods: readonly ScoringMethod[] = [pass, proportion, linear, bands, deduct];
