import type { NamedCode } from '@benvung/domain/report/report-form';
import { findPovertyStandard, regulations } from '../standard/standard.public.ts';

export interface StandardNames {
  readonly indicators: readonly NamedCode[];
  /** Deprivations that make a household poor; null where income alone may decide. */
  readonly povertyCutoffK: number | null;
}

/** The indicators of a standard in the order of the law, numbered `01` … as the counters name them. */
export function standardNames(standardId: string): StandardNames {
  const standard = findPovertyStandard(standardId)?.standard;
  if (standard === undefined) return { indicators: [], povertyCutoffK: null };
  return {
    indicators: standard.indicators.map(({ label }, at) => ({
      code: String(at + 1).padStart(2, '0'),
      name: label.vi,
    })),
    povertyCutoffK: standard.method === 'line-and-deprivations' ? standard.povertyCutoffK : null,
  };
}

/** Numbers of the indicators that tell of health or ethnic origin, as the counters name them. */
export const sensitiveIndicators = (standardId: string): string[] =>
  (findPovertyStandard(standardId)?.standard.indicators ?? []).flatMap(({ sensitive }, at) =>
    sensitive ? [String(at + 1).padStart(2, '0')] : [],
  );

export const ethnicGroupName = (code: string): string | undefined =>
  regulations().ethnicGroups.find((group) => group.code === code)?.name;

export const ethnicGroupNames = (): NamedCode[] =>
  regulations().ethnicGroups.map(({ code, name }) => ({ code, name }));
