import type { Duty } from "../generated/import-result.ts";

/** The role's part in a duty, by how its words begin; the first row that fits decides. */
export const dutyParts: readonly (readonly [NonNullable<Duty["part"]>, RegExp])[] = [
  ["approve", /^(?:负责)?(?:审批|批准|核准|签批|签发)|^(?:to )?(?:approv|authori[sz]|sign off)/iu],
  [
    "review",
    /^(?:负责)?(?:审核|监督|检查|督导|督促|抽查|指导并监督|复核|稽核|审查|把关|监控)|^(?:to )?(?:review|inspect|audit|monitor|check|verif)/iu,
  ],
  ["assist", /^(?:协助|配合|支持|支援|辅助)|^(?:to )?(?:assist|support|help)/iu],
  ["take-part", /^(?:参与|参加|共同)|^(?:to )?(?:participat|take part|contribut|attend)/iu],
  ["organise", /^(?:负责)?(?:组织|召集|统筹|策划|安排)|^(?:to )?(?:organi[sz]|coordinat|arrang|schedul)/iu],
  [
    "lead",
    /^(?:全面负责|主持|领导|带领|牵头|主导|负责.{0,6}全面|统领)|^(?:to )?(?:lead|manag|direct|head|oversee|supervis)/iu,
  ],
];
