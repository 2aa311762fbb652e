import { type HouseholdActed, householdActed } from '@benvung/contract/household-acts';
import { ok } from '@benvung/domain/shared/result';
import type { FastifyInstance } from 'fastify';
import type { z } from 'zod';
import type { AuditDetail } from '../platform/audit/audit-entry.ts';
import { defineRoute } from '../platform/http/define-route.ts';
import type { RouteContext } from '../platform/http/route-declaration.ts';
import type { Acted, ActGround } from './household-ground.ts';

interface ActRoute<P extends z.ZodType, B extends z.ZodType> {
  readonly path: string;
  /** Its name in the log. */
  readonly act: string;
  readonly summary: string;
  readonly params: P;
  readonly body: B;
  readonly status?: 201;
  /** What the log says beside the household: days, reasons and names of fields, never what is sensitive. */
  detail(told: { readonly params: z.output<P>; readonly body: z.output<B> }): AuditDetail;
  run(
    ground: ActGround,
    told: { readonly params: z.output<P>; readonly body: z.output<B> },
  ): Acted<HouseholdActed & { readonly scopePath: string }>;
}

/** What an act on households is given, of what a handler is given. */
export const groundOf = ({
  db,
  areas,
  clock,
  principal,
  language,
}: Pick<
  RouteContext<readonly ['officer']>,
  'db' | 'areas' | 'clock' | 'principal' | 'language'
>): ActGround => ({
  db,
  areas,
  today: clock.today(),
  at: clock.now(),
  actor: principal.fullName,
  accountId: principal.accountId,
  language,
  demonstration: clock.fixed,
});

/** A command of an officer on households of their areas: one entry in the log, the version back. */
export function defineAct<P extends z.ZodType, B extends z.ZodType>(
  app: FastifyInstance,
  { run, detail, ...route }: ActRoute<P, B>,
): void {
  defineRoute(app, {
    ...route,
    method: 'POST',
    access: ['officer'],
    response: householdActed,
    handler: async (context, told) => {
      const { audit } = context;
      const done = await run(groundOf(context), told);
      if (!done.ok) return done;
      const { scopePath, ...acted } = done.value;
      const other: AuditDetail = acted.other === null ? {} : { other: acted.other.id };
      audit({
        act: route.act,
        subject: { kind: 'household', id: acted.id },
        scopePath,
        detail: { ...detail(told), ...other },
      });
      return ok(acted);
    },
  });
}
