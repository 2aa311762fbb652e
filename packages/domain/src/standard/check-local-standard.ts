import { AREA_TYPES } from './area-types.ts';
import type { IncomeLines, PovertyStandard } from './poverty-standard.ts';

/** Why a local standard is refused: it may be more generous than the national one, never less. */
export interface LocalStandardFault {
  readonly at: string;
  readonly national: number;
  readonly local: number;
}

export function checkLocalStandard(local: PovertyStandard, national: PovertyStandard): LocalStandardFault[] {
  const faults: LocalStandardFault[] = [];
  if (local.povertyCutoffK > national.povertyCutoffK)
    faults.push({ at: 'povertyCutoffK', national: national.povertyCutoffK, local: local.povertyCutoffK });
  const codes = new Set(local.indicators.map(({ code }) => code));
  for (const { code } of national.indicators)
    if (!codes.has(code)) faults.push({ at: `indicators.${code}`, national: 1, local: 0 });
  for (const area of AREA_TYPES)
    for (const key of [
      'incomePovertyLine',
      'upperIncomeLine',
      'averageCeiling',
      'scoreCutoff',
      'upperScoreCutoff',
    ] as const)
      faults.push(...compareLine(`${area}.${key}`, local.lines[area], national.lines[area], key));
  return faults;
}

function compareLine(
  at: string,
  local: IncomeLines,
  national: IncomeLines,
  key: keyof IncomeLines,
): LocalStandardFault[] {
  const [mine, theirs] = [local[key], national[key]];
  if (mine === null || theirs === null || mine >= theirs) return [];
  return [{ at, national: theirs, local: mine }];
}
