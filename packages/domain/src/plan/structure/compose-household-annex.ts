import type { Annex } from '../../document/official-document.ts';
import { ok, type Problem, type Result, refuse } from '../../shared/result.ts';
import type { PlanStructureProblemCode } from './problems.ts';

export interface PlannedHousehold {
  readonly head: string;
  readonly village: string;
  readonly solution: string;
  readonly inCharge: string;
}

/** More than any commune has; a plan above a commune names no households. */
export const MOST_IN_ANNEX = 10_000;

export const checkAnnexSize = (households: number): Result<void, Problem<PlanStructureProblemCode>> =>
  households > MOST_IN_ANNEX
    ? refuse('plan.too-many-households', { households, most: MOST_IN_ANNEX })
    : ok(undefined);

/** Every poor household, what helps it and who is in charge (kế hoạch 03/KH-UBND 2024, tỉnh Thừa Thiên Huế, mục 16.b). */
export function composeHouseholdAnnex(
  households: readonly PlannedHousehold[],
): Omit<Annex, 'attached' | 'label'> {
  return {
    title: 'Danh sách hộ nghèo, giải pháp hỗ trợ và người phụ trách',
    landscape: true,
    body: [
      {
        kind: 'table',
        table: {
          columns: [
            { label: 'STT', width: 5, align: 'centre' },
            { label: 'Họ và tên chủ hộ', width: 22 },
            { label: 'Thôn', width: 18 },
            { label: 'Giải pháp hỗ trợ', width: 33 },
            { label: 'Tổ chức, người phụ trách', width: 22 },
          ],
          rows: households.map(({ head, village, solution, inCharge }, at) => ({
            cells: [String(at + 1), head, village, solution, inCharge],
          })),
        },
      },
    ],
  };
}
