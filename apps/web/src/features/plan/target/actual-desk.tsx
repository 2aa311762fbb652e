import type { TargetCascade, TargetIndicatorView, TargetRow } from '@benvung/contract/plan-target';
import { assignedOf, plannedRate } from '@benvung/domain/plan/target/target';
import type { EChartsCoreOption } from 'echarts/core';
import { type ReactNode, useMemo } from 'react';
import { TableExport } from '../../../platform/export/table-export.tsx';
import { formatCount, formatDay } from '../../../platform/formats.ts';
import { getLanguage, useWords } from '../../../platform/i18n.ts';
import { Chart } from '../../../ui/chart/chart.tsx';
import type { ChartLook } from '../../../ui/chart/chart-look.ts';
import { Notice } from '../../../ui/notice.tsx';
import { TableBox } from '../../../ui/table-box.tsx';
import { ActualForm } from './actual-form.tsx';
import { countText, rateText } from './cascade-rows.ts';
import styles from './target.module.css';
import { targetWords } from './target.words.ts';

interface ActualDeskProps {
  readonly cascade: TargetCascade;
  readonly today: string;
  readonly mayEnter: boolean;
  readonly renderUnit: (unit: { id: number; name: string }, label: string) => ReactNode;
}

/** What was reached against each target: a chart of the units, the figures, what is expected, where it falls behind. */
export function ActualDesk({ cascade, today, mayEnter, renderUnit }: ActualDeskProps) {
  const t = useWords(targetWords);
  const { unit, day, shown, indicators, rows } = cascade;
  const told = shown.flatMap((code) => {
    const indicator = indicators.find((one) => one.code === code);
    const own = rows.filter((row) => row.indicator === code && row.line !== null);
    return indicator === undefined || own.length === 0 ? [] : [{ indicator, rows: own }];
  });
  const asOf = day < today ? day : today;
  return (
    <>
      <p>{t('actualLead', { day: formatDay(asOf) })}</p>
      {told.length === 0 ? <Notice kind="empty" title={t('actualNone')} /> : null}
      {told.map(({ indicator, rows: own }) => (
        <Standing key={indicator.code} {...{ indicator, rows: own, cascade, asOf, renderUnit }} />
      ))}
      {mayEnter ? <ActualForm cascade={cascade} today={today} unit={unit} /> : null}
    </>
  );
}

interface StandingProps {
  readonly indicator: TargetIndicatorView;
  readonly rows: readonly TargetRow[];
  readonly cascade: TargetCascade;
  readonly asOf: string;
  readonly renderUnit: ActualDeskProps['renderUnit'];
}

const CHARTED = 20;
const ROW_HEIGHT = 30;

function Standing({ indicator, rows, cascade, asOf, renderUnit }: StandingProps) {
  const t = useWords(targetWords);
  const name = indicator.name[getLanguage()];
  const units = rows.filter((row) => row.unit.id !== cascade.unit.id);
  const sorted = useMemo(
    () =>
      [...(units.length === 0 ? rows : units)]
        .filter(({ facts }) => facts.progress.share !== null)
        .sort((a, b) => (a.facts.progress.share ?? 0) - (b.facts.progress.share ?? 0))
        .slice(0, CHARTED),
    [rows, units],
  );
  const behind = sorted.filter(({ facts }) => facts.progress.state === 'behind').length;
  const option = useMemo(() => sharesOption(sorted), [sorted]);
  const table = <StandingTable {...{ indicator, rows, cascade, asOf, renderUnit }} />;
  return (
    <section className={styles.section} aria-label={name}>
      <h2>{name}</h2>
      {sorted.length === 0 ? (
        table
      ) : (
        <>
          <Chart
            title={
              behind > 0
                ? t('chartTitleBehind', { behind, all: sorted.length, indicator: name })
                : t('chartTitleFit', { all: sorted.length, indicator: name })
            }
            subtitle={t('chartSubtitle', { unit: cascade.unit.name, day: formatDay(asOf) })}
            option={option}
            height={sorted.length * ROW_HEIGHT + 40}
            numbersLabel={t('numbers')}
            numbers={
              <p>
                {t('showTable')}: {name}
              </p>
            }
            failed={t('chartFailed')}
          />
          {table}
        </>
      )}
      <p className={styles.second}>{t(howExpected(indicator))}</p>
    </section>
  );
}

