import type { EChartsCoreOption } from 'echarts/core';
import { formatCount, formatRate } from '../../../platform/formats.ts';
import type { ChartLook } from '../../../ui/chart/chart-look.ts';
import type { Figure, RankedUnit, Step } from './overview-figures.ts';

const ROW_HEIGHT = 30;
const FRAME_HEIGHT = 40;
/** More bars than this are read in the table below. */
export const MOST_BARS = 15;

export const heightOfRows = (rows: number, perRow = ROW_HEIGHT): number => rows * perRow + FRAME_HEIGHT;

const namesAxis = (names: readonly string[], look: ChartLook) => ({
  type: 'category',
  inverse: true,
  data: [...names],
  axisLine: { lineStyle: { color: look.second } },
  axisTick: { show: false },
  axisLabel: { ...look.label, width: look.nameWidth - 12, overflow: 'break', lineHeight: 16 },
});
const gridOf = ({ nameWidth }: ChartLook) => ({ left: nameWidth, right: 60, top: 8, bottom: 8 });
const hiddenValues = { type: 'value', min: 0, axisLabel: { show: false }, splitLine: { show: false } };

/** Sorted bars from zero: who is highest. */
export const rankingOption =
  (units: readonly RankedUnit[]) =>
  (look: ChartLook): EChartsCoreOption => ({
    grid: gridOf(look),
    xAxis: hiddenValues,
    yAxis: namesAxis(
      units.map(({ name }) => name),
      look,
    ),
    series: [
      {
        type: 'bar',
        data: units.map(({ rate }) => rate),
        itemStyle: { color: look.colours.poor },
        barMaxWidth: 18,
        cursor: 'pointer',
        label: {
          ...look.label,
          show: true,
          position: 'right',
          formatter: ({ value }: { value: number }) => formatRate(value),
        },
      },
    ],
  });

/** Bars in the order of the law, poor and near-poor beside each other. */
export const lacksOption =
  (poor: readonly Figure[], nearPoor: readonly Figure[], names: readonly [string, string]) =>
  (look: ChartLook): EChartsCoreOption => ({
    grid: gridOf(look),
    xAxis: { ...hiddenValues, max: 100 },
    yAxis: namesAxis(
      poor.map(({ label }) => label),
      look,
    ),
    series: [
      [poor, look.colours.poor, names[0]] as const,
      [nearPoor, look.colours.nearPoor, names[1]] as const,
    ].map(([figures, color, name]) => ({
      type: 'bar',
      name,
      data: figures.map(({ value }) => value),
      itemStyle: { color },
      barMaxWidth: 14,
      barGap: '10%',
      cursor: 'pointer',
      label: {
        ...look.label,
        show: true,
        position: 'right',
        formatter: ({ value }: { value: number }) => formatRate(value),
      },
    })),
  });

/** Opening, steps out and in, closing; each bar hangs where the one before ended. */
export const movementOption =
  (steps: readonly Step[]) =>
  (look: ChartLook): EChartsCoreOption => {
    const colourOf = { stock: look.colours.poor, out: look.colours.leave, in: look.colours.nearPoor };
    return {
      grid: gridOf(look),
      xAxis: hiddenValues,
      yAxis: namesAxis(
        steps.map(({ label }) => label),
        look,
      ),
      series: [
        {
          type: 'bar',
          stack: 'movement',
          silent: true,
          itemStyle: { color: 'transparent' },
          data: steps.map(({ from, to }) => Math.min(from, to)),
        },
        {
          type: 'bar',
          stack: 'movement',
          barMaxWidth: 18,
          cursor: 'pointer',
          data: steps.map(({ from, to, kind }) => ({
            value: Math.abs(to - from),
            itemStyle: { color: colourOf[kind] },
          })),
          label: {
            ...look.label,
            show: true,
            position: 'right',
            formatter: ({ dataIndex }: { dataIndex: number }) => {
              const step = steps[dataIndex];
              const sign = step?.kind === 'out' ? '−' : step?.kind === 'in' ? '+' : '';
              return `${sign}${formatCount(step?.value ?? 0)}`;
            },
          },
        },
      ],
    };
  };
