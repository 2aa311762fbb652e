import type { OfficialTable } from '@benvung/contract/report';
import { type ReactNode, useMemo } from 'react';
import { formatCount, formatRate } from '../../../platform/formats.ts';
import { useWords } from '../../../platform/i18n.ts';
import { Chart } from '../../../ui/chart/chart.tsx';
import { FigureTable, shownCount, shownRate } from './figure-table.tsx';
import { overviewWords } from './overview.words.ts';
import { type Figure, lacksOf, movementOf, rankUnits, sumOf } from './overview-figures.ts';
import { heightOfRows, lacksOption, MOST_BARS, movementOption, rankingOption } from './overview-options.ts';

/** Where a cell of a table opens, and how a figure links there. */
export interface OpensCell {
  readonly open: (table: number, column: string, line?: 'households') => void;
  readonly link: (table: number, column: string, text: string, line?: 'households') => ReactNode;
}

interface ChartOf {
  readonly subtitle: string;
}

export function RankingChart({
  table,
  subtitle,
  openUnit,
  unitLink,
}: ChartOf & {
  readonly table: OfficialTable;
  readonly openUnit: (id: number) => void;
  readonly unitLink: (id: number, name: string) => ReactNode;
}) {
  const t = useWords(overviewWords);
  const units = useMemo(() => rankUnits(table), [table]);
  const drawn = useMemo(() => units.slice(0, MOST_BARS), [units]);
  const option = useMemo(() => rankingOption(drawn), [drawn]);
  const [first] = units;
  if (first === undefined || units.length < 2) return null;
  return (
    <Chart
      title={t('ranking', { unit: first.name, rate: formatRate(first.rate) })}
      subtitle={
        units.length > MOST_BARS
          ? `${subtitle} · ${t('firstOf', { shown: MOST_BARS, all: units.length })}`
          : subtitle
      }
      option={option}
      height={heightOfRows(drawn.length)}
      onMark={(at) => {
        const unit = drawn[at];
        if (unit !== undefined) openUnit(unit.id);
      }}
      numbersLabel={t('showNumbers')}
      failed={t('notDrawn')}
      numbers={
        <FigureTable
          caption={t('rankingTable')}
          heads={[t('unit'), t('poorRate'), t('poor')]}
          rows={units.map(({ id, name, rate, households }) => ({
            key: String(id),
            name: unitLink(id, name),
            values: [formatRate(rate), formatCount(households)],
          }))}
        />
      }
    />
  );
}

export function LacksChart({
  poor,
  nearPoor,
  subtitle,
  cell,
}: ChartOf & {
  /** Tables 5 and 7. */
  readonly poor: OfficialTable;
  readonly nearPoor: OfficialTable;
  readonly cell: OpensCell;
}) {
  const t = useWords(overviewWords);
  const lacks = useMemo(() => [lacksOf(poor), lacksOf(nearPoor)] as const, [poor, nearPoor]);
  const [ofPoor, ofNearPoor] = lacks;
  const option = useMemo(
    () => lacksOption(ofPoor, ofNearPoor, [t('poorShort'), t('nearPoorShort')]),
    [ofPoor, ofNearPoor, t],
  );
  const most = ofPoor.reduce<Figure | null>(
    (found, each) => ((each.value ?? -1) > (found?.value ?? -1) ? each : found),
    null,
  );
  if (most === null || most.value === null) return null;
  return (
    <Chart
      title={t('lacks', { indicator: most.label.toLocaleLowerCase('vi'), rate: formatRate(most.value) })}
      subtitle={subtitle}
      option={option}
      height={heightOfRows(ofPoor.length, 44)}
      legend={[
        { colour: 'poor', word: t('poorShort') },
        { colour: 'nearPoor', word: t('nearPoorShort') },
      ]}
      onMark={(at, series) => {
        const figure = lacks[series === 0 ? 0 : 1][at];
        if (figure !== undefined) cell.open(series === 0 ? 4 : 6, figure.column);
      }}
      numbersLabel={t('showNumbers')}
      failed={t('notDrawn')}
      numbers={
        <FigureTable
          caption={t('lacksTable')}
          heads={[t('indicator'), t('ofPoor'), t('ofNearPoor')]}
          rows={ofPoor.map(({ label, value, column }, at) => ({
            key: column,
            name: label,
            values: [
              cell.link(4, column, shownRate(value)),
              cell.link(6, column, shownRate(ofNearPoor[at]?.value ?? null)),
            ],
          }))}
        />
      }
    />
  );
}

export function MovementChart({
  table,
  subtitle,
  cell,
}: ChartOf & { readonly table: OfficialTable; readonly cell: OpensCell }) {
  const t = useWords(overviewWords);
  const steps = useMemo(() => movementOf(table) ?? [], [table]);
  const option = useMemo(() => movementOption(steps), [steps]);
  const [opening, closing] = [steps[0], steps.at(-1)];
  if (opening === undefined || closing === undefined) return null;
  const change = (closing.value ?? 0) - (opening.value ?? 0);
  const moved = { out: formatCount(sumOf(steps, 'out')), in: formatCount(sumOf(steps, 'in')) };
  const by = formatCount(Math.abs(change));
  const title =
    change === 0 ? t('movedNone', moved) : t(change < 0 ? 'movedDown' : 'movedUp', { by, ...moved });
  return (
    <Chart
      title={title}
      subtitle={subtitle}
      option={option}
      height={heightOfRows(steps.length, 52)}
      onMark={(at) => {
        const step = steps[at];
        if (step !== undefined) cell.open(2, step.column, 'households');
      }}
      numbersLabel={t('showNumbers')}
      failed={t('notDrawn')}
      numbers={
        <FigureTable
          caption={t('movementTable')}
          heads={[t('step'), t('households')]}
          rows={steps.map(({ label, value, column, kind }) => ({
            key: column,
            name: `${kind === 'out' ? '− ' : kind === 'in' ? '+ ' : ''}${label}`,
            values: [cell.link(2, column, shownCount(value), 'households')],
          }))}
        />
      }
    />
  );
}
