import { arithmetic } from "./arithmetic.ts";
import { dueInclusivity } from "./due-inclusivity.ts";
import { reportsToSelf } from "./reports-to-self.ts";
import type { LintRule } from "./rule.ts";
import { scoreMissing } from "./score-missing.ts";
import { standardTarget } from "./standard-target.ts";
import { supports } from "./supports.ts";
import { targetImpossible } from "./target-impossible.ts";
import { titleDuplicate } from "./title-duplicate.ts";
import { weightsSum } from "./weights-sum.ts";
import { whenZero } from "./when-zero.ts";

/** Every rule about what a role says. A new one is a file beside this one and a line here. */
export const lintRules: readonly LintRule[] = [
  weightsSum,
  targetImpossible,
  arithmetic,
  scoreMissing,
  dueInclusivity,
  standardTarget,
  supports,
  whenZero,
  reportsToSelf,
  titleDuplicate,
];
