import type { CompiledStandard } from '@benvung/domain/standard/compile-standard';
import type { Db } from '../platform/database/database.ts';
import { openRounds } from '../review/review.public.ts';
import { settleRounds } from './demonstration.store.ts';
import type { DemonstrationPlan } from './generate-demonstration.ts';

const SOURCE = 'Dữ liệu trình diễn (demonstration)';

/** Opens the rounds of all communes in 2022 and 2023, and in 2024 where the review has begun. */
export async function openDemonstrationRounds(
  db: Db,
  plan: DemonstrationPlan,
  standard: CompiledStandard,
): Promise<(year: number, communeId: number) => string> {
  const ids = new Map<string, string>();
  for (const year of [2022, 2023, 2024]) {
    const communes = plan.communes
      .filter(({ code }) => year < 2024 || plan.states.get(code) !== 'notBegun')
      .map(({ id, path }) => ({ communeId: id, scopePath: path }));
    const opened = await openRounds(db, {
      year,
      kind: 'PERIODIC',
      communes,
      standardId: standard.standard.id,
      standardHash: standard.hash,
      localStandard: null,
      referenceDay: `${year}-09-01`,
      today: `${year}-09-01`,
      source: SOURCE,
      demonstration: true,
      carryOver: false,
    });
    if (!opened.ok) throw new Error(`The rounds of ${year} were refused: ${opened.problem.code}`);
    for (const round of opened.value) ids.set(`${year} ${round.communeId}`, round.id);
  }
  return (year, communeId) => {
    const id = ids.get(`${year} ${communeId}`);
    if (id === undefined) throw new Error(`No round of ${year} is open in commune ${communeId}.`);
    return id;
  };
}

/** 2022 and 2023 are locked; in 2024 a recognised commune's round is closed. */
export async function settleDemonstrationRounds(db: Db, plan: DemonstrationPlan): Promise<void> {
  const all = plan.communes.map(({ id }) => id);
  const recognised = plan.communes.filter(({ code }) => plan.states.get(code) === 'recognised');
  for (const year of [2022, 2023])
    await settleRounds(db, {
      year,
      communeIds: all,
      closedOn: `${year}-12-14`,
      lockedOn: `${year}-12-20`,
    });
  await settleRounds(db, {
    year: 2024,
    communeIds: recognised.map(({ id }) => id),
    closedOn: '2024-10-14',
    lockedOn: null,
  });
}
