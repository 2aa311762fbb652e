import type { Browser } from 'playwright-core';
import { launchBrowser, signInAs, type Visit, visit } from './office-page.ts';
import { type OfficeServer, startOffice } from './office-server.ts';

export const TABLE_ONE_2023 = '/bieu/1?nam=2023';

interface Coming {
  readonly width?: number;
  readonly height?: number;
  /** Where to; left out: their home page. */
  readonly at?: string;
}

/** One server with the demonstration, and one browser, for all stories. */
export interface Office {
  readonly url: string;
  readonly browser: Browser;
  /**
   * A person's own window. They signed in once, by hand; later windows carry that session, so a
   * story that ends it or changes the account uses `comeAnew`.
   */
  come(username: string, coming?: Coming): Promise<Visit>;
  comeAnew(username: string, coming?: Coming): Promise<Visit>;
  /** The person's one window that only looks: it stays open from screen to screen, and `close` of the office closes it. */
  look(username: string): Promise<Visit>;
}

export type Stories = (office: Office) => void;

interface OpenedOffice extends Office {
  open(): Promise<void>;
  close(): Promise<void>;
}

export function makeOffice(): OpenedOffice {
  let server: OfficeServer | undefined;
  let browser: Browser | undefined;
  const sessions = new Map<string, Awaited<ReturnType<Visit['context']['storageState']>>>();
  const looking = new Map<string, Promise<Visit>>();
  const started = <T>(value: T | undefined): T => {
    if (value === undefined) throw new Error('the office is not open');
    return value;
  };
  const comeAnew = async (username: string, { at, ...size }: Coming = {}): Promise<Visit> => {
    const visited = await visit(started(browser), { url: started(server).url, ...size });
    await signInAs(visited.page, username);
    if (at !== undefined) await visited.page.goto(at);
    return visited;
  };
  const come = async (username: string, { at, ...size }: Coming = {}): Promise<Visit> => {
    const session = sessions.get(username);
    if (session === undefined) {
      const visited = await comeAnew(username, { ...size, ...(at === undefined ? {} : { at }) });
      sessions.set(username, await visited.context.storageState());
      return visited;
    }
    const visited = await visit(started(browser), { url: started(server).url, session, ...size });
    await visited.page.goto(at ?? '/');
    await visited.page.getByRole('navigation', { name: 'Danh mục' }).waitFor({ state: 'attached' });
    return visited;
  };
  return {
    get url() {
      return started(server).url;
    },
    get browser() {
      return started(browser);
    },
    comeAnew,
    come,
    look: async (username) => {
      const open = looking.get(username) ?? come(username);
      looking.set(username, open);
      return open;
    },
    open: async () => {
      browser = await launchBrowser();
      server = await startOffice();
    },
    close: async () => {
      await browser?.close();
      await server?.stop();
    },
  };
}
