type Value = number | string | null | undefined;

/** As the forms print: 1.234.567; rates with two decimals and a comma; blank when unknown. */
export function printValue(value: Value, kind: 'count' | 'rate' | 'text' | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  const [whole = '', decimals] = (kind === 'rate' ? value.toFixed(2) : String(value)).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/gu, '.');
  return decimals === undefined ? grouped : `${grouped},${decimals}`;
}
