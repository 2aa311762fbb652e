import type { TargetCascade } from '@benvung/contract/plan-target';
import { openingRate, plannedRate, pointsOf } from '@benvung/domain/plan/target/target';
import { Button } from '@mantine/core';
import { RowsExport } from '../../../platform/export/table-export.tsx';
import { getLanguage, useWords } from '../../../platform/i18n.ts';
import { assignedNow, type Branch } from './cascade-model.ts';
import { progressText, stateText } from './cascade-rows.ts';
import { targetWords } from './target.words.ts';

interface GridCopyProps {
  readonly cascade: TargetCascade;
  readonly branches: readonly Branch[];
}

const percent = (rate: number | null): number | null => (rate === null ? null : rate / 100);

/** The table as a file with numbers as numbers, and on paper. */
export function GridCopy({ cascade, branches }: GridCopyProps) {
  const t = useWords(targetWords);
  const names = cascade.shown.map(
    (code) => cascade.indicators.find((one) => one.code === code)?.name[getLanguage()] ?? code,
  );
  const table = () => ({
    columns: [
      t('chooseIndicator'),
      t('unit'),
      t('opening'),
      t('openingRate'),
      t('noLabour'),
      t('assigned'),
      t('planned'),
      t('base'),
      t('rate'),
      t('points'),
      t('state'),
      t('done'),
    ],
    rows: branches.map((branch) => {
      const { row, line, indicator, level } = branch;
      return [
        indicator.name[getLanguage()],
        `${'  '.repeat(level - 1)}${row.unit.name}`,
        line?.opening.count ?? row.facts.opening,
        line === null ? null : percent(openingRate(line)),
        row.facts.noLabour,
        assignedNow(branch),
        line?.planned.count ?? null,
        line?.planned.base ?? null,
        line === null ? null : percent(plannedRate(line)),
        line === null ? null : percent(pointsOf(line)),
        stateText(t, branch),
        progressText(t, branch),
      ];
    }),
  });
  return (
    <>
      <RowsExport
        title={t('title', { year: cascade.year })}
        place={cascade.unit.name}
        facts={names}
        read={table}
      />
      <Button variant="outline" onClick={() => window.print()}>
        {t('print')}
      </Button>
    </>
  );
}
