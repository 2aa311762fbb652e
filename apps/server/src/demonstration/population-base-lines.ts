import type { PopulationBaseLine } from '../review/review.public.ts';
import type { DemonstrationPlan } from './generate-demonstration.ts';
import { BASE_YEARS, villageBase } from './plan-province.ts';

const SOURCE = 'Dữ liệu trình diễn: tổng số hộ cho đúng tỷ lệ của phụ lục (demonstration)';

/** All households and persons of every village and commune; a commune's line is the sum of its villages. */
export function baseLines({ communes }: DemonstrationPlan): PopulationBaseLine[] {
  return BASE_YEARS.flatMap((year) =>
    communes.flatMap((commune) => {
      const common = {
        year,
        communeId: commune.id,
        localMinorityHouseholds: 0,
        localMinorityPersons: 0,
        source: SOURCE,
        onDay: `${year}-09-01`,
        demonstration: true,
      };
      const villages = commune.villages.map((village) => ({
        ...common,
        ...villageBase(commune, village, year),
        villageId: village.id,
        scopePath: village.path,
      }));
      const sum = (of: (line: (typeof villages)[number]) => number) =>
        villages.reduce((all, line) => all + of(line), 0);
      const whole = {
        ...common,
        villageId: 0,
        households: sum((line) => line.households),
        persons: sum((line) => line.persons),
        minorityHouseholds: sum((line) => line.minorityHouseholds),
        minorityPersons: sum((line) => line.minorityPersons),
        scopePath: commune.path,
      };
      return [whole, ...villages];
    }),
  );
}
