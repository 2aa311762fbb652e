import { ok, refuse } from '@benvung/domain/shared/result';
import { makeDocument } from '../../document/document.public.ts';
import type { Acted } from '../../household/household.public.ts';
import type { Db } from '../../platform/database/database.ts';
import { listCasesOfRound, type StoredCase } from '../case/case.store.ts';
import { type Acting, caseGroundOf } from '../case/take-case-steps.ts';
import { listAgendaFacts } from '../meeting/meeting.store.ts';
import { paperMaker, villageNamesOn } from '../paper-ground.ts';
import { listBaseLines } from '../population-base.store.ts';
import { findRoundById } from '../review-round.store.ts';
import { summaryOf, tableByVillage, tableOfMovements } from './result-tables.ts';
import { superiorInFull, superiorOf } from './superior-of.ts';

const isDecided = ({ standing: { state } }: StoredCase) =>
  state === 'recognised' || state === 'exited' || state === 'refused';

/** The report on a round's results, of every household that was decided, as a draft in the register of documents. */
export async function makeReportPaper(
  db: Db,
  { roundId, acting }: { readonly roundId: string; readonly acting: Acting },
): Acted<{ id: string; year: number; households: number; scopePath: string }> {
  const round = await findRoundById(db, roundId);
  if (round === undefined) return refuse('shared.not-found');
  const ground = await caseGroundOf(db, round, acting);
  if (!ground.ok) return ground;
  const { communeId, year } = round;
  const all = await listCasesOfRound(db, { originCommuneId: communeId, roundId });
  const cases = all.filter(isDecided);
  if (cases.length === 0) return refuse('review.nothing-to-do');
  const facts = await listAgendaFacts(db, {
    roundId,
    standardId: round.standardId,
    householdIds: cases.map(({ householdId }) => householdId),
  });
  const villageOf = await villageNamesOn(
    db,
    cases.map(({ villageId }) => villageId),
    acting.today,
  );
  const base = (await listBaseLines(db, year, communeId)).find(({ villageId }) => Number(villageId) === 0);
  const waiting = all.filter((one) => !isDecided(one) && one.standing.state !== 'gone').length;
  const superior = await superiorOf(db, { communeId, day: acting.today }, ground.value.procedure.superior);
  const made = await makeDocument(
    db,
    {
      kind: 'report',
      unitId: communeId,
      day: acting.today,
      data: {
        year,
        roundKind: round.kind === 'PERIODIC' ? 'periodic' : 'adHoc',
        addressee: superiorInFull(superior),
        summary: summaryOf(
          cases,
          (id) => facts.get(id)?.persons ?? null,
          waiting > 0 ? null : (base ?? null),
        ),
        tables: [tableByVillage(cases, villageOf), tableOfMovements(cases)],
        ...(waiting === 0 ? {} : { difficulties: [`Còn ${waiting} hộ chưa có quyết định.`] }),
      },
      signatory: null,
      origin: acting.origin ?? null,
      subjects: [{ kind: 'round', id: roundId }],
    },
    paperMaker(acting),
  );
  if (!made.ok) return made;
  return ok({ id: made.value.id, year, households: cases.length, scopePath: round.scopePath });
}
