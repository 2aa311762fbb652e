import {
  type CorrectionView as CorrectionWire,
  correctionCommand,
  correctionList,
  correctionMade,
} from '@benvung/contract/review';
import { ok, refuse } from '@benvung/domain/shared/result';
import type { Language } from '@benvung/domain/shared/text';
import { z } from 'zod';
import type { FeatureRoutes } from '../platform/http/app-parts.ts';
import { defineRoute } from '../platform/http/define-route.ts';
import { correctionTexts } from './correction-text.ts';
import { makeCorrection } from './make-correction.ts';
import { type CorrectionView, listCorrectionsOfCommune } from './review-correction.store.ts';
import type { StoredReviewRecord } from './review-record.store.ts';
import { findRoundById } from './review-round.store.ts';

const byId = z.object({ id: z.uuid() });
const PAGE_SIZE = 50;

export const correctionRoutes: FeatureRoutes = (app) => {
  defineRoute(app, {
    method: 'GET',
    path: '/api/rounds/:id/corrections',
    access: 'staff',
    summary: 'Các đính chính của một đợt đã khóa / The corrections of a locked round',
    params: byId,
    query: z.object({ page: z.coerce.number().int().min(1).max(100_000).optional() }),
    response: correctionList,
    handler: async ({ db, language }, { params, query }) => {
      const round = await findRoundById(db, params.id);
      if (round === undefined) return refuse('shared.not-found');
      const page = query.page ?? 1;
      const { corrections, total } = await listCorrectionsOfCommune(db, round, {
        offset: (page - 1) * PAGE_SIZE,
        limit: PAGE_SIZE,
      });
      return ok({
        corrections: corrections.map((each) => ({ ...viewOf(each, language), head: each.head })),
        page: { page, pageSize: PAGE_SIZE, total },
      });
    },
  });

  defineRoute(app, {
    method: 'POST',
    path: '/api/rounds/:id/corrections',
    access: ['approver', 'administrator'],
    summary: 'Đính chính kết quả của một hộ trong năm đã khóa / Correct a result of a locked year',
    params: byId,
    body: correctionCommand,
    response: correctionMade,
    status: 201,
    act: 'review.correct-result',
    handler: async ({ db, principal, clock, audit, language }, { params, body }) => {
      const made = await makeCorrection(db, {
        roundId: params.id,
        householdId: body.householdId,
        standardId: body.standardId ?? null,
        version: body.version,
        change: body.change,
        reason: body.reason,
        author: principal.username,
        today: clock.today(),
        at: clock.now(),
      });
      if (!made.ok) return made;
      const { correction, openingFollowed } = made.value;
      audit({
        act: 'review.correct-result',
        subject: { kind: 'household', id: body.householdId },
        scopePath: correction.after.scopePath,
        detail: { year: correction.after.year, reason: body.reason, correction: correction.id },
      });
      return ok({ ...viewOf(correction, language), openingFollowed });
    },
  });
};

const viewOf = (
  { id, reason, author, at, before, after }: CorrectionView,
  language: Language,
): CorrectionWire => ({
  id,
  householdId: after.householdId,
  year: after.year,
  standardId: after.standardId,
  reason,
  author,
  at,
  before: before === null ? null : stateOf(before),
  after: stateOf(after),
  changes: correctionTexts(before, after, language),
});

const stateOf = ({ closing, goneReason }: StoredReviewRecord): CorrectionWire['after'] => ({
  class: closing?.class ?? null,
  persons: closing?.persons ?? null,
  gone: goneReason,
});
