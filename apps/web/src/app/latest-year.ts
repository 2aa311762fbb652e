/** The year a table opens on: the last one finished before today, else the newest there is. */
export function latestYear(years: readonly number[], today: string): number {
  const thisYear = Number(today.slice(0, 4));
  const finished = years.filter((year) => year < thisYear);
  return Math.max(...(finished.length > 0 ? finished : years.length > 0 ? years : [thisYear - 1]));
}
