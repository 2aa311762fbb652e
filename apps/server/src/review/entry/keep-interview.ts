import { createHash } from 'node:crypto';
import type { Interview } from '@benvung/contract/review-entry';
import { assignedTo } from '@benvung/domain/review/assignment/decide-assignment';
import { ok, refuse } from '@benvung/domain/shared/result';
import type { CompiledQuestionnaire } from '@benvung/domain/standard/questionnaire/compile-questionnaire';
import type { HouseholdAnswers } from '@benvung/domain/standard/questionnaire/questionnaire';
import type { Acted } from '../../household/household.public.ts';
import { canonicalJson } from '../../platform/audit/audit-entry.ts';
import type { Db } from '../../platform/database/database.ts';
import { listUnitsUnder } from '../../territory/territory.public.ts';
import { listAssignments, listFieldAccounts } from '../assignment/assignment.store.ts';
import { findInterview, putInterview, type StoredInterview } from '../quality/interview.store.ts';
import type { ReviewRound } from '../review-round.store.ts';

/** Accounts of a commune and its villages that may record forms; where each holds that role. */
export async function fieldAccountsOf(db: Db, commune: { id: number; path: string }, today: string) {
  const villages = await listUnitsUnder(db, { path: commune.path, level: 'village', day: today });
  const rows = await listFieldAccounts(db, [commune.id, ...villages.map(({ id }) => id)]);
  const byId = new Map<string, { id: string; name: string; units: number[] }>();
  for (const { id, fullName, unitId } of rows) {
    const known = byId.get(id) ?? { id, name: fullName, units: [] };
    byId.set(id, { ...known, units: [...known.units, unitId] });
  }
  return [...byId.values()];
}

interface Asked {
  readonly round: ReviewRound;
  readonly commune: { readonly id: number; readonly path: string };
  /** Left out: a village as a whole. */
  readonly householdId?: string;
  readonly villageId: number;
  readonly today: string;
}

/** Who may have asked a household: whom it was given to first, then the others of the round, then the accounts. */
export async function enumeratorsFor(
  db: Db,
  { round, commune, householdId = '', villageId, today }: Asked,
): Promise<{ id: string | null; name: string }[]> {
  const standing = (await listAssignments(db, round.id)).filter(({ endedOn }) => endedOn === null);
  const own = assignedTo(standing)({ householdId, villageId });
  const given = [...(own === null ? [] : [own]), ...standing].map(({ accountId, name }) => ({
    id: accountId,
    name,
  }));
  const accounts = (await fieldAccountsOf(db, commune, today)).map(({ id, name }) => ({ id, name }));
  return [...new Map([...given, ...accounts].map((one) => [one.id ?? one.name, one])).values()];
}

interface Kept {
  readonly key: Pick<StoredInterview, 'originCommuneId' | 'householdId' | 'year' | 'scopePath'>;
  readonly roundId: string;
  readonly commune: Asked['commune'];
  readonly told: Interview | undefined;
  readonly asked: CompiledQuestionnaire;
  readonly answers: HouseholdAnswers;
  readonly today: string;
}

/** What is kept of how a household was asked, and what its answers are held against others by. */
export async function keepInterview(
  db: Db,
  { key, roundId, commune, told, asked, answers, today }: Kept,
): Acted<null> {
  const before = await findInterview(db, key);
  const same = before?.roundId === roundId ? before : undefined;
  const enumeratorAccount = told === undefined ? (same?.enumeratorAccount ?? null) : told.enumeratorId;
  if (enumeratorAccount !== null && enumeratorAccount !== same?.enumeratorAccount) {
    const accounts = await fieldAccountsOf(db, commune, today);
    if (!accounts.some(({ id }) => id === enumeratorAccount))
      return refuse('review.assignment-account-elsewhere');
  }
  // The place of a home is never sent back, so that a form opened again says nothing of it: it stays.
  const place = told?.place ?? (same === undefined ? null : same);
  await putInterview(db, {
    ...key,
    roundId,
    enumeratorAccount,
    enumerator: told === undefined ? (same?.enumerator ?? null) : told.enumerator || null,
    startedAt: told === undefined ? (same?.startedAt ?? null) : told.startedAt,
    endedAt: told === undefined ? (same?.endedAt ?? null) : told.endedAt,
    latitude: place?.latitude ?? null,
    longitude: place?.longitude ?? null,
    ...countOf(asked, answers),
    recordedOn: today,
  });
  return ok(null);
}

/** How many questions that are not carried from the register were answered, how many with "?", and the same answers alike. */
function countOf(asked: CompiledQuestionnaire, { household, members }: HouseholdAnswers) {
  const own = asked.householdQuestions.filter(({ carried }) => !carried).map(({ code }) => household[code]);
  const ofMembers = members.flatMap((member) =>
    asked.memberQuestions.filter(({ carried }) => !carried).map(({ code }) => member.answers[code]),
  );
  const given = [...own, ...ofMembers].filter((answer) => answer !== undefined);
  const alike = own.map((answer) => answer ?? null);
  return {
    answers: given.length,
    unknown: given.filter((answer) => answer === null).length,
    fingerprint: given.length === 0 ? null : hashOf([alike, members.length]),
  };
}

const hashOf = (value: unknown): string =>
  createHash('sha256').update(canonicalJson(value)).digest('hex').slice(0, 32);
