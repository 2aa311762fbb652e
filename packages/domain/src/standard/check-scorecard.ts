import type { Scorecard, ScorecardItem } from './scorecard.ts';

/** What is wrong with a scorecard, where; `at` is an item or option code. */
export interface ScorecardFault {
  readonly at: string;
  readonly code: ScorecardFaultCode;
  readonly detail: string;
}

export const SCORECARD_FAULT_CODES = [
  'no-items',
  'item-twice',
  'option-twice',
  'no-options',
  'band-missing',
  'band-unwanted',
  'band-empty',
  'band-gap',
  'band-overlap',
  'band-closed-end',
  'one-option-only',
  'points-not-whole',
] as const;
export type ScorecardFaultCode = (typeof SCORECARD_FAULT_CODES)[number];

/** Every fault of a card; an empty list means that each possible answer has exactly one number of points. */
export function checkScorecard({ items }: Scorecard): ScorecardFault[] {
  const faults: ScorecardFault[] = [];
  if (items.length === 0) faults.push({ at: '', code: 'no-items', detail: '' });
  for (const twice of repeated(items.map(({ code }) => code)))
    faults.push({ at: twice, code: 'item-twice', detail: '' });
  for (const item of items) faults.push(...checkItem(item));
  return faults;
}

function checkItem(item: ScorecardItem): ScorecardFault[] {
  const faults: ScorecardFault[] = [];
  const fault = (code: ScorecardFaultCode, detail = '') => faults.push({ at: item.code, code, detail });
  if (item.options.length === 0) fault('no-options');
  for (const twice of repeated(item.options.map(({ code }) => code))) fault('option-twice', twice);
  for (const option of item.options) {
    if (!Number.isSafeInteger(option.points)) fault('points-not-whole', option.code);
    if (option.band !== null && item.kind !== 'banded-number') fault('band-unwanted', option.code);
  }
  if (item.kind === 'count-times' && item.options.length > 1) fault('one-option-only');
  if (item.kind === 'banded-number') faults.push(...checkBands(item));
  return faults;
}

function checkBands(item: ScorecardItem): ScorecardFault[] {
  const faults: ScorecardFault[] = [];
  const fault = (code: ScorecardFaultCode, detail = '') => faults.push({ at: item.code, code, detail });
  const bands: { code: string; from: number; to: number }[] = [];
  for (const { code, band } of item.options) {
    if (band === null) fault('band-missing', code);
    else {
      const from = band.from ?? Number.NEGATIVE_INFINITY;
      const to = band.to ?? Number.POSITIVE_INFINITY;
      if (from >= to) fault('band-empty', code);
      bands.push({ code, from, to });
    }
  }
  bands.sort((a, b) => a.from - b.from);
  const first = bands[0];
  if (first !== undefined && first.from > 0) fault('band-closed-end', first.code);
  bands.forEach((band, at) => {
    const next = bands[at + 1];
    if (next === undefined) {
      if (band.to !== Number.POSITIVE_INFINITY) fault('band-closed-end', band.code);
    } else if (next.from > band.to) fault('band-gap', `${band.code}–${next.code}`);
    else if (next.from < band.to) fault('band-overlap', `${band.code}–${next.code}`);
  });
  return faults;
}

const repeated = (codes: readonly string[]): string[] => [
  ...new Set(codes.filter((code, at) => codes.indexOf(code) !== at)),
];
