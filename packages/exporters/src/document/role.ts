import type { Translator } from "@rolewright/locale";
import { localize, type RelatedRole, type RoleModel } from "@rolewright/runtime";
import { fact, fingerprintOf, heading, sectionNumber, titled } from "./blocks.ts";
import type { DocumentOptions, Signer } from "./options.ts";
import type { Block, Fact, PrintDocument } from "./print-document.ts";
import { sectionBlocks } from "./section.ts";

/** What a role document takes besides the role. */
export interface RoleDocumentOptions extends DocumentOptions {
  /** The organisation's own number of the document. */
  readonly number?: string;
  readonly prepared?: Signer;
  readonly reviewed?: Signer;
  readonly approved?: Signer;
}

/**
 * The job description (岗位说明书) of a role: who it is, what it takes, what it does and how that is measured.
 *
 * Sections keep the order and numbers of the template; reporting lines follow the first section, everything else the
 * last, numbered on. The role is localised to the translator's language.
 */
export function roleDocument(role: RoleModel, options: RoleDocumentOptions): PrintDocument {
  const { translator } = options;
  const local = localize(role, translator.tag);
  const type = translator.t("document.type.role");
  return {
    kind: "role",
    language: translator.tag,
    title: local.title,
    type,
    subtitle: subtitle(local, translator),
    header: {
      left: options.organisation ?? local.title,
      right: [type, local.identity.classification ?? ""].filter((part) => part !== "").join(" · "),
    },
    facts: headFacts(local, options),
    lead: local.purpose,
    blocks: blocks(local, options),
    footer: {
      name: local.title,
      version: versionText(options),
      fingerprint: options.sha256 ? translator.t("document.fingerprint", { hash: fingerprintOf(options.sha256) }) : "",
      page: pageLine(translator),
    },
  };
}

/** `v3`, or the word for a draft. */
export function versionText({ translator, version }: DocumentOptions): string {
  return version === null
    ? translator.t("document.version.draft")
    : translator.t("document.version.published", { version });
}

/** The page line with its two places still open. */
export function pageLine(translator: Translator): string {
  return translator.t("document.page", { page: "{page}", pages: "{pages}" });
}

function subtitle({ identity }: RoleModel, { t }: Translator): string {
  const superior = identity.reportsTo ? t("document.role.superior", { title: identity.reportsTo.title }) : "";
  return [identity.department ?? "", superior].filter((part) => part !== "").join(" · ");
}

function headFacts({ identity }: RoleModel, options: RoleDocumentOptions): Fact[] {
  const { t } = options.translator;
  return [
    ...fact(t("document.facts.number"), options.number),
    ...fact(t("document.facts.version"), versionText(options)),
    ...fact(t("document.facts.effectiveDate"), identity.effectiveDate),
    ...fact(t("document.facts.occupationCode"), identity.occupationCode),
  ];
}

function blocks(role: RoleModel, options: RoleDocumentOptions): Block[] {
  const { translator } = options;
  const sections = role.sections.map((section) => sectionBlocks(section, role, translator));
  const numbered = [sharedFacts(role, translator), grades(role, translator), signatures(options)].filter(
    ({ blocks }) => blocks.length > 0,
  );
  const last = role.sections.length;
  return [
    ...(sections[0] ?? []),
    ...lines(role, translator),
    ...sections.slice(1).flat(),
    ...numbered.flatMap(({ title, blocks }, index) => [
      heading(title, sectionNumber(String(last + index + 1), translator.tag)),
      ...blocks,
    ]),
  ];
}

/** A part after the sections; it gets its number from where it comes to stand. */
interface Part {
  readonly title: string;
  readonly blocks: readonly Block[];
}

function lines(role: RoleModel, translator: Translator): readonly Block[] {
  const { reportsTo, supervises } = role.identity;
  if (!reportsTo && supervises.length === 0) return [];
  const { t, list } = translator;
  const subordinates = supervises.map(({ title }) => title);
  const nobody = t("document.role.nobody");
  return titled(heading(t("document.role.lines")), [
    {
      kind: "organisation",
      ...(reportsTo ? { superior: reportsTo.title } : {}),
      role: role.title,
      subordinates,
      notes: lineNotes(role, translator),
      alt: t("document.role.linesAlt", {
        role: role.title,
        superior: reportsTo?.title ?? nobody,
        subordinates: subordinates.length > 0 ? list(subordinates) : nobody,
      }),
    },
  ]);
}

/** How authority is exercised: upwards, downwards, and towards single subordinates where that differs. */
function lineNotes({ identity }: RoleModel, { t, list }: Translator): Fact[] {
  const special = (related: RelatedRole) =>
    fact(t("document.role.subordinateAuthority", { title: related.title }), list(related.authority));
  return [
    ...fact(t("document.role.upward"), list(identity.reportsTo?.authority ?? [])),
    ...fact(t("document.role.downward"), list(identity.supervision)),
    ...identity.supervises.flatMap(special),
  ];
}

/** Authority, contacts and working conditions in one grid: each alone is too short for a heading of its own. */
function sharedFacts({ identity }: RoleModel, { t, list }: Translator): Part {
  const facts = [
    ...fact(t("document.role.authority"), list(identity.authority)),
    ...fact(t("document.role.internal"), list(identity.contacts.internal)),
    ...fact(t("document.role.external"), list(identity.contacts.external)),
    ...fact(t("document.role.conditions"), identity.workingConditions),
  ];
  return { title: t("document.role.context"), blocks: facts.length > 0 ? [{ kind: "facts", facts }] : [] };
}

function grades({ grades }: RoleModel, { t }: Translator): Part {
  const title = t("document.role.grades");
  const facts = grades.map(({ grade, from }, index) => {
    const below = grades[index - 1]?.from;
    const lowest = below !== undefined && Number(from) === 0;
    const key = below === undefined ? "gradeFrom" : lowest ? "gradeBelow" : "gradeBetween";
    return { label: grade, value: t(`document.role.${key}`, { from, below }) };
  });
  return { title, blocks: facts.length > 0 ? [{ kind: "facts", facts }] : [] };
}

function signatures({ translator: { t }, prepared, reviewed, approved }: RoleDocumentOptions): Part {
  return {
    title: t("document.role.signatures"),
    blocks: [
      {
        kind: "signatures",
        slots: [
          { label: t("document.signatures.prepared"), ...prepared },
          { label: t("document.signatures.reviewed"), ...reviewed },
          { label: t("document.signatures.approved"), ...approved },
          { label: t("document.signatures.read") },
        ],
        dateLabel: t("document.signatures.date"),
      },
    ],
  };
}
