import type { Language } from '@benvung/contract/problem-texts';
import { listRowProblemTexts } from '@benvung/contract/territory.problems';
import type { ListRowProblem } from '@benvung/domain/territory/plan-territory-load';
import { bilingual } from '../platform/cli/command.ts';

const fill = (text: string, detail: string): string => text.replace('{detail}', () => detail);

/** One row's fault, for a screen. */
export const rowProblemView = ({ at, code, detail }: ListRowProblem, language: Language) => ({
  at,
  code,
  message: fill(listRowProblemTexts[code][language], detail),
});

/** The same for a terminal, in both languages. */
export function rowProblemText({ at, code, detail }: ListRowProblem): string {
  const { vi, en } = listRowProblemTexts[code];
  return `${at === '' ? '' : `${at}: `}${bilingual(fill(vi, detail), fill(en, detail))}`;
}
