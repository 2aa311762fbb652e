import { matchView } from '@benvung/contract/review';
import { decideMatchesCommand, matchesDecided, matchPairs } from '@benvung/contract/review-desk';
import { commandBase } from '@benvung/contract/shared';
import { ok, refuse } from '@benvung/domain/shared/result';
import { z } from 'zod';
import type { FeatureRoutes } from '../platform/http/app-parts.ts';
import { defineRoute } from '../platform/http/define-route.ts';
import type { RouteContext } from '../platform/http/route-declaration.ts';
import { listMatchPairs } from './list-match-pairs.ts';
import { proposeRoundMatches } from './propose-round-matches.ts';
import { findMatch, type StoredMatch } from './review-match.store.ts';
import { findRoundById, lockRound } from './review-round.store.ts';
import { type MatchGround, settleMatch, undoMatch } from './settle-match.ts';

const byId = z.object({ id: z.uuid() });
const OFFICERS = ['officer', 'administrator'] as const;
const PAGE_SIZE = 50;

type Officers = readonly ['officer', 'administrator'];

export const matchRoutes: FeatureRoutes = (app) => {
  defineRoute(app, {
    method: 'GET',
    path: '/api/rounds/:id/matches',
    access: 'staff',
    summary: 'Các cặp hộ năm nay và năm trước, cạnh nhau / Pairs of this year’s and last year’s households',
    params: byId,
    query: z.object({
      state: z.enum(['undecided', 'decided']),
      page: z.coerce.number().int().min(1).max(100_000).optional(),
    }),
    response: matchPairs,
    handler: async ({ db, clock }, { params, query }) => {
      const round = await findRoundById(db, params.id);
      if (round === undefined) return refuse('shared.not-found');
      const { state, page = 1 } = query;
      return ok(await listMatchPairs(db, { round, state, page, pageSize: PAGE_SIZE, today: clock.today() }));
    },
  });

  defineRoute(app, {
    method: 'POST',
    path: '/api/rounds/:id/matches',
    access: OFFICERS,
    summary: 'Đề xuất ghép hộ năm nay với năm trước / Propose matches with last year’s list',
    params: byId,
    body: commandBase,
    response: z.object({ matches: z.array(matchView) }),
    act: 'review.propose-matches',
    handler: async ({ db, audit }, { params }) => {
      const round = await lockRound(db, params.id);
      if (round === undefined) return refuse('shared.not-found');
      const matches = await proposeRoundMatches(db, round);
      audit({
        act: 'review.propose-matches',
        subject: { kind: 'round', id: round.id },
        scopePath: round.scopePath,
        detail: { matches: matches.length },
      });
      return ok({ matches: matches.map(viewOfMatch) });
    },
  });

  defineRoute(app, {
    method: 'POST',
    path: '/api/rounds/:id/matches/decisions',
    access: OFFICERS,
    summary: 'Quyết định nhiều cặp ghép một lần / Decide several matches at once',
    params: byId,
    body: decideMatchesCommand,
    response: matchesDecided,
    act: 'review.decide-match',
    handler: async (context, { params, body }) => {
      const { db, audit } = context;
      const round = await lockRound(db, params.id);
      if (round === undefined) return refuse('shared.not-found');
      for (const matchId of new Set(body.ids)) {
        const match = await findMatch(db, matchId);
        if (match?.communeId !== round.communeId || match.year !== round.year)
          return refuse('shared.not-found');
        const settled = await settleMatch(groundOf(context), { matchId, decision: body.decision });
        if (!settled.ok) return settled;
        audit(noteOf(settled.value, { decision: body.decision }));
      }
      return ok({ decided: new Set(body.ids).size });
    },
  });

  defineRoute(app, {
    method: 'POST',
    path: '/api/matches/:id/decision',
    access: OFFICERS,
    summary: 'Quyết định một cặp ghép / Decide a proposed match',
    params: byId,
    body: commandBase.extend({ decision: z.enum(['same', 'different']) }),
    response: matchView,
    act: 'review.decide-match',
    handler: async (context, { params, body }) => {
      const settled = await settleMatch(groundOf(context), { matchId: params.id, decision: body.decision });
      if (!settled.ok) return settled;
      context.audit(noteOf(settled.value, { decision: body.decision }));
      return ok(viewOfMatch(settled.value));
    },
  });

  defineRoute(app, {
    method: 'POST',
    path: '/api/matches/:id/undo',
    access: OFFICERS,
    summary: 'Hoàn tác quyết định về một cặp ghép / Take back the decision on a match',
    params: byId,
    body: commandBase,
    response: matchView,
    act: 'review.undo-match',
    handler: async (context, { params }) => {
      const undone = await undoMatch(groundOf(context), params.id);
      if (!undone.ok) return undone;
      context.audit({ ...noteOf(undone.value, {}), act: 'review.undo-match' });
      return ok(viewOfMatch(undone.value));
    },
  });
};

const groundOf = ({ db, areas, language, principal, clock }: RouteContext<Officers>): MatchGround => ({
  db,
  areas,
  language,
  today: clock.today(),
  at: clock.now(),
  actor: principal.fullName,
  username: principal.username,
  demonstration: clock.fixed,
});

const noteOf = (match: StoredMatch, detail: Readonly<Record<string, string>>) => ({
  act: 'review.decide-match',
  subject: { kind: 'match', id: match.id },
  scopePath: match.scopePath,
  detail,
});

const viewOfMatch = (match: StoredMatch): z.infer<typeof matchView> => ({
  id: match.id,
  householdId: match.listed.householdId,
  head: match.listed.headName,
  candidateHouseholdId: match.candidateHouseholdId,
  certainty: match.certainty,
  evidence: [...match.evidence.found],
  commonMembers: match.evidence.commonMembers,
  decision: match.decision,
});
