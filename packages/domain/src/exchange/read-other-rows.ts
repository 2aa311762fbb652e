import type { SourceRow } from './column-map.ts';
import { roundStatusWords } from './exchange-words.ts';
import type { ListedPopulation, ListedRound } from './listed-household.ts';
import { readPlace } from './read-household.ts';
import type { RowReader } from './row-reader.ts';

const MOST_PEOPLE = 200_000_000;

/** One line of the population base; a village left blank means the commune's own line. */
export function readPopulation(read: RowReader, row: SourceRow): ListedPopulation | null {
  const households = read.whole(row, 'populationHouseholds', MOST_PEOPLE);
  if (households === null) {
    if (read.raw(row, 'populationHouseholds') === '')
      read.report('error', row, 'populationHouseholds', { code: 'exchange.value-missing' });
    return null;
  }
  return {
    at: { sheet: row.sheet, row: row.row },
    place: readPlace(read, row),
    year: read.whole(row, 'year', 2200),
    households,
    persons: read.whole(row, 'populationPersons', MOST_PEOPLE),
    minorityHouseholds: read.whole(row, 'minorityHouseholds', MOST_PEOPLE),
    minorityPersons: read.whole(row, 'minorityPersons', MOST_PEOPLE),
    localMinorityHouseholds: read.whole(row, 'localMinorityHouseholds', MOST_PEOPLE),
    localMinorityPersons: read.whole(row, 'localMinorityPersons', MOST_PEOPLE),
    source: read.text(row, 'source', 500),
    onDay: read.day(row, 'populationDay'),
  };
}

export function readRound(read: RowReader, row: SourceRow): ListedRound | null {
  const status = read.choice(row, 'roundStatus', roundStatusWords);
  if (status === null) return null;
  return {
    at: { sheet: row.sheet, row: row.row },
    place: readPlace(read, row),
    year: read.whole(row, 'year', 2200),
    standardId: read.text(row, 'standard', 60),
    localStandardId: read.text(row, 'localStandard', 60),
    status,
    referenceDay: read.day(row, 'referenceDay'),
    openedOn: read.day(row, 'openedOn'),
    closedOn: read.day(row, 'closedOn'),
    lockedOn: read.day(row, 'lockedOn'),
    source: read.text(row, 'source', 500),
  };
}
