import {
  certificateList,
  certificatesIssued,
  certificateView,
  issueCertificatesCommand,
  reasonedCommand,
  reissueCommand,
} from '@benvung/contract/review-recognition';
import { ok, refuse } from '@benvung/domain/shared/result';
import { z } from 'zod';
import type { FeatureRoutes } from '../../platform/http/app-parts.ts';
import { defineRoute } from '../../platform/http/define-route.ts';
import { queryYear } from '../../platform/http/query-year.ts';
import { actingOf } from '../case/take-case-steps.ts';
import { findDeskUnit } from '../find-desk-unit.ts';
import {
  findCertificate,
  listCertificatesOfHousehold,
  listCertificatesUnder,
  listRenewals,
} from './certificate.store.ts';
import { findDecision } from './decision.store.ts';
import { issueCertificates, reissueCertificate, revokeCertificate } from './issue-certificates.ts';
import { certificateLineOf } from './read-recognition.ts';

const byId = z.object({ id: z.uuid() });
const PAGE_SIZE = 100;
const OFFICERS = ['officer', 'approver'] as const;

export const certificateRoutes: FeatureRoutes = (app, parts) => {
  defineRoute(app, {
    method: 'POST',
    path: '/api/review-decisions/:id/certificates',
    access: OFFICERS,
    summary: 'Cấp giấy chứng nhận theo một quyết định / Issue the certificates of a decision',
    params: byId,
    body: issueCertificatesCommand,
    response: certificatesIssued,
    act: 'review.issue-certificates',
    handler: async ({ db, clock, principal, audit, origin, afterCommit }, { params, body }) => {
      const done = await issueCertificates(db, {
        decisionId: params.id,
        number: body.number,
        signatory: body.signatory,
        acting: actingOf(clock, principal, origin),
      });
      if (!done.ok) return done;
      const { decision, ...told } = done.value;
      if (told.jobId !== null) afterCommit(() => parts.jobs?.wake());
      audit({
        act: 'review.issue-certificates',
        subject: { kind: 'decision', id: decision.id },
        scopePath: decision.scopePath,
        detail: { issued: told.issued, renewed: told.renewed, ended: told.ended },
      });
      return ok(told);
    },
  });

  defineRoute(app, {
    method: 'GET',
    path: '/api/review-certificates',
    access: 'staff',
    summary: 'Giấy chứng nhận của một đơn vị trong năm / Certificates of a unit in a year',
    query: z.object({
      unit: z.coerce.number().int(),
      year: queryYear,
      decision: z.uuid().optional(),
      page: z.coerce.number().int().min(1).max(10_000).optional(),
    }),
    response: certificateList,
    handler: async ({ db, areas, clock }, { query }) => {
      const unit = await findDeskUnit(db, { id: query.unit, areas, today: clock.today() });
      if (!unit.ok) return unit;
      const page = query.page ?? 1;
      const { path } = unit.value;
      const decision = query.decision === undefined ? null : await findDecision(db, query.decision);
      if (decision === undefined) return refuse('shared.not-found');
      const offset = (page - 1) * PAGE_SIZE;
      const wanted = { year: query.year, path, decision, offset, limit: PAGE_SIZE };
      const found = await listCertificatesUnder(db, wanted);
      return ok({
        certificates: found.certificates.map(certificateLineOf),
        page: { page, pageSize: PAGE_SIZE, total: found.total },
      });
    },
  });

  defineRoute(app, {
    method: 'GET',
    path: '/api/review-certificates/:id',
    access: 'staff',
    summary: 'Một giấy chứng nhận với bảng kết quả từng năm / One certificate with its yearly table',
    params: byId,
    response: certificateView,
    handler: async ({ db }, { params }) => {
      const one = await findCertificate(db, params.id);
      if (one === undefined) return refuse('shared.not-found');
      const others = await listCertificatesOfHousehold(db, one.householdId);
      return ok({
        ...certificateLineOf(one),
        code: one.code,
        renewals: await listRenewals(db, one),
        others: others.filter(({ id }) => id !== one.id).map(certificateLineOf),
      });
    },
  });

  for (const [word, act, change, summary] of [
    [
      'revocation',
      'review.revoke-certificate',
      revokeCertificate,
      'Thu hồi giấy chứng nhận, có lý do / Revoke a certificate',
    ],
    [
      'reissue',
      'review.reissue-certificate',
      reissueCertificate,
      'Cấp lại giấy chứng nhận, có lý do / Reissue a certificate',
    ],
  ] as const)
    defineRoute(app, {
      method: 'POST',
      path: `/api/review-certificates/:id/${word}`,
      access: OFFICERS,
      summary,
      params: byId,
      body: word === 'reissue' ? reissueCommand : reasonedCommand,
      response: z.object({ id: z.uuid(), number: z.string() }),
      act,
      handler: async ({ db, clock, principal, audit, origin }, { params, body }) => {
        const { version, reason, number: wanted } = body as z.infer<typeof reissueCommand>;
        const done = await change(db, {
          id: params.id,
          version,
          reason,
          number: wanted ?? null,
          acting: actingOf(clock, principal, origin),
        });
        if (!done.ok) return done;
        const { id, number, scopePath } = done.value;
        audit({ act, subject: { kind: 'certificate', id }, scopePath, detail: { number, reason } });
        return ok({ id, number });
      },
    });
};
