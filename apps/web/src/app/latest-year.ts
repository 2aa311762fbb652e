import type { HouseholdView } from '@benvung/contract/household';

/** The year a table opens on: the last one finished before today, else the newest there is. */
export function latestYear(years: readonly number[], today: string): number {
  const thisYear = Number(today.slice(0, 4));
  const finished = years.filter((year) => year < thisYear);
  return Math.max(...(finished.length > 0 ? finished : years.length > 0 ? years : [thisYear - 1]));
}

/** The newest year with a class, else the newest. */
export function openingYear(classes: HouseholdView['classes']): number | null {
  const classified = classes.filter((one) => one.class !== null);
  const years = (classified.length > 0 ? classified : classes).map((one) => one.year);
  return years.length === 0 ? null : Math.max(...years);
}
