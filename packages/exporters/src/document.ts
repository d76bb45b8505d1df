export type { DocumentOptions, Signer } from "./document/options.ts";
export type {
  Block,
  ExportOptions,
  Fact,
  FactsBlock,
  FiguresBlock,
  Footer,
  HeadingBlock,
  ListBlock,
  ListItem,
  OrganisationBlock,
  PrintDocument,
  SignaturesBlock,
  TableBlock,
  TableColumn,
  TableRow,
} from "./document/print-document.ts";
export { type RoleDocumentOptions, roleDocument } from "./document/role.ts";
export { type ScorecardDocumentOptions, scorecardDocument } from "./document/scorecard.ts";
