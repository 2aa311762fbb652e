import type { DocumentProblemCode } from '@benvung/domain/document/problems';
import { openingObstacle } from '@benvung/domain/review/open-plan';
import type { ReviewProblemCode } from '@benvung/domain/review/problems';
import { groupBy } from '@benvung/domain/shared/group-by';
import { ok, type Problem, type Result, refuse } from '@benvung/domain/shared/result';
import type { Db } from '../platform/database/database.ts';
import { isInside } from '../platform/http/principal.ts';
import { listUnitsOn } from '../territory/territory.public.ts';
import { listCasesOfRound } from './case/case.store.ts';
import { makeOpeningPapers } from './case/opening-papers.ts';
import type { Acting } from './case/take-case-steps.ts';
import { chooseRoundStandards, namedIn } from './choose-round-standards.ts';
import { procedureOn } from './law/review-law.ts';
import { openRounds } from './open-round.ts';
import { provinceCodesOf } from './province-codes.ts';
import { listRoundsOfCommunes, type ReviewRound } from './review-round.store.ts';
import { addRoundEvents, type Said } from './round-event.store.ts';

export interface RoundsWanted {
  readonly communeIds: readonly number[];
  readonly year: number;
  readonly referenceDay: string;
  readonly source: string;
  readonly decidedBy: string;
  readonly areas: readonly string[];
  readonly today: string;
  readonly demonstration: boolean;
  readonly said: Said;
  /** Their cases follow the procedure in force, by this person's act. */
  readonly procedure?: Acting;
}

/** Opens the periodic rounds of communes a person chose after seeing the plan: all of them, or none. */
export async function openRoundsIn(
  db: Db,
  wanted: RoundsWanted,
): Promise<Result<readonly ReviewRound[], Problem<ReviewProblemCode | DocumentProblemCode>>> {
  const { year, referenceDay, today, decidedBy } = wanted;
  const ids = [...new Set(wanted.communeIds)];
  const communes = (await listUnitsOn(db, ids, today)).filter(
    ({ level, path }) => level === 'commune' && isInside(wanted.areas, path),
  );
  const known = new Set(communes.map(({ id }) => id));
  const unknown = ids.find((id) => !known.has(id));
  if (unknown !== undefined) return refuse('review.unit-not-found', { unit: unknown });
  const statusIn = async (ofYear: number) =>
    new Map((await listRoundsOfCommunes(db, ofYear, ids)).map((round) => [round.communeId, round.status]));
  const [now, last] = [await statusIn(year), await statusIn(year - 1)];
  const refused = ids.filter(
    (id) =>
      openingObstacle({
        round: now.get(id) ?? 'NOT_BEGUN',
        lastRound: last.get(id) ?? 'NOT_BEGUN',
        ended: false,
      }) !== null,
  );
  if (refused.length > 0) return refuse('review.commune-cannot-open', { count: refused.length });
  const codeOf = await provinceCodesOf(
    db,
    communes.map(({ path }) => path),
    today,
  );
  const procedure = wanted.procedure === undefined ? null : await procedureOn(db, today);
  if (procedure !== null && !procedure.ok) return procedure;
  const followed =
    procedure === null || wanted.procedure === undefined
      ? {}
      : {
          procedure: { id: procedure.value.procedure.id, hash: procedure.value.hash },
          acting: wanted.procedure,
        };
  const opened: ReviewRound[] = [];
  for (const [provinceCode, ofProvince] of groupBy(communes, ({ path }) => codeOf(path))) {
    const standards = chooseRoundStandards({ day: referenceDay, provinceCode });
    if (!standards.ok) return standards;
    const done = await openRounds(db, {
      year,
      kind: 'PERIODIC',
      communes: ofProvince.map(({ id, path }) => ({ communeId: id, scopePath: path })),
      ...namedIn(standards.value),
      referenceDay,
      today,
      source: wanted.source,
      decidedBy,
      demonstration: wanted.demonstration,
      carryOver: true,
      ...followed,
    });
    if (!done.ok) return done;
    opened.push(...done.value);
  }
  if (wanted.procedure !== undefined) {
    const papers = await makePapers(db, opened, wanted.procedure);
    if (!papers.ok) return papers;
  }
  const detail = { source: wanted.source, decidedBy };
  await addRoundEvents(
    db,
    wanted.said,
    opened.map(({ communeId, scopePath }) => ({ year, communeId, scopePath, kind: 'opened', detail })),
  );
  return ok(opened);
}

/** The decision that opens each round, and what is to be reviewed in each of its villages. */
async function makePapers(
  db: Db,
  rounds: readonly ReviewRound[],
  acting: Acting,
): ReturnType<typeof makeOpeningPapers> {
  for (const round of rounds) {
    const cases = await listCasesOfRound(db, { originCommuneId: round.communeId, roundId: round.id });
    const made = await makeOpeningPapers(db, { round, cases, acting });
    if (!made.ok) return made;
  }
  return ok(null);
}
