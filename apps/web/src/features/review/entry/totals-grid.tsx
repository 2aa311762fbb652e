import type { EntryRow } from '@benvung/contract/review-entry';
import { CLASS_LABELS } from '@benvung/domain/standard/class-labels';
import { HOUSEHOLD_CLASSES, type HouseholdClass } from '@benvung/domain/standard/household-class';
import { useCallback, useMemo } from 'react';
import { useEditGridLabels } from '../../../platform/edit-grid-words.ts';
import { formatTime } from '../../../platform/formats.ts';
import { useLanguage, useWords } from '../../../platform/i18n.ts';
import { EditGrid } from '../../../ui/edit-grid/edit-grid.tsx';
import type {
  CellChange,
  CellMark,
  EditColumn,
  EditRow,
  ReadCell,
} from '../../../ui/edit-grid/edit-grid-model.ts';
import { entryWords } from './entry.words.ts';
import { type Enumerators, readInterview } from './entry-interview.ts';
import { stateText } from './entry-lists.tsx';
import { type TotalsChange, totalsOf, useTotals } from './use-totals.ts';

/** Names of a hint that still fits under a cell. */
const MOST_NAMED = 9;
const CLASSES = HOUSEHOLD_CLASSES.filter((each) => each !== 'UNDETERMINED');

interface TotalsGridProps {
  readonly accountId: string;
  readonly roundId: string;
  readonly village: string;
  readonly rows: readonly EntryRow[];
  /** Who may have been at the houses; none: the round does not keep it. */
  readonly enumerators: Enumerators;
  readonly open: boolean;
}

