import {
  checkQualityCommand,
  findingActCommand,
  findingChanged,
  findingList,
  qualityCheck,
  qualityChecked,
  qualityView,
} from '@benvung/contract/review-quality';
import { FINDING_STATES } from '@benvung/domain/review/quality/decide-finding';
import { ok } from '@benvung/domain/shared/result';
import { z } from 'zod';
import type { FeatureRoutes } from '../../platform/http/app-parts.ts';
import { defineRoute } from '../../platform/http/define-route.ts';
import { isInside } from '../../platform/http/principal.ts';
import { queryYear } from '../../platform/http/query-year.ts';
import { actingOf } from '../case/take-case-steps.ts';
import { findEntryRound } from '../entry/entry-round.ts';
import { findUnitOfReader } from '../find-unit-of-reader.ts';
import { actOnFinding } from './act-on-finding.ts';
import { checkRoundQuality } from './check-round-quality.ts';
import { listRoundsToCheck } from './finding.store.ts';
import { INSPECTORS, inspects } from './inspects.ts';
import { readFindings, readQuality } from './read-quality.ts';

/** Who answers for the quality of what is collected. */
const READERS = ['officer', 'approver', 'inspector', 'administrator'] as const;

/** Rounds looked through in one request: the caller asks again until none remains. */
const ROUNDS_AT_ONCE = 10;

export const qualityRoutes: FeatureRoutes = (app) => {
  defineRoute(app, {
    method: 'GET',
    path: '/api/review-quality',
    access: READERS,
    summary: 'Kiểm tra chất lượng rà soát, theo số lượng / How the checks of the review went, in figures',
    query: z.object({ unit: z.coerce.number().int(), year: queryYear }),
    response: qualityView,
    act: 'review.read-enumerators',
    handler: async (context, { query: { unit: id, year } }) => {
      const unit = await findUnitOfReader(context, id);
      if (!unit.ok) return unit;
      const { db, clock, principal, audit } = context;
      const named = inspects(principal, unit.value.path);
      const view = await readQuality(db, { unit: unit.value, year, today: clock.today(), named });
      if (view.enumerators.some(({ name }) => name !== null))
        audit({
          act: 'review.read-enumerators',
          subject: { kind: 'unit', id: String(id) },
          scopePath: unit.value.path,
          detail: { year },
        });
      return ok(view);
    },
  });

  defineRoute(app, {
    method: 'POST',
    path: '/api/review-quality/checks',
    access: READERS,
    summary: 'Kiểm tra lại các đợt có phiếu mới / Look through rounds with new forms',
    body: checkQualityCommand,
    response: qualityChecked,
    act: 'review.check-quality',
    handler: async (context, { body }) => {
      const { db, clock, areas, audit } = context;
      const unit = await findUnitOfReader(context, body.unit);
      if (!unit.ok) return unit;
      const wanted = { year: body.year, path: unit.value.path };
      const behind = (await listRoundsToCheck(db, wanted)).filter(
        ({ checkedAt, behind: forms }) => checkedAt === null || forms > 0,
      );
      let checked = 0;
      for (const { roundId } of behind.slice(0, ROUNDS_AT_ONCE)) {
        const found = await findEntryRound(db, roundId, clock.today());
        // A part of a commune alone cannot be held against the whole of it.
        if (!found.ok || !isInside(areas, found.value.round.scopePath)) continue;
        await checkRoundQuality(db, found.value, { today: clock.today(), at: clock.now() });
        checked += 1;
      }
      audit({
        act: 'review.check-quality',
        subject: { kind: 'unit', id: String(body.unit) },
        scopePath: unit.value.path,
        detail: { year: body.year, rounds: checked },
      });
      return ok({ checked, remaining: Math.max(0, behind.length - ROUNDS_AT_ONCE) });
    },
  });

  defineRoute(app, {
    method: 'GET',
    path: '/api/review-findings',
    access: INSPECTORS,
    summary: 'Tên hộ sau các dấu hiệu chất lượng / The names behind the signs of quality',
    query: z.object({
      unit: z.coerce.number().int(),
      year: queryYear,
      check: qualityCheck.optional(),
      state: z.enum(FINDING_STATES).optional(),
      page: z.coerce.number().int().min(1).max(10_000).optional(),
    }),
    response: findingList,
    act: 'review.read-findings',
    handler: async (context, { query }) => {
      const { db, clock, audit } = context;
      const unit = await findUnitOfReader(context, query.unit);
      if (!unit.ok) return unit;
      const list = await readFindings(db, {
        unit: unit.value,
        year: query.year,
        today: clock.today(),
        check: query.check ?? null,
        state: query.state ?? null,
        page: query.page ?? 1,
      });
      audit({
        act: 'review.read-findings',
        subject: { kind: 'unit', id: String(query.unit) },
        scopePath: unit.value.path,
        detail: { year: query.year, findings: list.findings.length },
      });
      return ok(list);
    },
  });

  defineRoute(app, {
    method: 'POST',
    path: '/api/review-findings/:id/acts',
    access: INSPECTORS,
    summary:
      'Giải trình một dấu hiệu, hoặc trả hộ về rà soát lại / Explain a finding, or send its household back',
    params: z.object({ id: z.uuid() }),
    body: findingActCommand,
    response: findingChanged,
    act: 'review.decide-finding',
    handler: async ({ db, clock, principal, audit }, { params, body }) => {
      const { version, act, reason } = body;
      const acting = actingOf(clock, principal);
      const acted = await actOnFinding(db, { id: params.id, version, act, reason, acting });
      if (!acted.ok) return acted;
      const { id, state, scopePath } = acted.value;
      audit({
        act: 'review.decide-finding',
        subject: { kind: 'finding', id },
        scopePath,
        detail: { step: act, state, reason },
      });
      return ok({ id, state, version: acted.value.version });
    },
  });
};
