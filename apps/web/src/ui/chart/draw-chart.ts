import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, TooltipComponent } from 'echarts/components';
import { type EChartsCoreOption, init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';

use([BarChart, LineChart, GridComponent, TooltipComponent, CanvasRenderer]);

export interface Drawn {
  readonly resize: () => void;
  readonly remove: () => void;
}

/** Draws on a canvas: the page's policy forbids the style attributes that drawing in SVG or HTML would write. */
export function drawChart(
  box: HTMLElement,
  option: EChartsCoreOption,
  onMark?: (dataIndex: number, seriesIndex: number) => void,
): Drawn {
  const chart = init(box, undefined, { renderer: 'canvas' });
  chart.setOption({ animation: false, ...option });
  if (onMark !== undefined)
    chart.on('click', ({ dataIndex, seriesIndex }) => onMark(dataIndex ?? 0, seriesIndex ?? 0));
  return { resize: () => chart.resize(), remove: () => chart.dispose() };
}
