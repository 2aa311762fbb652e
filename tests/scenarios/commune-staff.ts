import { createAccount } from '../../apps/server/src/access/add-account.ts';
import { findPrincipal } from '../../apps/server/src/access/find-principal.ts';
import { startSession } from '../../apps/server/src/access/start-session.ts';
import { SAMPLE_PASSWORD } from '../../apps/server/src/access/testing/signed-in.ts';
import { buildApp } from '../../apps/server/src/app.ts';
import type { DatabaseHandle } from '../../apps/server/src/platform/database/database.ts';
import { newId } from '../../apps/server/src/platform/ids.ts';
import { settableClock } from '../../apps/server/src/platform/testing/settable-clock.ts';

interface Grant {
  readonly role: string;
  readonly unitId: number;
}

/** One person of the story at their desk: each word is a request of their page, and answers its JSON. */
export interface Worker {
  // biome-ignore lint/suspicious/noExplicitAny: whatever the API answers; the story knows which view it asked for
  get(url: string): Promise<any>;
  /** Fails when the server refuses. */
  // biome-ignore lint/suspicious/noExplicitAny: see get
  send(method: 'POST' | 'PUT', url: string, payload?: object): Promise<any>;
  /** The code of the refusal; fails when the server accepts. */
  refused(method: 'POST' | 'PUT', url: string, payload?: object): Promise<string>;
  /** Sent whatever becomes of it; fails on a fault. Answers whether it was accepted. */
  attempt(method: 'POST' | 'PUT', url: string, payload?: object): Promise<boolean>;
  // biome-ignore lint/suspicious/noExplicitAny: see get
  bring(url: string, text: string): Promise<any>;
}

/** The whole application over a database, with a clock that is moved, and people who sign in again each day. */
export async function openOfficeOver(database: DatabaseHandle, today: string) {
  const clock = settableClock(`${today}T01:00:00.000Z`, today);
  const parts = { database, clock, version: '0' };
  const app = await buildApp(parts);
  await app.ready();

  const workerOf = (accountId: string): Worker => {
    let session = { day: '', token: '', csrf: '' };
    const ask = async (request: {
      method: 'GET' | 'POST' | 'PUT';
      url: string;
      payload?: object | Buffer;
    }) => {
      if (session.day !== clock.now()) {
        const token = await startSession(parts, accountId);
        session = { day: clock.now(), token, csrf: (await findPrincipal(parts, token))?.csrfToken ?? '' };
      }
      return app.inject({
        ...request,
        cookies: { benvung_session: session.token },
        headers: {
          'x-csrf-token': session.csrf,
          ...(Buffer.isBuffer(request.payload) ? { 'content-type': 'application/octet-stream' } : {}),
        },
      });
    };
    const accepted = async (request: Parameters<typeof ask>[0]) => {
      const answer = await ask(request);
      if (answer.statusCode >= 300) throw new Error(`${request.method} ${request.url}: ${answer.body}`);
      return answer.json();
    };
    const command = (payload: object) => ({ commandId: newId(), ...payload });
    return {
      get: (url) => accepted({ method: 'GET', url }),
      send: (method, url, payload = {}) => accepted({ method, url, payload: command(payload) }),
      refused: async (method, url, payload = {}) => {
        const answer = await ask({ method, url, payload: command(payload) });
        if (answer.statusCode < 300) throw new Error(`${method} ${url} was not refused: ${answer.body}`);
        return answer.json().code;
      },
      attempt: async (method, url, payload = {}) => {
        const { statusCode, body } = await ask({ method, url, payload: command(payload) });
        if (statusCode >= 500) throw new Error(`${method} ${url}: ${body}`);
        return statusCode < 300;
      },
      bring: (url, text) => accepted({ method: 'POST', url, payload: Buffer.from(text) }),
    };
  };

  return {
    app,
    clock,
    /** Moves the clock to a moment in Việt Nam. */
    goTo: (day: string, time = '08:00') => {
      clock.setToday(day);
      clock.moveBy(Date.parse(`${day}T${time}:00+07:00`) - Date.parse(clock.now()));
    },
    hire: async (username: string, ...grants: readonly Grant[]): Promise<Worker> => {
      const draft = { username, grants, fullName: `Người ${username}`, password: SAMPLE_PASSWORD };
      const created = await createAccount(database.db, draft, clock.now());
      if (!created.ok) throw new Error(created.problem.code);
      return workerOf(created.value.id);
    },
  };
}
export type StoryOffice = Awaited<ReturnType<typeof openOfficeOver>>;