/** Scores A and B of a village's households as on their paper forms, in a grid as in a spreadsheet. */
export function TotalsGrid({ accountId, roundId, village, rows, enumerators, open }: TotalsGridProps) {
  const t = useWords(entryWords);
  const language = useLanguage();
  const labels = useEditGridLabels();
  const place = useMemo(() => ({ accountId, roundId }), [accountId, roundId]);
  const { pending, saving, type, sendNow } = useTotals(place);

  const columns = useMemo((): readonly EditColumn[] => {
    const score = (typed: string): ReadCell => {
      if (typed === '') return { text: '' };
      return /^\d{1,3}$|^1000$/u.test(typed)
        ? { text: String(Number(typed)) }
        : { refused: t('notAScore', { typed }) };
    };
    const classOf = (typed: string): ReadCell => {
      if (typed === '') return { text: '' };
      const found =
        CLASSES[Number(typed) - 1] ?? CLASSES.find((each) => CLASS_LABELS[each][language] === typed);
      return found === undefined
        ? { refused: t('notAClass', { typed }) }
        : { text: CLASS_LABELS[found][language] };
    };
    const visitor = (typed: string): ReadCell =>
      readInterview('enumerator', typed, { enumerators, today: '' }, undefined) === 'wrong'
        ? { refused: t('notAnEnumerator', { typed }) }
        : { text: /^\d+$/u.test(typed.trim()) ? (enumerators[Number(typed) - 1]?.name ?? '') : typed.trim() };
    const visitorHint = [
      t('enumeratorHint'),
      ...enumerators.slice(0, MOST_NAMED).map(({ name }, at) => `${at + 1} ${name}`),
    ].join(' · ');
    const editable = (read: EditColumn['read']) => (open ? { read: read! } : {});
    return [
      { key: 'head', title: t('household'), width: 172, rowHeader: true },
      { key: 'code', title: t('listCode'), width: 132 },
      { key: 'persons', title: t('persons'), width: 80, numeric: true },
      { key: 'incomeScore', title: t('scoreA'), width: 72, numeric: true, ...editable(score) },
      { key: 'deprivationScore', title: t('scoreB'), width: 72, numeric: true, ...editable(score) },
      { key: 'class', title: t('paperClass'), width: 136, hint: t('classHint'), ...editable(classOf) },
      ...(enumerators.length === 0
        ? []
        : [{ key: 'visitor', title: t('visitor'), width: 144, hint: visitorHint, ...editable(visitor) }]),
      { key: 'result', title: t('result'), width: 158 },
      { key: 'state', title: t('state'), width: 146 },
    ];
  }, [t, language, enumerators, open]);

  const gridRows = useMemo(
    () =>
      rows.map((row): EditRow => {
        const totals = pending.get(row.householdId) ?? totalsOf(row);
        const locked = !row.registered || row.state === 'gone';
        const cell = (text: string) => ({ text, locked });
        return {
          key: row.householdId,
          cells: {
            head: { text: row.head },
            code: { text: row.listCode ?? '' },
            persons: { text: String(row.persons) },
            incomeScore: cell(totals.incomeScore === null ? '' : String(totals.incomeScore)),
            deprivationScore: cell(totals.deprivationScore === null ? '' : String(totals.deprivationScore)),
            class: cell(totals.class === null ? '' : CLASS_LABELS[totals.class][language]),
            visitor: cell(nameOf(totals.visitor, enumerators) ?? row.visitor ?? ''),
            result: { text: row.class === null ? '' : CLASS_LABELS[row.class][language] },
            state: stateCell(row),
          },
        };
        function stateCell(of: EntryRow): { text: string; mark?: CellMark } {
          const now = saving.get(of.householdId);
          if (now?.kind === 'saving') return { text: t('saving'), mark: { look: 'quiet' } };
          if (now?.kind === 'waiting') return { text: t('waiting'), mark: { look: 'quiet' } };
          if (now?.kind === 'held')
            return { text: t('sentAgain'), mark: { look: 'warning', note: now.title } };
          if (now?.kind === 'refused') {
            const stored = t('storedNow', { a: of.incomeScore ?? '–', b: of.deprivationScore ?? '–' });
            return { text: t('notSaved'), mark: { look: 'error', note: `${now.title} ${stored}` } };
          }
          const text = stateText(of, t);
          if (now?.kind === 'saved')
            return { text: `${t('saved', { time: formatTime(now.at) })} · ${text}`, mark: { look: 'done' } };
          return of.state === 'toLookAt' ? { text, mark: { look: 'warning', note: text } } : { text };
        }
      }),
    [rows, pending, saving, enumerators, t, language],
  );

  const change = useCallback(
    (changes: readonly CellChange[]) => {
      const wanted = new Map<string, TotalsChange>();
      for (const { row, column, after } of changes)
        wanted.set(row, { ...wanted.get(row), ...changeOf(column, after, { language, enumerators }) });
      type(rows, wanted);
    },
    [rows, type, language, enumerators],
  );
  // Leaving a line sends it at once.
  const leave = useCallback(() => void sendNow(), [sendNow]);

  return (
    <EditGrid
      caption={t('households', { village })}
      columns={columns}
      rows={gridRows}
      labels={labels}
      onChange={change}
      onActiveRow={leave}
    />
  );
}

const nameOf = (told: TotalsChange['visitor'], enumerators: Enumerators): string | null =>
  told === undefined
    ? null
    : told.enumeratorId === null
      ? (told.enumerator ?? '')
      : (enumerators.find(({ id }) => id === told.enumeratorId)?.name ?? '');

interface Reader {
  readonly language: 'vi' | 'en';
  readonly enumerators: Enumerators;
}

function changeOf(column: string, text: string, { language, enumerators }: Reader): TotalsChange {
  if (column === 'visitor') {
    const known = enumerators.find(({ name }) => name === text);
    if (text === '') return { visitor: undefined };
    return { visitor: { enumeratorId: known?.id ?? null, enumerator: known?.id == null ? text : null } };
  }
  if (column !== 'class') return { [column]: text === '' ? null : Number(text) };
  const found = CLASSES.find((each) => CLASS_LABELS[each][language] === text) as HouseholdClass | undefined;
  return { class: found ?? null };
}
