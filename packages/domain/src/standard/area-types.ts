import type { AreaType } from '../household/household-facts.ts';

export const AREA_TYPES = ['rural', 'urban'] as const satisfies readonly AreaType[];
