import type { Diagnostic, Fix, TextRange } from "@rolewright/runtime";
import type { LitElement } from "lit";
import { t } from "../../app/language.ts";
import { notify } from "../../components/notice.ts";
import type { OpenRole } from "./open-role.ts";
import type { Outline } from "./outline.ts";
import { keyAt } from "./places.ts";
import type { PeerPlace } from "./together/following.ts";
import type { WorkspaceLayout } from "./workspace-layout.ts";
import type { View } from "./workspace-view.ts";

/**
 * Leads the reader of a role to what they ask for, an item, a finding, a stretch of the code or what was said about it:
 * brings the pane in sight that shows it, and traces it in all the others.
 */
export class ReaderGuide {
  /** What the code is to show once it has been loaded. */
  #wanted: { readonly range: TextRange; readonly focus: boolean } | undefined;
  /** Id of the thread the address last led to. */
  #linked: string | undefined;

  constructor(
    private readonly page: LitElement,
    private readonly role: OpenRole,
    private readonly layout: WorkspaceLayout,
  ) {}

  get #code() {
    return this.page.querySelector("rw-code-editor");
  }

  get #designer() {
    return this.page.querySelector("rw-designer");
  }

  get #view(): View {
    return this.layout.sight.view;
  }

  /** Shows an item or section (`""`: the role itself) in the code and lights it everywhere. */
  readonly pick = (key: string): void => {
    this.layout.setDrawer(false);
    const range = this.role.rangeOf(key);
    if (range) this.revealInSight(range);
    else void this.#revealOnceRead();
    this.layout.see("design");
    this.role.trace(key);
  };

  /** The same, and the keyboard goes on there. */
  enter(key: string): void {
    this.pick(key);
    this.#designer?.focusPart(key);
  }

  /** What was only just written is found in the code when it has been read. */
  async #revealOnceRead(): Promise<void> {
    await this.role.live?.settled();
    this.#revealTraced();
  }

  #revealTraced(): void {
    const range = this.role.rangeOf(this.role.traced);
    if (range) this.revealInSight(range);
  }

  /** Shows a stretch of the code, where the code is there already. */
  readonly revealInSight = (range: TextRange): void => this.#code?.reveal(range);

  /** Shows a stretch of the code, which may have to be loaded first. */
  #reveal(range: TextRange, focus: boolean): void {
    this.layout.seeCode();
    const code = this.#code;
    if (code) code.reveal(range, { focus });
    else this.#wanted = { range, focus };
  }

  /** The code has been loaded. */
  codeIsThere(): void {
    if (this.#wanted) this.#code?.reveal(this.#wanted.range, { focus: this.#wanted.focus });
    else this.#revealTraced();
    this.#wanted = undefined;
  }

  readonly show = (view: View): void => {
    this.layout.show(view);
    this.#revealTraced();
  };

  /** Brings the code in sight at once, and goes to the part in it as soon as it is known where that stands. */
  readonly showCodeOf = async (key: string): Promise<void> => {
    this.layout.seeCode();
    if (!this.role.rangeOf(key)) await this.role.live?.settled();
    const range = this.role.rangeOf(key);
    if (range) this.#reveal(range, true);
  };

  readonly showFinding = (diagnostic: Diagnostic): void => {
    const item = this.role.stand(diagnostic);
    const { phone } = this.layout;
    if (phone && item !== undefined) this.layout.see("design");
    else if (this.#view !== "design" || item === undefined) this.#reveal(diagnostic.range, !phone);
    // Where the caret was put may be in another item.
    if (item !== undefined) this.role.trace(item);
  };

  readonly showObstacle = (): void => {
    const obstacle = this.role.live?.obstacle;
    if (obstacle) this.showFinding(obstacle.diagnostic);
  };

  /** To the finding before or after the one at hand, and in the designer the keyboard with it. */
  stepFinding(by: 1 | -1): void {
    const next = this.role.nextFinding(by);
    if (!next) return;
    this.showFinding(next);
    if (this.#view === "design" && this.role.lit !== undefined) this.#designer?.focusPart(this.role.lit);
  }

  /** Mends what a finding is about; the keyboard stays with the work. */
  readonly applyFix = async (fix: Fix): Promise<void> => {
    if (!(await this.role.fix(fix))) return;
    notify(t("web.workspace.problems.fixed"), "done", { label: t("web.workspace.undo"), run: this.role.undo });
    await this.role.live?.settled();
    await this.page.updateComplete;
    if (document.activeElement === document.body) this.#focusAfterFix();
  };

  /** The button is gone with its finding: the keyboard goes on at the next one, else at the item that was mended. */
  #focusAfterFix(): void {
    const next = this.page.querySelector<HTMLElement>(".pb-row .pb-find");
    if (next) next.focus();
    else if (this.#view !== "code") this.#designer?.focusPart(this.role.lit ?? "");
  }

  /** To where the followed peer is; the caret stays out of the reader's own hands meanwhile. */
  goAlong({ item, offset }: PeerPlace): void {
    const key = item ?? (offset === undefined ? undefined : keyAt(this.role.role, offset));
    if (key) this.role.trace(key);
    if (offset !== undefined && this.#view !== "design") this.revealInSight({ start: offset, end: offset });
    else if (key) this.#revealTraced();
    if (key) this.role.trace(key);
  }

  /** Opens the comments: at a thread, or at the field for a new one about what is selected or traced. */
  async openComments(thread?: string): Promise<void> {
    this.role.talk.wanted = thread;
    this.layout.openPanel("comments");
    await this.page.updateComplete;
    if (thread === undefined) this.page.querySelector("rw-comment-panel")?.write();
  }

  /** To what was said about an item, or to the field for a first word about it. */
  comment(key: string): void {
    this.pick(key);
    const [first] = this.role.talk.openOf(key);
    void this.openComments(first?.thread.id);
  }

  /** Puts the caret into the search field of the outline. */
  async find(): Promise<void> {
    this.layout.setDrawer(true);
    await this.page.updateComplete;
    this.page.querySelector<Outline>("rw-outline")?.search();
  }

  /** Offers the kinds of section that can be added. */
  addSection(): void {
    if (this.#view === "code") this.show("design");
    this.layout.setDrawer(false);
    this.#designer?.chooseSection();
  }

  /** An address may name an item behind its `#`, as links to it do: it is traced once it is there. */
  followItemLink(): void {
    const key = decodeURIComponent(location.hash.slice(1));
    if (key === "" || !this.role.rangeOf(key)) return;
    history.replaceState(null, "", location.pathname);
    this.pick(key);
  }

  /** An address may lead to a comment thread (`?thread=`): it is shown as soon as the comments are there. */
  followThreadLink(): void {
    const thread = new URLSearchParams(location.search).get("thread") ?? undefined;
    if (!this.role.talk.open || thread === this.#linked) return;
    this.#linked = thread;
    if (thread) void this.openComments(thread);
  }
}
