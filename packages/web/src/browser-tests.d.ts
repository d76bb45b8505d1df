/** What web-test-runner gives to `*.browser.test.ts`: the parts of Mocha that we use. */
declare function describe(what: string, body: () => void): void;
declare function it(behaviour: string, body: () => void | Promise<void>): void;
declare function beforeEach(body: () => void | Promise<void>): void;
declare function afterEach(body: () => void | Promise<void>): void;
