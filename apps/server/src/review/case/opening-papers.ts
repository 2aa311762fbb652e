import { ok } from '@benvung/domain/shared/result';
import { type DocumentRequest, makeDocuments } from '../../document/document.public.ts';
import type { Db } from '../../platform/database/database.ts';
import { listLastKnownUnits } from '../../territory/territory.public.ts';
import { procedureOf, readProcedures } from '../law/review-law.ts';
import { listAgendaFacts } from '../meeting/meeting.store.ts';
import { classWord, headWord, type Papers, paperMaker, standardWords } from '../paper-ground.ts';
import type { ReviewRound } from '../review-round.store.ts';
import type { StoredCase } from './case.store.ts';
import type { Acting } from './take-case-steps.ts';

interface Opening {
  readonly round: ReviewRound;
  readonly cases: readonly StoredCase[];
  readonly acting: Acting;
}

/** A periodic round ends with the window of its procedure. */
async function lastDayOf(db: Db, round: ReviewRound): Promise<string> {
  const procedure = procedureOf(await readProcedures(db), round);
  return round.kind === 'PERIODIC' && procedure !== undefined
    ? `${round.year}-${procedure.periodic.to}`
    : round.referenceDay;
}

/** The decision that opens a round, and the list to review of each of its villages. */
export async function makeOpeningPapers(db: Db, { round, cases, acting }: Opening): Papers<null> {
  const villages = new Map<number, StoredCase[]>();
  for (const one of cases) villages.set(one.villageId, [...(villages.get(one.villageId) ?? []), one]);
  const units = await listLastKnownUnits(db, [...villages.keys()], acting.today);
  const facts = await listAgendaFacts(db, {
    roundId: round.id,
    standardId: round.standardId,
    householdIds: cases.map(({ householdId }) => householdId),
  });
  const nameOf = (id: number) => units.get(id)?.name ?? 'chưa rõ thôn';
  const common = {
    unitId: round.communeId,
    day: acting.today,
    signatory: null,
    origin: acting.origin ?? null,
  };
  const opening: DocumentRequest = {
    ...common,
    kind: 'roundOpening',
    data: {
      year: round.year,
      roundKind: round.kind === 'PERIODIC' ? 'periodic' : 'adHoc',
      from: round.openedOn,
      to: await lastDayOf(db, round),
      standard: standardWords(round),
      villages: [...villages].map(([id, those]) => ({ name: nameOf(id), households: those.length })),
    },
    subjects: [{ kind: 'round', id: round.id }],
  };
  const lists = [...villages].map(([villageId, those]): DocumentRequest => {
    const unit = units.get(villageId);
    return {
      ...common,
      kind: 'reviewList',
      // its enumerators see the list of a village that stands
      ...(unit?.validTo === null && unit.path.startsWith(round.scopePath) ? { aboutUnitId: villageId } : {}),
      data: {
        year: round.year,
        village: nameOf(villageId),
        rows: those.map((one) => ({
          head: headWord(one.headName),
          village: nameOf(villageId),
          members: facts.get(one.householdId)?.persons ?? null,
          previousClass: one.standing.opening === null ? null : classWord(one.standing.opening),
          source: one.standing.origin === 'record' ? ('record' as const) : ('request' as const),
        })),
      },
      subjects: [
        { kind: 'round', id: round.id },
        { kind: 'village', id: String(villageId) },
        ...those.map(({ id }) => ({ kind: 'case', id })),
      ],
    };
  });
  const made = await makeDocuments(db, [opening, ...lists], paperMaker(acting));
  return made.ok ? ok(null) : made;
}
