import { arithmetic } from "./arithmetic.ts";
import { catchAll } from "./catch-all.ts";
import { discriminationAge } from "./discrimination-age.ts";
import { discriminationEthnicity } from "./discrimination-ethnicity.ts";
import { discriminationFamily } from "./discrimination-family.ts";
import { discriminationHealth } from "./discrimination-health.ts";
import { discriminationLooks } from "./discrimination-looks.ts";
import { discriminationOrigin } from "./discrimination-origin.ts";
import { discriminationReligion } from "./discrimination-religion.ts";
import { discriminationSex } from "./discrimination-sex.ts";
import { dueCadence } from "./due-cadence.ts";
import { dueInclusivity } from "./due-inclusivity.ts";
import { dueTwoDays } from "./due-two-days.ts";
import { dutyRoleTitle } from "./duty-role-title.ts";
import { dutyStandard } from "./duty-standard.ts";
import { nearDuplicate } from "./near-duplicate.ts";
import { reportsToSelf } from "./reports-to-self.ts";
import type { LintRule } from "./rule.ts";
import { scoreMissing } from "./score-missing.ts";
import { severalMetrics } from "./several-metrics.ts";
import { slowPattern } from "./slow-pattern.ts";
import { staleTranslation } from "./stale-translation.ts";
import { standardSource } from "./standard-source.ts";
import { standardTarget } from "./standard-target.ts";
import { supports } from "./supports.ts";
import { targetImpossible } from "./target-impossible.ts";
import { targetLoosened } from "./target-loosened.ts";
import { targetTrivial } from "./target-trivial.ts";
import { titleDuplicate } from "./title-duplicate.ts";
import { vague } from "./vague.ts";
import { weightsMissing } from "./weights-missing.ts";
import { weightsSum } from "./weights-sum.ts";
import { whenZero } from "./when-zero.ts";
import { wordingCadence } from "./wording-cadence.ts";
import { wordingFigure } from "./wording-figure.ts";

/** Every rule about what a role says. A new one is a file beside this one and a line here. */
export const lintRules: readonly LintRule[] = [
  weightsSum,
  weightsMissing,
  targetImpossible,
  targetLoosened,
  staleTranslation,
  targetTrivial,
  arithmetic,
  scoreMissing,
  dueInclusivity,
  dueCadence,
  dueTwoDays,
  standardTarget,
  standardSource,
  severalMetrics,
  supports,
  dutyStandard,
  dutyRoleTitle,
  catchAll,
  whenZero,
  reportsToSelf,
  slowPattern,
  titleDuplicate,
  nearDuplicate,
  vague,
  wordingCadence,
  wordingFigure,
  discriminationAge,
  discriminationSex,
  discriminationFamily,
  discriminationOrigin,
  discriminationEthnicity,
  discriminationReligion,
  discriminationHealth,
  discriminationLooks,
];
