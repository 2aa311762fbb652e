import type { CaseStanding } from '@benvung/domain/review/case/decide-case-act';
import { type StoredCase, upsertCases } from '../../apps/server/src/review/case/case.store.ts';
import type { World } from './world.ts';

export const PROCEDURE_ROUND = { id: '00000000-0000-7000-8000-000000000071', year: 2043 };
export const PLAIN_ROUND = { id: '00000000-0000-7000-8000-000000000072', year: 2044 };
export const HEAD = 'Hồ Văn Trình Tự';

export async function prepareProcedureRounds({ database, places: { otherCommune } }: World): Promise<void> {
  for (const [{ id, year }, procedure] of [
    [PROCEDURE_ROUND, 'QD-24-2021'],
    [PLAIN_ROUND, null],
  ] as const)
    await database.withSession((session) =>
      session.query(
        `insert into review_round (id, year, kind, commune_id, status, standard_id, standard_hash, reference_day,
           opened_on, source, demonstration, version, scope_path, procedure_id)
         values ($1, $2, 'PERIODIC', $3, 'OPEN', 'VN-2022', '', '2024-10-15', '2024-10-15', 'kiểm thử', false, 1, $4, $5)
         on conflict do nothing`,
        [id, year, otherCommune.id, otherCommune.path, procedure],
      ),
    );
}

/** A case of "Xã Hương Phú", asked for unless it stands elsewhere. */
export async function prepareStandingCase(
  { database, places: { otherCommune, otherVillage } }: World,
  id: string,
  standing: Partial<CaseStanding> = {},
  ties: Partial<StoredCase> = {},
): Promise<void> {
  await upsertCases(database.db, [
    {
      originCommuneId: otherCommune.id,
      id,
      roundId: PROCEDURE_ROUND.id,
      householdOrigin: otherCommune.id,
      householdId: id,
      villageId: otherVillage.id,
      year: PROCEDURE_ROUND.year,
      scopePath: otherVillage.path,
      headName: HEAD,
      request: { form: '01', channel: 'office', asked: '' },
      postingId: null,
      submissionId: null,
      decisionId: null,
      lastOn: '2024-10-15',
      version: 1,
      updatedAt: '2024-10-15T02:00:00Z',
      ...ties,
      standing: {
        state: 'requested',
        origin: 'form01',
        roundKind: 'PERIODIC',
        requestedOn: '2024-10-15',
        opening: null,
        class: null,
        verified: false,
        surveyedBy: null,
        postingEndsOn: null,
        last: { act: 'receive', from: null },
        ...standing,
      },
    },
  ]);
}