function howExpected({ byHand, kind }: TargetIndicatorView) {
  if (byHand) return kind === 'coverage' ? 'howEntered' : 'howPace';
  return kind === 'coverage' ? 'howMeasured' : 'howReview';
}

/** Bars of the share reached, with a line where the target is. */
const sharesOption =
  (rows: readonly TargetRow[]) =>
  (look: ChartLook): EChartsCoreOption => ({
    grid: { left: look.nameWidth, right: 64, top: 8, bottom: 8 },
    xAxis: {
      type: 'value',
      min: 0,
      max: ({ max }: { max: number }) => Math.max(110, Math.ceil(max)),
      interval: 100,
      axisLabel: { show: false },
      splitLine: { showMinLine: false, showMaxLine: false, lineStyle: { color: look.text, width: 2 } },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: rows.map(({ unit }) => unit.name),
      axisTick: { show: false },
      axisLabel: { ...look.label, width: look.nameWidth - 12, overflow: 'break', lineHeight: 16 },
    },
    series: [
      {
        type: 'bar',
        barMaxWidth: 18,
        data: rows.map(({ facts }) => ({
          value: Math.max(0, (facts.progress.share ?? 0) / 100),
          itemStyle: {
            color: facts.progress.state === 'behind' ? look.colours.nearPoor : look.colours.leave,
          },
        })),
        label: {
          ...look.label,
          show: true,
          position: 'right',
          formatter: ({ dataIndex }: { dataIndex: number }) => {
            const { share = null, state } = rows[dataIndex]?.facts.progress ?? {};
            return `${state === 'behind' ? '▲ ' : ''}${Math.round((share ?? 0) / 100)} %`;
          },
        },
      },
    ],
  });

function StandingTable({ indicator, rows, cascade, asOf, renderUnit }: StandingProps) {
  const t = useWords(targetWords);
  const unit = t(indicator.unit);
  return (
    <TableExport
      title={`${indicator.name[getLanguage()]}, ${cascade.year}`}
      place={cascade.unit.name}
      facts={[t('actualLead', { day: formatDay(asOf) })]}
    >
      <TableBox className={styles.scroll} label={indicator.name[getLanguage()]}>
        <table className={styles.table}>
          <caption className="visually-hidden">{indicator.name[getLanguage()]}</caption>
          <thead>
            <tr>
              <th scope="col">{t('unit')}</th>
              <th scope="col" className={styles.number}>{`${t('target')} (${unit})`}</th>
              <th scope="col" className={styles.number}>
                {t('rate')}
              </th>
              <th scope="col" className={styles.number}>{`${t('reachedSoFar')} (${unit})`}</th>
              <th scope="col" className={styles.number}>
                {t('share')}
              </th>
              <th scope="col" className={styles.number}>
                {t('expected')}
              </th>
              <th scope="col">{t('standing')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => {
              const { progress } = row.facts;
              return (
                <tr key={row.unit.id}>
                  <th scope="row">
                    {row.hasChildren && row.unit.id !== cascade.unit.id
                      ? renderUnit(row.unit, row.unit.name)
                      : row.unit.name}
                  </th>
                  <td className={styles.number}>
                    {countText(row.line === null ? null : assignedOf(indicator.kind, row.line)) || '–'}
                  </td>
                  <td className={styles.number}>
                    {rateText(row.line === null ? null : plannedRate(row.line)) || '–'}
                  </td>
                  <td className={styles.number}>
                    {progress.done === null ? '?' : formatCount(progress.done)}
                    {progress.doneRate === null ? '' : ` (${rateText(progress.doneRate)} %)`}
                  </td>
                  <td className={styles.number}>
                    {progress.share === null ? '–' : rateText(progress.share)}
                  </td>
                  <td className={styles.number}>
                    {progress.expected === null ? '?' : formatCount(progress.expected)}
                  </td>
                  <td className={progress.state === 'behind' ? styles.short : undefined}>
                    {progress.state === 'behind' ? '▲ ' : ''}
                    {t(progress.state)}
                    {progress.onDay === null
                      ? ''
                      : ` (${t('onDay', { day: formatDay(progress.onDay), source: progress.source ?? t('summed') })})`}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </TableBox>
    </TableExport>
  );
}
