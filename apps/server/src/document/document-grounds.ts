import { regulations } from '../standard/standard.public.ts';

/** The legal grounds that a decision of this day names unless its data name others. */
export const groundsOn = (day: string): string[] =>
  (regulations().documentGrounds.findLast(({ from }) => from <= day)?.grounds ?? []).map(({ text }) => text);
