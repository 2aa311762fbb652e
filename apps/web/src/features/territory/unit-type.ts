import { UNIT_TYPES } from '@benvung/domain/territory/unit-type';

/** The official word of a type: it is a term, the same in both languages. */
export const typeLabel = (type: string): string => UNIT_TYPES[type as keyof typeof UNIT_TYPES]?.label ?? type;
