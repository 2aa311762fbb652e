import { ONLINE_REQUEST_STATES } from '@benvung/domain/review/request/decide-online-request';
import { REQUEST_FORMS } from '@benvung/domain/review/request/request-form';
import { z } from 'zod';
import { commandBase, day, page } from './shared.ts';

const onlineRequestLine = z.object({
  id: z.uuid(),
  number: z.string(),
  form: z.enum(REQUEST_FORMS),
  state: z.enum(ONLINE_REQUEST_STATES),
  head: z.string(),
  village: z.string(),
  sentOn: day,
  decidedOn: day.nullable(),
});

/** GET /api/online-requests?unit=&year=&page= : those that wait first, the oldest on top. */
export const onlineRequestList = z.object({
  requests: z.array(onlineRequestLine),
  waiting: z.int(),
  /** Of a commune: whether its page takes requests, and where that page is. */
  channel: z.object({ communeId: z.int(), open: z.boolean(), address: z.string() }).nullable(),
  page,
});
export type OnlineRequestList = z.infer<typeof onlineRequestList>;

/** GET /api/online-requests/:id : what the household wrote; reading it is logged. */
export const onlineRequestView = onlineRequestLine.extend({
  communeId: z.int(),
  address: z.string().nullable(),
  phone: z.string().nullable(),
  identityNumber: z.string().nullable(),
  asked: z.string(),
  decidedBy: z.string().nullable(),
  reason: z.string().nullable(),
  caseId: z.uuid().nullable(),
  version: z.int(),
});
export type OnlineRequestView = z.infer<typeof onlineRequestView>;

/** POST /api/online-requests/:id/decision */
export const decideOnlineRequestCommand = commandBase.extend({
  version: z.int().min(1),
  decision: z.discriminatedUnion('decision', [
    /** `householdId` null: a household that is not registered yet. */
    z.strictObject({ decision: z.literal('accept'), householdId: z.uuid().nullable() }),
    /** Its sender reads the reason. */
    z.strictObject({ decision: z.literal('refuse'), reason: z.string().trim().max(1000) }),
  ]),
});
export type DecideOnlineRequestCommand = z.infer<typeof decideOnlineRequestCommand>;
export const onlineRequestDecided = z.object({
  id: z.uuid(),
  state: z.enum(ONLINE_REQUEST_STATES),
  version: z.int(),
  caseId: z.uuid().nullable(),
});

/** PUT /api/online-request-channel */
export const setRequestChannelCommand = commandBase.extend({ communeId: z.int(), open: z.boolean() });
export const requestChannelSet = z.object({ open: z.boolean() });
