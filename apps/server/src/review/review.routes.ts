import { proposedStandards, roundView } from '@benvung/contract/review';
import { commandBase, day } from '@benvung/contract/shared';
import { ROUND_KINDS } from '@benvung/domain/review/review-round';
import { ok, refuse } from '@benvung/domain/shared/result';
import type { CompiledStandard } from '@benvung/domain/standard/compile-standard';
import { z } from 'zod';
import type { FeatureRoutes } from '../platform/http/app-parts.ts';
import { defineRoute } from '../platform/http/define-route.ts';
import { isInside } from '../platform/http/principal.ts';
import { queryYear } from '../platform/http/query-year.ts';
import { findUnitOn } from '../territory/territory.public.ts';
import { assignmentRoutes } from './assignment/assignment.routes.ts';
import { caseRoutes } from './case/case.routes.ts';
import { chooseRoundStandards, namedIn } from './choose-round-standards.ts';
import { closeRound, reopenRound } from './close-round.ts';
import { correctionRoutes } from './correction.routes.ts';
import { deadlineRoutes } from './deadline/deadline.routes.ts';
import { deskRoutes } from './desk.routes.ts';
import { entryRoutes } from './entry/entry.routes.ts';
import { entryFileRoutes } from './entry/entry-file.routes.ts';
import { grievanceRoutes } from './grievance/grievance.routes.ts';
import { reviewLawRoutes } from './law/review-law.routes.ts';
import { reviewListFileRoutes } from './list-file.routes.ts';
import { lockYear } from './lock-year.ts';
import { matchRoutes } from './match.routes.ts';
import { meetingRoutes } from './meeting/meeting.routes.ts';
import { openRounds } from './open-round.ts';
import { populationBaseRoutes } from './population-base.routes.ts';
import { postingRoutes } from './posting/posting.routes.ts';
import { provinceCodesOf } from './province-codes.ts';
import { qualityRoutes } from './quality/quality.routes.ts';
import { certificateRoutes } from './recognition/certificate.routes.ts';
import { recognitionRoutes } from './recognition/recognition.routes.ts';
import { onlineRequestRoutes } from './request/online-request.routes.ts';
import { listRoundsOfCommunes, listRoundsOfKindUnder } from './review-round.store.ts';
import { addRoundEvents } from './round-event.store.ts';
import { viewOfRound } from './view-of-round.ts';

const byId = z.object({ id: z.uuid() });
const OFFICERS = ['officer', 'administrator'] as const;

