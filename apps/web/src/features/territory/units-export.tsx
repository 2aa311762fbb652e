import type { UnitDetail } from '@benvung/contract/territory';
import { useQueryClient } from '@tanstack/react-query';
import { RowsExport } from '../../platform/export/table-export.tsx';
import { formatDay } from '../../platform/formats.ts';
import { useWords } from '../../platform/i18n.ts';
import { unitsQuery } from './territory.api.ts';
import { territoryWords } from './territory.words.ts';
import { typeLabel } from './unit-type.ts';

/** More lie directly under none. */
const MOST_BELOW = 500;

/** The units directly under one, on a day, as a file. */
export function UnitsExport({ unit, on }: { readonly unit: UnitDetail; readonly on: string }) {
  const t = useWords(territoryWords);
  const client = useQueryClient();
  const read = async () => {
    const { units } = await client.fetchQuery(unitsQuery({ on, parent: unit.id, limit: MOST_BELOW }));
    return {
      columns: [t('name'), t('code'), t('type'), t('area'), t('within'), t('from')],
      rows: units.map((one) => [
        one.name,
        one.code,
        typeLabel(one.type),
        one.areaType === null ? null : t(one.areaType),
        unit.name,
        formatDay(one.validFrom),
      ]),
    };
  };
  return (
    <RowsExport
      title={t('unitsBelow', { unit: unit.name })}
      place={unit.name}
      facts={[t('onMapOf', { day: formatDay(on) })]}
      read={read}
    />
  );
}
