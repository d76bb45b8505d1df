/** One role with its reporting lines, as its template states them. */
export interface OrganisationRole {
  /** What the caller knows the role by; unique. */
  readonly id: string;
  /** `$id` of its template, which other roles may name it by. */
  readonly schemaId: string | null;
  readonly title: string;
  readonly reportsTo: NamedRole | null;
  readonly supervises: readonly NamedRole[];
}

/** Another role as a template names it: by its title, and by the `$id` of its template where that is stated. */
export interface NamedRole {
  readonly title: string;
  readonly role: string | null;
}

/** A place in the chart: a role, or one that is only named by others and that nobody has described. */
export interface OrganisationNode {
  /** Id of the role; `named:` and the folded title for one that is only named. */
  readonly id: string;
  readonly title: string;
  /** Whether there is a role behind it. */
  readonly described: boolean;
  /** Node above it; null at the top. */
  readonly superior: string | null;
  /** Nodes directly below it: its span of control. In the order of the superior's own list, others after them. */
  readonly subordinates: readonly string[];
}

/** What does not fit between two ends of a line. All of it is about `role`; `other` is the other end. */
export interface OrganisationFinding {
  readonly code:
    | "no-superior"
    | "superior-not-described"
    | "subordinate-not-described"
    | "not-listed-by-superior"
    | "not-reported-by-subordinate"
    | "ambiguous-name"
    | "cycle";
  /** Node it is about. */
  readonly role: string;
  /** The other node; null for `no-superior`. For `ambiguous-name` the one that was taken. */
  readonly other: string | null;
  /** For `cycle`: its nodes, each reporting to the next and the last to the first. Else empty. */
  readonly nodes: readonly string[];
}

export interface Organisation {
  /** By id, in the order of the roles given; those that are only named after them. */
  readonly nodes: ReadonlyMap<string, OrganisationNode>;
  /** Nodes without a superior, and one of each cycle, where it is broken up so that it can be drawn. */
  readonly tops: readonly string[];
  readonly findings: readonly OrganisationFinding[];
}

/**
 * The organisation that the reporting lines of all roles make, with both ends of each line checked.
 *
 * A line is drawn where the lower role says whom it reports to; where it says nothing, by the first role that lists it.
 * A role is named by `$id` if that is stated and known, else by its title, in which width, case and spaces make no
 * difference. Of several roles with that title the one that states the line's other end is taken, else the first.
 */
export function organisation(roles: readonly OrganisationRole[]): Organisation {
  const chart = new Chart(roles);
  for (const role of roles) chart.reportUp(role);
  for (const role of roles) chart.listDown(role);
  return chart.finish();
}

interface Draft {
  readonly id: string;
  readonly title: string;
  readonly role: OrganisationRole | undefined;
  superior: string | null;
  readonly subordinates: string[];
}

class Chart {
  readonly #nodes = new Map<string, Draft>();
  readonly #bySchema = new Map<string, Draft>();
  readonly #byTitle = new Map<string, Draft[]>();
  readonly #findings: OrganisationFinding[] = [];

