import type { EChartsCoreOption } from 'echarts/core';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import styles from './chart.module.css';
import { type ChartLook, readLook } from './chart-look.ts';

interface ChartProps {
  /** The finding, in one sentence. */
  readonly title: string;
  /** Unit, place, day. */
  readonly subtitle: string;
  readonly option: (look: ChartLook) => EChartsCoreOption;
  readonly height: number;
  /** A mark was pressed: opens what it is made of. The same stands as links in `numbers`. */
  readonly onMark?: (dataIndex: number, seriesIndex: number) => void;
  /** Which colour stands for what, where there are two. */
  readonly legend?: readonly { readonly colour: 'poor' | 'nearPoor'; readonly word: string }[];
  readonly numbersLabel: string;
  /** The table of the same figures. */
  readonly numbers: ReactNode;
  readonly failed: string;
}

/** A chart with its finding as title and its figures below; the drawing library comes when it is first needed. */
export function Chart({
  title,
  subtitle,
  option,
  height,
  onMark,
  legend = [],
  numbersLabel,
  numbers,
  failed,
}: ChartProps) {
  const box = useRef<HTMLDivElement>(null);
  const press = useRef(onMark);
  press.current = onMark;
  const [fault, setFault] = useState(false);
  const id = useId();

  useEffect(() => {
    const place = box.current;
    if (place === null) return;
    let gone = false;
    let stop: () => void = () => undefined;
    const draw = async () => {
      const [{ drawChart }] = await Promise.all([import('./draw-chart.ts'), document.fonts.ready]);
      if (gone) return;
      const drawn = drawChart(place, option(readLook(place.clientWidth)), (dataIndex, seriesIndex) =>
        press.current?.(dataIndex, seriesIndex),
      );
      const watcher = new ResizeObserver(drawn.resize);
      watcher.observe(place);
      stop = () => {
        watcher.disconnect();
        drawn.remove();
      };
    };
    draw().catch(() => setFault(true));
    return () => {
      gone = true;
      stop();
    };
  }, [option]);

  return (
    <figure className={styles.figure} aria-labelledby={id}>
      <figcaption id={id}>
        <span className={styles.title}>{title}</span>
        <span className={styles.subtitle}>{subtitle}</span>
        {legend.map(({ colour, word }) => (
          <span key={colour} className={styles.key}>
            <span className={styles[colour]} aria-hidden="true" /> {word}
          </span>
        ))}
      </figcaption>
      {fault ? (
        <p>{failed}</p>
      ) : (
        <div ref={box} role="img" aria-label={title} style={{ height }} className={styles.canvas} />
      )}
      <details className={styles.numbers} open={fault}>
        <summary>{numbersLabel}</summary>
        {numbers}
      </details>
    </figure>
  );
}
