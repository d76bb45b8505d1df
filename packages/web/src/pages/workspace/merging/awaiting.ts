/** How one waits for whoever should mend something, before one does it oneself. */
export interface Awaiting {
  /** Whether a Yjs client is here, as far as presence tells; without it nobody is. */
  readonly isPresent?: (client: number) => boolean;
  /** How long one who is away may take to come back; somebody who is here is waited for ten times as long. Default 2 s. */
  readonly patienceMs?: number;
}

const patienceMs = 2_000;
const timesForPresent = 10;

/** Runs `act` once none of the clients has been here for so long; gives back the way to stop. Never where it is infinite. */
export function afterWaiting(awaiting: Awaiting, clients: readonly number[], act: () => void): () => void {
  const patience = awaiting.patienceMs ?? patienceMs;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let rounds = 0;
  const wait = (): void => {
    if (!Number.isFinite(patience)) return;
    timer = setTimeout(() => {
      rounds += 1;
      const present = clients.some((client) => awaiting.isPresent?.(client));
      if (present && rounds < timesForPresent) wait();
      else act();
    }, patience);
  };
  wait();
  return () => clearTimeout(timer);
}
