import { areasInForce, isInside, type Principal } from '../../platform/http/principal.ts';

/** Who may look behind the signs of quality: names of households and of those who asked are for inspectors alone. */
export const INSPECTORS = ['inspector'] as const;

/** Whether a person is an inspector of a unit, whatever else they are. */
export const inspects = (principal: Pick<Principal, 'grants'> | null, path: string): boolean =>
  isInside(areasInForce(principal, INSPECTORS), path);
