import { sampleMember } from '@benvung/domain/household/member.sample';
import { sampleClosing } from '@benvung/domain/review/review-record.sample';
import type { DatabaseHandle } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';
import { openRounds, putReviewRecords } from '../review/review.public.ts';
import { testRecord } from '../review/review.test-support.ts';
import { getStandard } from '../standard/standard.public.ts';
import { createVillages, type UnitOnDay } from '../territory/territory.public.ts';
import { writeReviewFacts } from './review-facts.store.ts';
import { type HouseholdToWrite, writeHouseholds } from './write-households.ts';

const TODAY = '2024-10-15';
const AT = '2024-10-15T01:00:00.000Z';

/** Two reviewed households of a commune, and one of another. */
export async function fillHouseholds(
  handle: DatabaseHandle,
  commune: UnitOnDay,
  other: UnitOnDay,
  ids: { nga: string; ba: string; elsewhere: string },
): Promise<void> {
  await handle.withSession(async (session, db) => {
    const made = await createVillages(
      { session, db },
      [commune, other].map(({ id }) => ({
        communeId: id,
        name: 'Thôn 1',
        validFrom: '2021-01-01',
        source: 'thử',
      })),
    );
    if (!made.ok) throw new Error(made.problem.code);
    const [here, there] = made.value;
    const household = (
      id: string,
      headName: string,
      village: typeof here,
      listCode: string,
    ): HouseholdToWrite => ({
      id,
      originCommuneId: village!.communeId,
      listCode,
      registrationNumber: null,
      phone: null,
      address: null,
      villageId: village!.id,
      scopePath: village!.path,
      residentSince: '2020-01-01',
      residenceReason: 'registered',
      ended: null,
      headName,
      persons: null,
      members: [
        sampleMember({
          personId: newId(),
          fullName: headName,
          birthDate: '1961-05-12',
          ethnicity: '31',
          identityNumber: id === ids.nga ? '046161000123' : null,
        }),
      ],
      flagOverrides: {},
      demonstration: false,
    });
    const households = [
      household(ids.nga, 'Hồ Thị Nga', here, 'M-01'),
      household(ids.ba, 'Lê Văn Ba', here, 'M-02'),
      household(ids.elsewhere, 'Trần Thị Cúc', there, 'M-01'),
    ];
    await writeHouseholds(session, households, AT);
    const standard = getStandard('VN-2022');
    const rounds = await openRounds(db, {
      year: 2023,
      kind: 'PERIODIC',
      communes: [{ communeId: commune.id, scopePath: commune.path }],
      standardId: 'VN-2022',
      standardHash: standard.hash,
      localStandard: null,
      referenceDay: '2023-12-14',
      today: '2023-09-01',
      source: 'thử',
      demonstration: false,
      carryOver: false,
    });
    if (!rounds.ok) throw new Error(rounds.problem.code);
    const record = (id: string, of: 'POOR' | 'NEAR_POOR') =>
      testRecord(rounds.value[0]!, {
        originCommuneId: commune.id,
        householdId: id,
        scopePath: here!.path,
        stage: of === 'POOR' ? 'recognised' : 'scored',
        opening: of === 'POOR' ? { class: of, persons: 1, communeId: commune.id, villageId: here!.id } : null,
        closing: sampleClosing({
          class: of,
          persons: 1,
          villageId: here!.id,
          deprivations: '111000000000',
          headEthnicity: '31',
          flags: { ...sampleClosing().flags, minority: true },
        }),
        arrivalReason: of === 'POOR' ? null : 'newEntry',
        computedClass: of,
        incomeScore: 110,
        deprivationScore: 30,
        evidence: 'signedForm',
      });
    const put = await putReviewRecords(db, [record(ids.nga, 'POOR'), record(ids.ba, 'NEAR_POOR')], {
      today: TODAY,
    });
    if (!put.ok) throw new Error(put.problem.code);
    await writeReviewFacts(session, [
      {
        originCommuneId: commune.id,
        householdId: ids.nga,
        year: 2023,
        scopePath: here!.path,
        note: null,
        evidence: {
          kind: 'signedForm',
          incomeScore: 110,
          deprivationScore: 30,
          deprivations: null,
          form: null,
        },
        facts: {
          areaType: 'rural',
          surveyDay: '2023-10-10',
          members: households[0]!.members,
          causes: [],
          wishes: [],
          monthlyIncomePerPerson: null,
          farmHousehold: null,
          dwelling: {
            durableWall: true,
            durablePillar: true,
            durableRoof: true,
            areaSquareMetres: 40,
            water: 'rain',
            toilet: 'septic',
            usesInternet: false,
            usesPhoneSubscription: null,
            ownsInformationDevice: true,
            hearsLoudspeaker: null,
          },
        },
      },
    ]);
  });
}
