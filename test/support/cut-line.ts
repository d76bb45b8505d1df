import type { Page, WebSocketRoute } from "playwright-core";

/** A page's line to the server, which can be cut while everybody else's stays. */
export interface Line {
  cut(): Promise<void>;
  mend(): void;
}

/** Call it before the page opens anything. */
export async function lineOf(page: Page): Promise<Line> {
  const open = new Set<WebSocketRoute>();
  let whole = true;
  await page.routeWebSocket(/\/collaboration/, (socket) => {
    if (whole) {
      socket.connectToServer();
      open.add(socket);
    } else void socket.close();
  });
  return {
    async cut() {
      whole = false;
      await Promise.all([...open].map((socket) => socket.close()));
      open.clear();
    },
    mend() {
      whole = true;
    },
  };
}
