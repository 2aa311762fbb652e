import { useMemo } from 'react';
import { useEditGridLabels } from '../../../platform/edit-grid-words.ts';
import { useWords } from '../../../platform/i18n.ts';
import { EditGrid } from '../../../ui/edit-grid/edit-grid.tsx';
import type { CellChange, EditColumn } from '../../../ui/edit-grid/edit-grid-model.ts';
import { type Branch, readCount, readRate } from './cascade-model.ts';
import { countText, gridRows, rateText } from './cascade-rows.ts';
import { targetWords } from './target.words.ts';

interface CascadeGridProps {
  readonly caption: string;
  readonly branches: readonly Branch[];
  /** All stocks: "Giảm (hộ)". */
  readonly onlyStocks: boolean;
  readonly severalIndicators: boolean;
  /** A telephone: name, figure, rate and state alone; the rest stands in the panel. */
  readonly narrow: boolean;
  readonly onChange: (changes: readonly CellChange[]) => void;
  readonly onActiveRow: (key: string) => void;
  readonly onToggle: (key: string) => void;
}

const NARROW = new Set(['name', 'assigned', 'rate', 'state']);

/** The tree of targets: cells with a blue corner are typed, the others follow. */
export function CascadeGrid({ branches, severalIndicators, narrow, ...props }: CascadeGridProps) {
  const t = useWords(targetWords);
  const labels = useEditGridLabels();
  const { onlyStocks } = props;
  const soFar = branches.some(({ row }) => row.facts.provisional);
  const columns = useMemo((): EditColumn[] => {
    const asCount = (text: string) => {
      const value = readCount(text);
      return value === undefined ? { refused: t('notCount', { text }) } : { text: countText(value) };
    };
    const asRate = (text: string) => {
      const value = readRate(text);
      return value === undefined ? { refused: t('notRate', { text }) } : { text: rateText(value) };
    };
    const shown = (key: string, title: string, width: number): EditColumn => ({
      key,
      title,
      width,
      numeric: true,
    });
    const counted = (key: string, title: string, width: number): EditColumn => ({
      ...shown(key, title, width),
      read: asCount,
      hint: t('countHint'),
    });
    const all: EditColumn[] = [
      { key: 'name', title: t('unit'), width: narrow ? 126 : 184, rowHeader: true },
      counted('opening', t(soFar ? 'openingSoFar' : 'opening'), soFar ? 76 : 64),
      shown('openingRate', t('openingRate'), 60),
      shown('noLabour', t('noLabour'), 62),
      counted('assigned', onlyStocks ? t('reduce') : t('assigned'), narrow ? 62 : 64),
      {
        key: 'locked',
        title: t('locked'),
        width: 58,
        read: (text) => ({ text: text.trim() === '' ? '' : t('lockedWord') }),
        hint: t('lockHint'),
      },
      { key: 'parts', title: t('parts'), width: 120, numeric: true },
      counted('planned', t('planned'), 64),
      counted('base', t('base'), 82),
      { ...shown('rate', t('rate'), narrow ? 58 : 60), read: asRate, hint: t('rateHint') },
      shown('points', t('points'), 70),
      { key: 'state', title: t('state'), width: narrow ? 94 : 100 },
      { key: 'done', title: t('done'), width: 112 },
    ];
    return narrow ? all.filter(({ key }) => NARROW.has(key)) : all;
  }, [t, onlyStocks, narrow, soFar]);
  const rows = useMemo(() => gridRows(branches, t, severalIndicators), [branches, t, severalIndicators]);
  return (
    <div data-paper="landscape">
      <EditGrid
        caption={props.caption}
        columns={columns}
        rows={rows}
        labels={labels}
        onChange={props.onChange}
        onActiveRow={props.onActiveRow}
        onToggle={props.onToggle}
      />
    </div>
  );
}
