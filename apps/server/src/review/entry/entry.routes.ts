import { problemText } from '@benvung/contract/problem-texts';
import {
  draftSaved,
  entryForm,
  entryList,
  entryRecorded,
  entryView,
  recordEntry as recordEntryBody,
  recordTotals as recordTotalsBody,
  saveDraft as saveDraftBody,
  totalsRecorded,
} from '@benvung/contract/review-entry';
import { groupBy } from '@benvung/domain/shared/group-by';
import { ok } from '@benvung/domain/shared/result';
import { z } from 'zod';
import { inAreaScope } from '../../platform/database/area-scope.ts';
import type { FeatureRoutes } from '../../platform/http/app-parts.ts';
import { defineRoute } from '../../platform/http/define-route.ts';
import { standardsOfRound } from '../round-standards.ts';
import { entryOf, listDraftNotes, listEntryLinesOf } from './entry.store.ts';
import { entryGroundOf } from './entry-ground.ts';
import { findEntryRound, questionnaireOf } from './entry-round.ts';
import { entryRowOf, listEntries } from './list-entries.ts';
import { openEntry } from './open-entry.ts';
import { recordEntry } from './record-entry.ts';
import { recordTotals } from './record-totals.ts';
import { saveDraft } from './save-draft.ts';
import { listVisitors } from './visitor.store.ts';

/** Who types papers: the commune's officer and those who collect. */
const TYPISTS = ['officer', 'enumerator'] as const;
const ofRound = z.object({ id: z.uuid() });
const ofHousehold = ofRound.extend({ householdId: z.uuid() });

export const entryRoutes: FeatureRoutes = (app) => {
  defineRoute(app, {
    method: 'GET',
    path: '/api/rounds/:id/entries',
    access: TYPISTS,
    summary:
      'Các hộ của một đợt theo thôn, nhập đến đâu / Households of a round by village, and how far entry is',
    params: ofRound,
    query: z.object({
      village: z.coerce.number().int().optional(),
      page: z.coerce.number().int().min(1).max(10_000).optional(),
    }),
    response: entryList,
    handler: (context, { params, query }) =>
      listEntries(entryGroundOf(context, context.db), {
        roundId: params.id,
        villageId: query.village ?? null,
        page: query.page ?? 1,
      }),
  });

  defineRoute(app, {
    method: 'GET',
    path: '/api/rounds/:id/entry-form',
    access: TYPISTS,
    summary: 'Phiếu và các chuẩn của một đợt / The questionnaire and the standards of a round',
    params: ofRound,
    response: entryForm,
    handler: async ({ db, clock }, { params }) => {
      const found = await findEntryRound(db, params.id, clock.today());
      if (!found.ok) return found;
      const asked = questionnaireOf(found.value.round);
      if (!asked.ok) return asked;
      const { national, local } = standardsOfRound(found.value.round);
      return ok({
        questionnaire: asked.value.questionnaire,
        questionnaireHash: asked.value.hash,
        standards: [national, ...(local === null ? [] : [local])].map(({ standard, hash }) => ({
          standard,
          hash,
        })),
      });
    },
  });

  defineRoute(app, {
    method: 'GET',
    path: '/api/rounds/:id/entries/:householdId',
    access: TYPISTS,
    summary: 'Phiếu của một hộ để nhập / A household’s form, to be typed',
    params: ofHousehold,
    response: entryView,
    act: 'review.open-entry',
    handler: async (context, { params }) => {
      const opened = await openEntry(entryGroundOf(context, context.db), {
        roundId: params.id,
        householdId: params.householdId,
      });
      if (!opened.ok) return opened;
      const { view, scopePath } = opened.value;
      context.audit({
        act: 'review.open-entry',
        subject: { kind: 'household', id: params.householdId },
        scopePath,
        detail: { year: view.round.year },
      });
      return ok(view);
    },
  });

  // A draft changes nothing but itself: it leaves no entry in the log, and sent twice it is the same draft.
  defineRoute(app, {
    method: 'PUT',
    path: '/api/rounds/:id/entries/:householdId/draft',
    access: TYPISTS,
    summary: 'Giữ bản đang gõ của một phiếu / Keep what is typed of a form',
    params: ofHousehold,
    body: saveDraftBody,
    response: draftSaved,
    act: 'review.save-draft',
    transaction: 'own',
    handler: (context, { params, body }) =>
      inAreaScope(context.database, { paths: context.areas }, (db) =>
        saveDraft(entryGroundOf(context, db), {
          roundId: params.id,
          householdId: params.householdId,
          ...body,
        }),
      ),
  });

  defineRoute(app, {
    method: 'POST',
    path: '/api/rounds/:id/entries/:householdId',
    access: TYPISTS,
    summary: 'Ghi phiếu của một hộ thành kết quả rà soát / Record a form as the household’s review',
    params: ofHousehold,
    body: recordEntryBody,
    response: entryRecorded,
    act: 'review.record-entry',
    handler: async (context, { params, body }) => {
      const recorded = await recordEntry(entryGroundOf(context, context.db), {
        roundId: params.id,
        householdId: params.householdId,
        ...body,
      });
      if (!recorded.ok) return recorded;
      const { scopePath, year, ...view } = recorded.value;
      context.audit({
        act: 'review.record-entry',
        subject: { kind: 'household', id: params.householdId },
        scopePath,
        detail: { year, class: view.class, differences: view.differences.map(({ kind }) => kind) },
      });
      return ok(view);
    },
  });

  defineRoute(app, {
    method: 'POST',
    path: '/api/rounds/:id/totals',
    access: TYPISTS,
    summary: 'Ghi điểm A, B trên phiếu giấy của nhiều hộ / Record totals A and B of paper forms',
    params: ofRound,
    body: recordTotalsBody,
    response: totalsRecorded,
    act: 'review.record-totals',
    handler: async (context, { params, body }) => {
      const ground = entryGroundOf(context, context.db);
      const recorded = await recordTotals(ground, { roundId: params.id, rows: body.rows });
      if (!recorded.ok) return recorded;
      const { rows, entryRound, year, scopePath } = recorded.value;
      const saved = rows.filter(({ refused }) => refused === null).map(({ householdId }) => householdId);
      for (const id of saved)
        context.audit({
          act: 'review.record-totals',
          subject: { kind: 'household', id },
          scopePath,
          detail: { year },
        });
      const lines = new Map(
        (await listEntryLinesOf(context.db, await entryOf(context.db, entryRound.round), saved)).map(
          (line) => [line.householdId, line],
        ),
      );
      const visitors = await listVisitors(context.db, { roundId: params.id, householdIds: saved });
      const drafts = groupBy(await listDraftNotes(context.db, params.id), (draft) => draft.householdId);
      return ok({
        rows: rows.map(({ householdId, refused }) => {
          const line = lines.get(householdId);
          if (refused === null && line !== undefined)
            return {
              householdId,
              saved: true as const,
              row: entryRowOf(line, {
                drafts: drafts.get(householdId) ?? [],
                accountId: ground.accountId,
                visitor: visitors.get(householdId),
              }),
            };
          const problem = refused ?? { code: 'shared.not-found' as const };
          return {
            householdId,
            saved: false as const,
            code: problem.code,
            title: problemText(problem, context.language),
          };
        }),
      });
    },
  });
};
