import { after } from "node:test";
import { startPostgres } from "../../test-support/embedded-postgres.ts";
import { keepInPostgres } from "../../test-support/test-server.ts";

/*
 * What is asked of the stores, asked once more with PostgreSQL beneath: the same tests as run on SQLite, so that a store
 * that is added is asked of both by one line here.
 */
const postgres = await startPostgres();
after(() => postgres.stop());
keepInPostgres(postgres);

await import("../../accounts/accounts.test.ts");
await import("../../accounts/sign-in-links.test.ts");
await import("../../accounts/workspace-settings.test.ts");
await import("../../appraisal/scorecards.test.ts");
await import("../../comments/comments.test.ts");
await import("../../imports/imports.test.ts");
await import("../../reviews/reviews.test.ts");
await import("../../templates/library.test.ts");
await import("../../templates/revisions.test.ts");
await import("../../templates/samples.test.ts");
