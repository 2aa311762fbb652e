import type { OwnTransactionContext, RouteContext } from '../../platform/http/route-declaration.ts';
import type { EntryGround } from './record-entry.ts';

type Caller = Pick<RouteContext | OwnTransactionContext, 'areas' | 'clock' | 'language'> &
  Pick<RouteContext<'signedIn'>, 'principal'>;

/** What entry works with for whoever calls. */
export const entryGroundOf = (
  { principal, areas, clock, language }: Caller,
  db: RouteContext['db'],
): EntryGround => ({
  db,
  areas,
  language,
  today: clock.today(),
  at: clock.now(),
  actor: principal.fullName,
  demonstration: clock.fixed,
  accountId: principal.accountId,
});
