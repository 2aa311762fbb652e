import type { RequestPage } from '@benvung/contract/review-public';
import { onlineRequestNumber, requestStepOf } from '@benvung/domain/review/request/decide-online-request';
import { yearOf } from '@benvung/domain/shared/day';
import type { Db } from '../../platform/database/database.ts';
import { newId } from '../../platform/ids.ts';
import type { UnitOnDay } from '../../territory/territory.public.ts';
import { putPublicPage } from '../public/public-page.store.ts';
import { nextSeries } from '../series.store.ts';
import { insertOnlineRequest, type StoredOnlineRequest } from './online-request.store.ts';

export interface OnlineRequestReceived
  extends Pick<
    StoredOnlineRequest,
    'form' | 'head' | 'address' | 'phone' | 'identityNumber' | 'asked' | 'receiptKey' | 'demonstration'
  > {
  readonly commune: UnitOnDay;
  readonly village: UnitOnDay;
  readonly today: string;
  readonly at: string;
}

/** Keeps what a household sent, with the page of its receipt; nothing of the review begins with it. */
export async function receiveOnlineRequest(
  db: Db,
  { commune, village, today, at, ...sent }: OnlineRequestReceived,
): Promise<StoredOnlineRequest> {
  const year = yearOf(today);
  const series = await nextSeries(db, 'review_online_request', { communeId: commune.id, year });
  const one: StoredOnlineRequest = {
    ...sent,
    originCommuneId: commune.id,
    id: newId(),
    number: onlineRequestNumber(year, series),
    series,
    year,
    villageId: village.id,
    state: 'sent',
    sentOn: today,
    decidedOn: null,
    decidedBy: null,
    reason: null,
    caseId: null,
    version: 1,
    updatedAt: at,
    scopePath: village.path,
  };
  await insertOnlineRequest(db, one);
  await putPublicPage(db, 'request', {
    code: one.receiptKey,
    subjectId: one.id,
    opensOn: today,
    endsOn: null,
    content: requestPageOf(one, commune.name),
    originCommuneId: commune.id,
    scopePath: village.path,
  });
  return one;
}

/** Picks field by field what the holder of the receipt may see. */
export const requestPageOf = (
  { number, form, state, sentOn, decidedOn, reason }: StoredOnlineRequest,
  commune: string,
): RequestPage => ({
  number,
  commune,
  form,
  step: requestStepOf(state, null),
  sentOn,
  decidedOn,
  reason,
  endedOn: null,
});
