import { writtenNumber } from '@benvung/domain/shared/phrase';

type Value = number | string | null | undefined;

/** As the forms print: 1.234.567; rates with two decimals and a comma; blank when unknown. */
export function printValue(value: Value, kind: 'count' | 'rate' | 'text' | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  return writtenNumber(value, kind === 'rate' ? 2 : undefined);
}
