import type { ImportDetail, ImportFile } from "@rolewright/server/protocol";
import type { ReactiveController, ReactiveControllerHost } from "lit";
import { watchImport } from "../../data/imports.ts";

/** Keeps a page's import up to date while the page is shown. */
export class ImportWatch implements ReactiveController {
  detail: ImportDetail | undefined;
  failure: unknown;
  private readonly host: ReactiveControllerHost;
  private readonly told: (detail: ImportDetail) => void;
  private id = "";
  private stop: (() => void) | undefined;

  /** @param told Called with every answer, before the host renders. */
  constructor(host: ReactiveControllerHost, told: (detail: ImportDetail) => void = () => {}) {
    this.host = host;
    this.told = told;
    host.addController(this);
  }

  /** Follows an import; the one it follows already goes on. */
  follow(id: string): void {
    if (id === this.id && this.stop) return;
    this.stop?.();
    if (id !== this.id) this.detail = undefined;
    this.id = id;
    this.stop = watchImport(
      id,
      (detail) => {
        this.detail = detail;
        this.failure = undefined;
        this.told(detail);
        this.host.requestUpdate();
      },
      (failure) => {
        this.failure = failure;
        this.host.requestUpdate();
      },
    );
  }

  /** Asks at once. */
  refresh(): void {
    this.stop?.();
    this.stop = undefined;
    this.follow(this.id);
  }

  /** Shows what an answer said of one document, until the next one comes. */
  replace(file: ImportFile): void {
    if (!this.detail) return;
    const files = this.detail.files.map((one) => (one.id === file.id ? file : one));
    this.detail = { ...this.detail, files };
    this.host.requestUpdate();
  }

  hostDisconnected(): void {
    this.stop?.();
    this.stop = undefined;
  }
}