export const reviewRoutes: FeatureRoutes = (app, parts) => {
  for (const more of [
    assignmentRoutes,
    qualityRoutes,
    caseRoutes,
    certificateRoutes,
    correctionRoutes,
    deadlineRoutes,
    deskRoutes,
    entryFileRoutes,
    entryRoutes,
    grievanceRoutes,
    matchRoutes,
    meetingRoutes,
    onlineRequestRoutes,
    populationBaseRoutes,
    postingRoutes,
    recognitionRoutes,
    reviewLawRoutes,
    reviewListFileRoutes,
  ])
    more(app, parts);

  defineRoute(app, {
    method: 'GET',
    path: '/api/rounds',
    access: 'staff',
    summary: 'Các đợt rà soát của một đơn vị trong năm / The rounds of a unit in a year',
    /** `kind`: periodic rounds unless told. */
    query: z.object({
      unit: z.coerce.number().int(),
      year: queryYear,
      kind: z.enum(ROUND_KINDS).optional(),
    }),
    response: z.object({ rounds: z.array(roundView) }),
    handler: async ({ db, areas, clock }, { query }) => {
      const unit = await findUnitOn(db, query.unit, clock.today());
      if (unit === undefined || !isInside(areas, unit.path))
        return refuse('review.unit-not-found', { unit: query.unit });
      const { year, kind = 'PERIODIC' } = query;
      // a village is reviewed in the round of its commune
      const rounds =
        unit.level === 'village'
          ? await listRoundsOfCommunes(db, year, unit.parentId === null ? [] : [unit.parentId], kind)
          : await listRoundsOfKindUnder(db, { year, path: unit.path, kind });
      return ok({ rounds: rounds.map(viewOfRound) });
    },
  });

  defineRoute(app, {
    method: 'GET',
    path: '/api/rounds/standards',
    access: 'staff',
    summary:
      'Chuẩn nghèo đề xuất cho đợt rà soát của một đơn vị / The standards a day proposes for a unit’s round',
    query: z.object({ unit: z.coerce.number().int(), day }),
    response: proposedStandards,
    handler: async ({ db, areas, clock }, { query }) => {
      const unit = await findUnitOn(db, query.unit, clock.today());
      if (unit === undefined || !isInside(areas, unit.path))
        return refuse('review.unit-not-found', { unit: query.unit });
      const provinceCode = (await provinceCodesOf(db, [unit.path], clock.today()))(unit.path);
      const chosen = chooseRoundStandards({ day: query.day, provinceCode });
      if (!chosen.ok) return chosen;
      const { national, local } = chosen.value;
      return ok({ national: namedStandard(national), local: local === null ? null : namedStandard(local) });
    },
  });

  defineRoute(app, {
    method: 'POST',
    path: '/api/rounds',
    access: OFFICERS,
    summary: 'Mở đợt rà soát định kỳ ở một xã / Open the periodic round of a commune',
    body: commandBase.extend({
      communeId: z.int(),
      year: z.int().min(2016).max(2100),
      /** None: what the day proposes. */
      standardId: z.string().optional(),
      /** None: what the day proposes for the province; null: no local standard. */
      localStandardId: z.string().nullable().optional(),
      referenceDay: day,
      source: z.string().max(500),
    }),
    response: roundView,
    status: 201,
    act: 'review.open-round',
    handler: async ({ db, areas, principal, clock, audit }, { body }) => {
      const today = clock.today();
      const commune = await findUnitOn(db, body.communeId, today);
      if (commune?.level !== 'commune' || !isInside(areas, commune.path))
        return refuse('review.unit-not-found', { unit: body.communeId });
      const provinceCode = (await provinceCodesOf(db, [commune.path], today))(commune.path);
      const standards = chooseRoundStandards({ ...body, day: body.referenceDay, provinceCode });
      if (!standards.ok) return standards;
      const opened = await openRounds(db, {
        year: body.year,
        kind: 'PERIODIC',
        communes: [{ communeId: commune.id, scopePath: commune.path }],
        ...namedIn(standards.value),
        referenceDay: body.referenceDay,
        today,
        source: body.source,
        demonstration: clock.fixed,
        carryOver: true,
      });
      if (!opened.ok) return opened;
      const round = opened.value[0]!;
      const { year, communeId, scopePath } = round;
      await addRoundEvents(db, { actor: principal.username, at: clock.now() }, [
        { year, communeId, scopePath, kind: 'opened', detail: { source: body.source } },
      ]);
      audit({
        act: 'review.open-round',
        subject: { kind: 'round', id: round.id },
        scopePath: round.scopePath,
        detail: { year: round.year },
      });
      return ok(viewOfRound(round));
    },
  });

  for (const [word, change, summary] of [
    ['close', closeRound, 'Kết thúc đợt rà soát / Close a round'],
    ['reopen', reopenRound, 'Mở lại đợt đã kết thúc, có lý do / Reopen a closed round'],
  ] as const)
    defineRoute(app, {
      method: 'POST',
      path: `/api/rounds/:id/${word}`,
      access: OFFICERS,
      summary,
      params: byId,
      body: commandBase.extend({ reason: z.string().max(1000).optional() }),
      response: roundView,
      act: `review.${word}-round`,
      handler: async ({ db, principal, clock, audit }, { params, body }) => {
        const wanted = {
          roundId: params.id,
          today: clock.today(),
          said: { actor: principal.username, at: clock.now() },
          reason: body.reason ?? '',
        };
        const changed = await change(db, wanted);
        if (!changed.ok) return changed;
        audit({
          act: `review.${word}-round`,
          subject: { kind: 'round', id: params.id },
          scopePath: changed.value.scopePath,
          detail: { year: changed.value.year, reason: body.reason ?? '' },
        });
        return ok(viewOfRound(changed.value));
      },
    });

  defineRoute(app, {
    method: 'POST',
    path: '/api/years/:year/lock',
    access: ['approver', 'administrator'],
    summary: 'Khóa số liệu một năm của một đơn vị / Lock a unit’s year',
    params: z.object({ year: z.coerce.number().int() }),
    body: commandBase.extend({ unitId: z.int() }),
    response: z.object({ locked: z.int() }),
    act: 'review.lock-year',
    handler: async ({ db, areas, principal, clock, audit }, { params, body }) => {
      const unit = await findUnitOn(db, body.unitId, clock.today());
      if (unit === undefined || !isInside(areas, unit.path))
        return refuse('review.unit-not-found', { unit: body.unitId });
      const locked = await lockYear(db, {
        year: params.year,
        path: unit.path,
        today: clock.today(),
        said: { actor: principal.username, at: clock.now() },
      });
      if (locked.ok)
        audit({
          act: 'review.lock-year',
          subject: { kind: 'unit', id: String(unit.id) },
          scopePath: unit.path,
          detail: { year: params.year, locked: locked.value.locked },
        });
      return locked;
    },
  });
};

const namedStandard = ({ standard: { id, title } }: CompiledStandard) => ({ id, title });
