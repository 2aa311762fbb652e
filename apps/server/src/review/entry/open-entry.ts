import type { EntryContent, EntryView, Interview } from '@benvung/contract/review-entry';
import type { Verifier } from '@benvung/domain/review/grievance/decide-grievance-act';
import { ok, refuse } from '@benvung/domain/shared/result';
import { answersOfFacts } from '@benvung/domain/standard/questionnaire/answers-and-facts';
import type { CompiledQuestionnaire } from '@benvung/domain/standard/questionnaire/compile-questionnaire';
import {
  type Acted,
  findHousehold,
  listMembersOf,
  type StoredHousehold,
} from '../../household/household.public.ts';
import { newId } from '../../platform/ids.ts';
import { listLastKnownUnits } from '../../territory/territory.public.ts';
import { listDisputed } from '../grievance/disputed.store.ts';
import { findInterview } from '../quality/interview.store.ts';
import { findRecord, type StoredReviewRecord } from '../review-record.store.ts';
import { entryOf, findDraft, listAnswers, type StoredAnswers } from './entry.store.ts';
import { findEntryRound, questionnaireOf, viewOfEntryRound } from './entry-round.ts';
import { enumeratorsFor } from './keep-interview.ts';
import type { EntryGround } from './record-entry.ts';

export interface OpenedEntry {
  readonly view: EntryView;
  readonly scopePath: string;
}

/** What is known of a household before its paper is typed, and what its typist had typed of it. */
export async function openEntry(
  ground: EntryGround,
  { roundId, householdId }: { readonly roundId: string; readonly householdId: string },
): Acted<OpenedEntry> {
  const { db, today } = ground;
  const found = await findEntryRound(db, roundId, today);
  if (!found.ok) return found;
  const { round } = found.value;
  const asked = questionnaireOf(round);
  if (!asked.ok) return asked;
  const household = await findHousehold(db, householdId);
  const record =
    household === undefined
      ? undefined
      : await findRecord(db, { roundId, householdId, standardId: round.standardId });
  const draft = await findDraft(db, {
    originCommuneId: round.communeId,
    roundId,
    householdId,
    accountId: ground.accountId,
  });
  // a household that asked to be reviewed may not be registered yet: its form registers it
  const asking =
    household === undefined
      ? (await entryOf(db, round)).asked.find((one) => one.householdId === householdId)
      : undefined;
  if (household === undefined && draft === undefined && asking === undefined)
    return refuse('shared.not-found');
  const villageId = household?.villageId ?? draft?.villageId ?? asking?.villageId ?? 0;
  const answers = (await listAnswers(db, round.id, [householdId])).get(householdId);
  const village = (await listLastKnownUnits(db, [villageId], today)).get(villageId);
  return ok({
    scopePath: household?.scopePath ?? round.scopePath,
    view: {
      round: viewOfEntryRound(found.value),
      today,
      household: {
        id: householdId,
        head: household?.headName ?? asking?.head ?? '',
        listCode: household?.listCode ?? null,
        villageId,
        village: village?.name ?? '?',
        version: household?.version ?? 0,
      },
      recordVersion: record?.version ?? 0,
      recorded: answers !== undefined,
      enumerators: await enumeratorsFor(db, {
        ...found.value,
        householdId,
        villageId,
        today,
      }),
      offered: {
        ...(await offeredContent(ground, asked.value, { household, record, answers })),
        ...(asking === undefined ? {} : { members: [headAsTold(asking.head)] }),
        ...(household === undefined ? {} : await offeredInterview(ground, household, round)),
      },
      draft:
        draft === undefined
          ? null
          : { content: draft.content, draftVersion: draft.version, savedAt: draft.savedAt, at: draft.at },
    },
  });
}

/** The one person of a household that its request names. */
const headAsTold = (fullName: string): EntryContent['members'][number] => ({
  personId: newId(),
  answers: { fullName, relation: 'head' },
});

/** What was said of how it was asked; where that was is not sent back. */
async function offeredInterview(
  { db }: EntryGround,
  { originCommuneId, id }: StoredHousehold,
  round: { readonly id: string; readonly year: number; readonly communeId: number },
): Promise<Pick<EntryContent, 'interview'>> {
  const disputed = await listDisputed(db, {
    originCommuneId: round.communeId,
    roundId: round.id,
    householdIds: [id],
  });
  const again = disputed.get(id);
  if (again !== undefined) return { interview: interviewBy(again.verifier) };
  const known = await findInterview(db, { originCommuneId, householdId: id, year: round.year });
  if (known === undefined || known.roundId !== round.id) return {};
  const { enumeratorAccount, enumerator, startedAt, endedAt } = known;
  return { interview: { enumeratorId: enumeratorAccount, enumerator, startedAt, endedAt, place: null } };
}

/** A re-verification is a visit of its own, by whom the grievance sent. */
const interviewBy = (verifier: Verifier | null): Interview => ({
  enumeratorId: verifier?.accountId ?? null,
  enumerator: verifier?.accountId == null ? (verifier?.name ?? null) : null,
  startedAt: null,
  endedAt: null,
  place: null,
});

interface KnownOfHousehold {
  readonly household: StoredHousehold | undefined;
  readonly record: StoredReviewRecord | undefined;
  readonly answers: StoredAnswers | undefined;
}

/** Recorded answers; otherwise who the register knows, as far as a paper only confirms it. */
async function offeredContent(
  { db }: EntryGround,
  asked: CompiledQuestionnaire,
  { household, record, answers }: KnownOfHousehold,
): Promise<EntryContent> {
  const paper = answers?.paper ?? {
    incomeScore: record?.incomeScore ?? null,
    deprivationScore: record?.evidence === 'signedForm' ? record.deprivationScore : null,
    class: null,
  };
  const begun = {
    householdVersion: household?.version ?? 0,
    questionnaireHash: asked.hash,
    left: {},
    paper,
  };
  const given = answers?.answers ?? null;
  if (given !== null && answers?.questionnaireHash === asked.hash)
    return { ...begun, ...(given as Pick<EntryContent, 'members' | 'household'>) };
  const members =
    household === undefined ? [] : ((await listMembersOf(db, [household.id])).get(household.id) ?? []);
  const known = answersOfFacts(asked, { members }, ({ carried }) => carried);
  return { ...begun, ...(known as Pick<EntryContent, 'members' | 'household'>), household: {} };
}
