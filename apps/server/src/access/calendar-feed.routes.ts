import { calendarFeedMade, calendarFeedView } from '@benvung/contract/calendar';
import { ok, refuse } from '@benvung/domain/shared/result';
import { z } from 'zod';
import { writeAudit } from '../platform/audit/audit.store.ts';
import { NATION_PATH } from '../platform/audit/audit-entry.ts';
import { calendarFile } from '../platform/calendar/calendar-file.ts';
import type { CalendarSource } from '../platform/calendar/calendar-source.ts';
import { timeInVietnam } from '../platform/clock.ts';
import { inAreaScope } from '../platform/database/area-scope.ts';
import type { AppParts, FeatureRoutes } from '../platform/http/app-parts.ts';
import { defineRoute } from '../platform/http/define-route.ts';
import { fileResponse } from '../platform/http/file-reply.ts';
import { areasInForce, type Principal, scopeInForce } from '../platform/http/principal.ts';
import { tryLimit } from '../platform/http/try-limit.ts';
import {
  deleteFeed,
  type FeedReader,
  findFeed,
  findFeedReader,
  noteFeedRead,
  putFeed,
} from './calendar-feed.store.ts';
import { readHeldUnits } from './held-units.ts';
import { hashToken, newToken } from './session-token.ts';

const NAMES = { vi: 'Bền Vững: thời hạn', en: 'Bền Vững: deadlines' } as const;
const FEED_PATH = '/api/calendars';
const MINUTES = 60;

/** One's own deadlines in one's own calendar program: the address is made and ended here, and read without signing in. */
export const calendarFeedRoutes =
  (sources: readonly CalendarSource[]): FeatureRoutes =>
  (app, parts) => {
    addOwnRoutes(app, parts);
    addFeedRoute(app, parts, sources);
  };

type App = Parameters<FeatureRoutes>[0];

const noteOf = ({ accountId, grants }: Pick<Principal, 'accountId' | 'grants'>, act: string) => ({
  act,
  subject: { kind: 'account', id: accountId },
  scopePath: grants[0]?.path ?? NATION_PATH,
});

function addOwnRoutes(app: App, { clock }: AppParts): void {
  const shared = { path: '/api/me/calendar', access: 'signedIn', transaction: 'unnarrowed' } as const;
  defineRoute(app, {
    ...shared,
    method: 'GET',
    summary: 'Lịch thời hạn của tôi / The calendar of my deadlines',
    response: calendarFeedView,
    handler: async ({ db, principal }) =>
      ok((await findFeed(db, principal.accountId)) ?? { madeAt: null, lastReadAt: null, reads: 0 }),
  });
  // No command id: receipts keep what is answered, and the address is told once.
  defineRoute(app, {
    ...shared,
    method: 'POST',
    summary: 'Tạo địa chỉ lịch mới / Make a new calendar address',
    act: 'access.make-calendar',
    rateLimit: { max: 20, seconds: 60 },
    response: calendarFeedMade,
    handler: async ({ db, principal, origin, audit }) => {
      const key = newToken();
      await putFeed(db, { accountId: principal.accountId, keyHash: hashToken(key), at: clock.now() });
      audit(noteOf(principal, 'access.make-calendar'));
      return ok({ address: `${origin}${FEED_PATH}/${key}.ics` });
    },
  });
  defineRoute(app, {
    ...shared,
    method: 'DELETE',
    summary: 'Thu hồi địa chỉ lịch / End the calendar address',
    act: 'access.end-calendar',
    handler: async ({ db, principal, audit }) => {
      if (!(await deleteFeed(db, principal.accountId))) return refuse('shared.not-found');
      audit(noteOf(principal, 'access.end-calendar'));
      return ok(undefined);
    },
  });
}

function addFeedRoute(app: App, parts: AppParts, sources: readonly CalendarSource[]): void {
  const now = () => Date.parse(parts.clock.now());
  const unknown = tryLimit({ each: 20, together: 3000, seconds: 10 * MINUTES }, now);
  const reads = tryLimit({ each: 30, together: 100_000, seconds: 60 * MINUTES }, now);
  defineRoute(app, {
    method: 'GET',
    path: `${FEED_PATH}/:file`,
    access: 'public',
    transaction: 'own',
    summary: 'Lịch thời hạn (iCalendar) theo địa chỉ riêng / Deadlines as iCalendar, by a secret address',
    params: z.object({ file: z.string().max(80) }),
    query: z.object({ lang: z.enum(['vi', 'en']).optional() }),
    response: fileResponse,
    act: 'access.read-calendar',
    handler: async ({ origin, address }, { params, query }) => {
      const key = hashToken(params.file.replace(/\.ics$/u, ''));
      const seconds = Math.max(unknown.secondsToWait(address), reads.secondsToWait(key));
      if (seconds > 0) return refuse('shared.too-many-requests', { seconds });
      const reader = await findFeedReader(parts.database.db, key);
      if (reader === undefined) {
        unknown.note(address);
        return refuse('shared.not-found');
      }
      reads.note(key);
      const language = query.lang ?? 'vi';
      const entries = await readEntries(parts, { reader, sources, language });
      const madeAt = parts.clock.now();
      const content = calendarFile({ name: NAMES[language], entries, origin, madeAt });
      return ok({ name: 'thoi-han.ics', type: 'text/calendar; charset=utf-8', content, inline: true });
    },
  });
}

interface Reading {
  readonly reader: FeedReader;
  readonly sources: readonly CalendarSource[];
  readonly language: 'vi' | 'en';
}

/** What the person may see today, by the roles held today; the reading is logged as theirs. */
async function readEntries({ database, clock }: AppParts, { reader, sources, language }: Reading) {
  const { accountId, username } = reader;
  const today = clock.today();
  const units = await readHeldUnits(database.db, reader.grants, today);
  const grants = reader.grants.flatMap(({ role, unitId }) => {
    const path = units.get(unitId)?.path;
    return path === undefined ? [] : [{ role, unitId, path }];
  });
  const scope = scopeInForce({ grants }, 'signedIn');
  const areas = areasInForce({ grants }, 'staff');
  const asked = { accountId, grants, areas, today, time: timeInVietnam(clock.now()), language };
  const entries = await inAreaScope(database, scope, async (db) => {
    const found = [];
    for (const source of sources) found.push(...(await source(db, asked)));
    return found;
  });
  await database.db.transaction().execute(async (db) => {
    await noteFeedRead(db, accountId, clock.now());
    await writeAudit(db, { accountId, actor: username, at: clock.now() }, [
      { ...noteOf({ accountId, grants }, 'access.read-calendar'), detail: { entries: entries.length } },
    ]);
  });
  return entries;
}
