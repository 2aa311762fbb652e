import type { RouteContext } from '../platform/http/route-declaration.ts';
import type { ActingPerson } from './act-on-document.ts';

/** Who acts on documents in a request: its log is written by the request. */
export const actingPersonOf = ({
  principal,
  clock,
  areas,
  audit,
}: Pick<
  RouteContext<readonly ['officer', 'approver']>,
  'principal' | 'clock' | 'areas' | 'audit'
>): ActingPerson => ({
  accountId: principal.accountId,
  actor: principal.username,
  now: clock.now(),
  today: clock.today(),
  areas,
  audit,
});
