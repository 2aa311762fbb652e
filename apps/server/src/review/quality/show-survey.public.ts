import type { ProblemCode } from '@benvung/contract/problem-texts';
import { addDays } from '@benvung/domain/shared/day';
import { ok, type Problem, type Result, refuse } from '@benvung/domain/shared/result';
import type { Db } from '../../platform/database/database.ts';
import { assignEnumerator } from '../assignment/assign.ts';
import type { Acting } from '../case/take-case-steps.ts';
import { type EntryRound, findEntryRound } from '../entry/entry-round.ts';
import { fieldAccountsOf } from '../entry/keep-interview.ts';
import { listRoundsOfCommunes } from '../review-round.store.ts';
import { checkRoundQuality } from './check-round-quality.ts';
import { listSurveyed, putInterview, type Surveyed } from './interview.store.ts';

interface SurveyToShow {
  readonly communeId: number;
  readonly year: number;
  /** Of those without an account, by village in turn, behind the commune's own enumerator. */
  readonly names: readonly string[];
  /** Somebody who asked in villages that were not theirs. */
  readonly helper: string;
  readonly officer: Acting;
  readonly firstDay: string;
  readonly checked: { readonly today: string; readonly at: string };
}

interface Asker {
  readonly accountId: string | null;
  readonly name: string;
}

type Done = Promise<Result<null, Problem<ProblemCode>>>;

/**
 * For the demonstration: a commune's villages are given to enumerators, its households were asked by them, most of them as it
 * should be, and the checks were run over what they brought.
 */
export async function showSurvey(db: Db, told: SurveyToShow): Done {
  const [round] = await listRoundsOfCommunes(db, told.year, [told.communeId]);
  const found = round === undefined ? undefined : await findEntryRound(db, round.id, told.officer.today);
  if (found === undefined) return refuse('review.round-not-begun');
  if (!found.ok) return found;
  const entry = found.value;
  const surveyed = await listSurveyed(db, entry.round);
  const villages = [...new Set(surveyed.map(({ villageId }) => villageId))];
  const own = (await fieldAccountsOf(db, entry.commune, told.checked.today)).find(({ units }) =>
    units.includes(told.communeId),
  );
  const askers: Asker[] = [
    ...(own === undefined ? [] : [{ accountId: own.id, name: own.name }]),
    ...told.names.map((name) => ({ accountId: null, name })),
  ];
  const asked = new Map<string, number>();
  for (const [at, villageId] of villages.entries()) {
    const asker = askers[at % askers.length]!;
    const given = await assignEnumerator(db, {
      roundId: entry.round.id,
      villageId,
      householdIds: null,
      ...asker,
      position: asker.accountId === null ? 'Trưởng thôn' : 'Rà soát viên',
      untilDay: addDays(told.firstDay, 45),
      reason: '',
      areas: [entry.commune.path],
      acting: told.officer,
    });
    if (!given.ok) return given;
    for (const one of surveyed.filter((each) => each.villageId === villageId)) {
      // nobody is in two villages at once
      const order = asked.get(asker.name) ?? 0;
      asked.set(asker.name, order + 1);
      await putInterview(db, interviewOf(entry, told, { order, one, asker }));
    }
  }
  await checkRoundQuality(db, entry, told.checked);
  return ok(null);
}

const [A_DAY, FIRST_MINUTE, APART, AT_NIGHT] = [6, 7 * 60 + 30, 62, 22 * 60 + 40];
const two = (number: number): string => String(number).padStart(2, '0');

/** Six a day, each as long as its people take; now and then one that an inspector would look at. */
function interviewOf(
  { round }: EntryRound,
  { firstDay, helper }: SurveyToShow,
  { order, one, asker }: { readonly order: number; readonly one: Surveyed; readonly asker: Asker },
) {
  const hasty = order % 17 === 5;
  const byHelper = order % 19 === 11;
  const begins = order % 23 === 7 ? AT_NIGHT : FIRST_MINUTE + (order % A_DAY) * APART;
  const ends = begins + (hasty ? 6 : 22 + 4 * Math.min(6, one.persons));
  const day = addDays(firstDay, Math.floor(order / A_DAY));
  const moment = (minute: number) => `${day}T${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
  const answers = 17 + 11 * one.persons;
  return {
    originCommuneId: one.originCommuneId,
    householdId: one.householdId,
    year: round.year,
    roundId: round.id,
    enumeratorAccount: byHelper ? null : asker.accountId,
    enumerator: byHelper ? helper : asker.accountId === null ? asker.name : null,
    startedAt: moment(begins),
    endedAt: moment(ends),
    latitude: null,
    longitude: null,
    // three that say the same, word for word
    fingerprint: order % 13 < 3 && order < 13 ? `same-${one.villageId}` : one.householdId,
    answers,
    unknown: order % 13 === 3 ? Math.ceil(answers / 2) : 1,
    recordedOn: day,
    scopePath: one.scopePath,
  };
}