  constructor(roles: readonly OrganisationRole[]) {
    for (const role of roles) {
      const node = this.#add(role.id, role.title, role);
      if (role.schemaId !== null && !this.#bySchema.has(role.schemaId)) this.#bySchema.set(role.schemaId, node);
    }
  }

  /** Draws the line a role itself states, and says where the other end does not know of it. */
  reportUp(role: OrganisationRole): void {
    if (role.reportsTo === null) return;
    const superior = this.#resolve(role.reportsTo, role, (other) => this.#lists(other, role));
    const node = this.#at(role.id);
    node.superior = superior.id;
    superior.subordinates.push(node.id);
    if (!superior.role) this.#find("superior-not-described", role.id, superior.id);
    else if (!this.#lists(superior.role, role)) this.#find("not-listed-by-superior", role.id, superior.id);
  }

  /** Draws the lines a role lists and that the lower end does not state, and says which it contradicts. */
  listDown(role: OrganisationRole): void {
    for (const named of role.supervises) {
      const node = this.#resolve(named, role, (other) => this.#reports(other, role));
      if (!node.role) this.#find("subordinate-not-described", role.id, node.id);
      else if (!this.#reports(node.role, role)) this.#find("not-reported-by-subordinate", role.id, node.id);
      if (node.superior !== null || node.id === role.id) continue;
      node.superior = role.id;
      this.#at(role.id).subordinates.push(node.id);
    }
    this.#sortAsListed(role);
  }

  finish(): Organisation {
    const cycles = this.#cycles();
    for (const nodes of cycles) this.#find("cycle", nodes[0] ?? "", nodes[1] ?? nodes[0] ?? "", nodes);
    const tops = [...this.#nodes.values()].filter(({ superior }) => superior === null);
    for (const { id, role } of tops) if (role) this.#find("no-superior", id, null);
    const nodes = [...this.#nodes.values()].map(({ role, ...node }) => ({ ...node, described: role !== undefined }));
    return {
      nodes: new Map(nodes.map((node) => [node.id, node])),
      tops: [...tops.map(({ id }) => id), ...cycles.map(([first = ""]) => first)],
      findings: this.#findings,
    };
  }

  #add(id: string, title: string, role?: OrganisationRole): Draft {
    const node: Draft = { id, title, role, superior: null, subordinates: [] };
    this.#nodes.set(id, node);
    this.#byTitle.set(fold(title), [...(this.#byTitle.get(fold(title)) ?? []), node]);
    return node;
  }

  #at(id: string): Draft {
    return this.#nodes.get(id) ?? this.#add(id, id);
  }

  /** The node that `from` names. `mutual`: whether the other end knows of the line too. */
  #resolve(named: NamedRole, from: OrganisationRole, mutual: (other: OrganisationRole) => boolean): Draft {
    const byId = named.role === null ? undefined : this.#bySchema.get(named.role);
    if (byId) return byId;
    const candidates = this.#byTitle.get(fold(named.title)) ?? [];
    const sure = candidates.filter(({ role }) => role && mutual(role));
    const [taken] = sure.length > 0 ? sure : candidates;
    if (!taken) return this.#add(`named:${fold(named.title)}`, named.title);
    if (candidates.length > 1 && sure.length !== 1) this.#find("ambiguous-name", from.id, taken.id);
    return taken;
  }

  #lists(superior: OrganisationRole, role: OrganisationRole): boolean {
    return superior.supervises.some((named) => isNamed(role, named));
  }

  #reports(role: OrganisationRole, superior: OrganisationRole): boolean {
    return role.reportsTo !== null && isNamed(superior, role.reportsTo);
  }

  /** In the order in which the superior lists them; those it does not list follow as they came. */
  #sortAsListed({ id, supervises }: OrganisationRole): void {
    const place = (node: string) => {
      const { title, role } = this.#at(node);
      const index = supervises.findIndex((named) => (role ? isNamed(role, named) : fold(named.title) === fold(title)));
      return index < 0 ? supervises.length : index;
    };
    this.#at(id).subordinates.sort((one, other) => place(one) - place(other));
  }

  #find(code: OrganisationFinding["code"], role: string, other: string | null, nodes: readonly string[] = []): void {
    this.#findings.push({ code, role, other, nodes });
  }

  /** Every round of superiors, once, beginning with the node that was given first. */
  #cycles(): string[][] {
    const done = new Set<string>();
    const cycles: string[][] = [];
    for (const start of this.#nodes.keys()) {
      const path: string[] = [];
      let id: string | null = start;
      while (id !== null && !done.has(id)) {
        done.add(id);
        path.push(id);
        id = this.#at(id).superior;
      }
      const begin = id === null ? -1 : path.indexOf(id);
      if (begin >= 0) cycles.push(path.slice(begin));
    }
    return cycles;
  }
}

function isNamed(role: OrganisationRole, { title, role: schemaId }: NamedRole): boolean {
  return schemaId !== null && role.schemaId !== null ? schemaId === role.schemaId : fold(title) === fold(role.title);
}

function fold(title: string): string {
  return title.normalize("NFKC").toLowerCase().replace(/\s+/gu, "");
}
