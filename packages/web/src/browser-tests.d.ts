/** What web-test-runner gives to `*.browser.test.ts`: the parts of Mocha that we use. */
declare function describe(what: string, body: () => void): void;
/** A test that may take longer than usual says so: `it(…).timeout(60_000)`. */
declare function it(behaviour: string, body: () => void | Promise<void>): { timeout(milliseconds: number): unknown };
declare function before(body: () => void | Promise<void>): void;
declare function after(body: () => void | Promise<void>): void;
declare function beforeEach(body: () => void | Promise<void>): void;
declare function afterEach(body: () => void | Promise<void>): void;
