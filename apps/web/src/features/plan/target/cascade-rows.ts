import { FAULT_SEVERITY } from '@benvung/domain/plan/target/check-cascade';
import { faultSentence } from '@benvung/domain/plan/target/fault-sentence';
import { printRate } from '@benvung/domain/plan/target/rate';
import { assignedOf, openingRate, plannedRate, pointsOf } from '@benvung/domain/plan/target/target';
import { formatCount } from '../../../platform/formats.ts';
import { getLanguage, type Translate } from '../../../platform/i18n.ts';
import type { CellMark, EditCell, EditRow } from '../../../ui/edit-grid/edit-grid-model.ts';
import { assignedNow, type Branch, faultsOf, mayType, sumsOf, wasWrittenMeanwhile } from './cascade-model.ts';
import type { targetWords } from './target.words.ts';

export type TargetSay = Translate<(typeof targetWords)['vi']>;

export const countText = (value: number | null): string => (value === null ? '' : formatCount(value));
export const rateText = (rate: number | null): string => (rate === null ? '' : printRate(rate));
const pointsText = (points: number | null): string =>
  points === null ? '' : points > 0 ? `+${printRate(points)}` : printRate(points);

/** What the state is called; what the unit asks for stands with it. */
export function stateText(t: TargetSay, { row, typed }: Pick<Branch, 'row' | 'typed'>): string {
  if (typed !== undefined) return t('typed');
  if (row.state === null) return t('none');
  if (row.state !== 'asked') return t(row.state);
  const { count = null } = row.asked ?? {};
  return count === null ? t('askedOnly') : t('asked', { count: formatCount(count) });
}

export function progressText(t: TargetSay, { row }: Pick<Branch, 'row'>): string {
  const { share, state, done } = row.facts.progress;
  if (state === 'unknown' && done === null) return '';
  const word = t(state);
  return share === null ? word : `${Math.round(share / 100)} % · ${word}`;
}

/** The rows of the grid; a row whose branch did not change is drawn again only when its sums did. */
export function gridRows(branches: readonly Branch[], t: TargetSay, severalIndicators: boolean): EditRow[] {
  return branches.map((branch) => gridRow(branch, branches, { t, severalIndicators }));
}

interface Look {
  readonly t: TargetSay;
  readonly severalIndicators: boolean;
}

function gridRow(branch: Branch, branches: readonly Branch[], { t, severalIndicators }: Look): EditRow {
  const { row, indicator, line, level } = branch;
  const held = !mayType(branch);
  const faults = faultsOf(branch, branches);
  const own = faults.filter(({ kind }) => kind !== 'sum' && kind !== 'opening');
  const worst = own[0];
  const mark: CellMark | undefined =
    worst === undefined
      ? undefined
      : {
          look: FAULT_SEVERITY[worst.kind],
          note: own.map((fault) => faultSentence(fault, getLanguage())).join(' '),
        };
  const opening = faults.find(({ kind }) => kind === 'opening');
  const typed = (text: string, more: Partial<EditCell> = {}): EditCell => ({ text, locked: held, ...more });
  const name =
    level === 1 && severalIndicators ? `${indicator.name[getLanguage()]}: ${row.unit.name}` : row.unit.name;
  return {
    key: branch.key,
    tree: { level, open: branch.open },
    cells: {
      name: { text: name },
      opening: typed(countText(line?.opening.count ?? row.facts.opening), {
        ...(opening === undefined
          ? {}
          : { mark: { look: 'warning', note: faultSentence(opening, getLanguage()) } }),
      }),
      openingRate: { text: line === null ? '' : rateText(openingRate(line)) },
      noLabour: { text: countText(row.facts.noLabour) },
      assigned: typed(countText(assignedNow(branch)), mark === undefined ? {} : { mark }),
      locked: typed(branch.locked ? t('lockedWord') : ''),
      parts: partsCell(branch, branches, t),
      planned: typed(countText(line?.planned.count ?? null)),
      base: typed(countText(line?.planned.base ?? null)),
      rate: typed(line === null ? '' : rateText(plannedRate(line))),
      points: { text: line === null ? '' : pointsText(pointsOf(line)) },
      state: stateCell(branch, t),
      done: doneCell(branch, t),
    },
  };
}

function partsCell(branch: Branch, branches: readonly Branch[], t: TargetSay): EditCell {
  const sums = sumsOf(branch, branches);
  if (sums === null) return { text: '' };
  const { parts, rest, whole } = sums;
  const over = rest < 0 && branch.indicator.kind !== 'coverage';
  if (rest === 0 || (rest < 0 && !over))
    return { text: t('partsFit', { parts: formatCount(parts) }), mark: { look: 'done' } };
  const fill = { parts: formatCount(parts), rest: formatCount(Math.abs(rest)) };
  return {
    text: over ? t('partsOver', fill) : t('partsShort', fill),
    mark: {
      look: 'warning',
      note: faultSentence({ kind: 'sum', column: 'assigned', whole, parts }, getLanguage()),
    },
  };
}

function stateCell(branch: Branch, t: TargetSay): EditCell {
  const { row, typed } = branch;
  const text = stateText(t, branch);
  if (row.restatedFrom.length > 0)
    return {
      text: t('restated', { count: row.restatedFrom.length }),
      mark: { look: 'quiet', note: row.restatedFrom.join(', ') },
    };
  if (wasWrittenMeanwhile(branch)) {
    const stored = row.line === null ? null : assignedOf(branch.indicator.kind, row.line);
    const note = t('meanwhile', { count: countText(stored) || '–' });
    return { text: `${text} · ${note}`, mark: { look: 'warning', note } };
  }
  if (typed !== undefined || row.state === null) return { text, mark: { look: 'quiet' } };
  if (row.state === 'asked')
    return { text, mark: { look: 'warning', ...(row.asked === null ? {} : { note: row.asked.reason }) } };
  return row.state === 'fixed' ? { text, mark: { look: 'done' } } : { text };
}

function doneCell(branch: Branch, t: TargetSay): EditCell {
  const text = progressText(t, branch);
  const { state } = branch.row.facts.progress;
  if (state === 'behind') return { text, mark: { look: 'warning' } };
  return state === 'reached' ? { text, mark: { look: 'done' } } : { text, mark: { look: 'quiet' } };
}
