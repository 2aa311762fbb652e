import { sampleClosing, sampleOpening } from '@benvung/domain/review/review-record.sample';
import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import type { DatabaseHandle } from '../platform/database/database.ts';
import { describeOnEachDatabase } from '../platform/testing/test-database.ts';
import { closeRound } from './close-round.ts';
import { decideMatch } from './decide-match.ts';
import { proposeRoundMatches } from './propose-round-matches.ts';
import { putReviewRecords } from './put-review-records.ts';
import {
  openTestRounds,
  testHouseholdId,
  testRecord,
  writeTestHousehold,
  writeTestTerritory,
} from './review.test-support.ts';
import { insertMatches, listMatches } from './review-match.store.ts';
import { listRecordsOfCommunes } from './review-record.store.ts';
import type { ReviewRound } from './review-round.store.ts';
import { verifyLedger } from './verify-ledger.ts';

describeOnEachDatabase('a household that was entered anew', (open) => {
  let handle: DatabaseHandle;
  let round: ReviewRound;
  const today = '2024-10-01';
  const [known, anew] = [testHouseholdId(1), testHouseholdId(2)];

  beforeEach(async () => {
    handle = await open();
    const { db } = handle;
    await writeTestTerritory(db);
    for (const [id, name] of [
      [known, 'Hồ Thị Hoà'],
      [anew, 'HỒ THỊ HÒA'],
    ] as const) {
      await writeTestHousehold(db, id, 71);
      await sql`insert into person (origin_commune_id, id, version, household_id, scope_path, full_name, search_key,
          sort_key, relation, birth_date)
        values (7, ${id}, 1, ${id}, '/1/46/461/7/71/', ${name}, 'x', 'x', 'head', '1961')`.execute(db);
      await sql`update household set head_name = ${name}, head_person_id = ${id} where id = ${id}`.execute(
        db,
      );
    }
    round = (await openTestRounds(db, 2024)).get(7)!;
    const records = [
      testRecord(round, {
        householdId: known,
        stage: 'listed',
        opening: sampleOpening({ persons: 3 }),
        closing: null,
      }),
      testRecord(round, {
        householdId: anew,
        opening: null,
        arrivalReason: 'newEntry',
        closing: sampleClosing({ class: 'NEAR_POOR', persons: 2 }),
      }),
    ];
    expect(await putReviewRecords(db, records, { today })).toMatchObject({ ok: true });
  });

  const propose = async () => (await proposeRoundMatches(handle.db, round))[0]!;
  const decide = async (matchId: string, decision: 'same' | 'different') =>
    decideMatch(handle.db, { matchId, decision, by: 'Lý Thị Mẩy', at: `${today}T00:00:00Z`, today });

  test('is proposed as last year’s, and the round waits for a person', async () => {
    const match = await propose();
    expect(match).toMatchObject({ candidateHouseholdId: known, certainty: 'certain' });
    await sql`update review_record set gone_reason = 'notFound' where household_id = ${known}`.execute(
      handle.db,
    );
    await sql`delete from review_counter where measure = 'pending'`.execute(handle.db);
    expect(await closeRound(handle.db, { roundId: round.id, today })).toMatchObject({
      problem: { code: 'review.matches-undecided' },
    });
  });

  test('said to be the same becomes one record that stays and changes class', async () => {
    expect(await decide((await propose()).id, 'same')).toMatchObject({
      value: { duplicateHouseholdId: anew },
    });
    const records = await listRecordsOfCommunes(handle.db, 2024, [7]);
    expect(
      records.map(({ householdId, opening, closing }) => [householdId, opening?.class, closing?.class]),
    ).toEqual([[known, 'POOR', 'NEAR_POOR']]);
    expect((await verifyLedger(handle.db, { path: '/1/', year: null })).problems).toEqual([]);
  });

  test('said to be different stays new; the word stands when matches are proposed again', async () => {
    const { id } = await propose();
    expect(await decide(id, 'different')).toMatchObject({ ok: true });
    expect(await proposeRoundMatches(handle.db, round)).toEqual([]);
    expect(await decide(id, 'same')).toMatchObject({ problem: { code: 'review.match-decided' } });
  });

  test('proposing again keeps what an import proposed, sees it anew, and drops what can no longer be', async () => {
    const other = testHouseholdId(3);
    await writeTestHousehold(handle.db, other, 72);
    const proposal = (candidateHouseholdId: string, id: string) => ({
      id,
      year: 2024,
      communeId: 7,
      listed: { householdId: anew, headName: 'HỒ THỊ HÒA' },
      candidateHouseholdId,
      certainty: 'probable' as const,
      evidence: { found: ['members' as const], commonMembers: 2 },
      decision: null,
      decidedBy: null,
      scopePath: round.scopePath,
    });
    const [ofKnown, ofOther] = [testHouseholdId(91), testHouseholdId(92)];
    await insertMatches(handle.db, [proposal(known, ofKnown), proposal(other, ofOther)]);
    const waiting = await proposeRoundMatches(handle.db, round);
    expect(waiting.map(({ id, certainty }) => [id, certainty])).toEqual([
      [ofKnown, 'certain'],
      [ofOther, 'probable'],
    ]);
    expect(await proposeRoundMatches(handle.db, round)).toHaveLength(2);
    expect(await decide(ofKnown, 'same')).toMatchObject({ ok: true });
    expect((await listMatches(handle.db, 2024, 7)).map(({ id, decision }) => [id, decision])).toEqual([
      [ofKnown, 'same'],
    ]);
    expect(await proposeRoundMatches(handle.db, round)).toEqual([]);
  });
});
