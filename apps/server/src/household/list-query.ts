import { householdClass } from '@benvung/contract/household';
import { REVIEW_STAGES } from '@benvung/domain/review/review-record';
import { z } from 'zod';
import { queryYear } from '../platform/http/query-year.ts';
import { FILTERED_MOVEMENTS } from '../review/review.public.ts';
import { isLocalStandard } from '../standard/standard.public.ts';
import { ORDERINGS } from './household.store.ts';
import type { HouseholdsWanted } from './list-households.ts';

/** What a list of households is narrowed by; an export takes the same words. */
export const listQuery = z.object({
  unit: z.coerce.number().int().min(1),
  year: queryYear.optional(),
  class: householdClass.optional(),
  standard: z.string().max(40).optional(),
  movement: z.enum(FILTERED_MOVEMENTS).optional(),
  stage: z.enum(REVIEW_STAGES).optional(),
  unverified: z.literal('1').optional(),
  q: z.string().max(100).optional(),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  sort: z.enum(ORDERINGS).default('head'),
  pageSize: z.coerce.number().int().min(1).max(200).default(100),
});

/** The list that was asked for, within the areas in force. */
export const listWanted = (
  query: z.output<typeof listQuery>,
  areas: readonly string[],
  today: string,
): Omit<HouseholdsWanted, 'page' | 'pageSize'> => ({
  unitId: query.unit,
  year: query.year ?? null,
  class: query.class ?? null,
  standard: query.standard !== undefined && isLocalStandard(query.standard) ? query.standard : null,
  movement: query.movement ?? null,
  stage: query.stage ?? null,
  unverified: query.unverified === '1',
  typed: query.q ?? '',
  ordering: query.sort,
  areas,
  today,
});
