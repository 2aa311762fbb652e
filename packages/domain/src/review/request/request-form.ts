import type { HouseholdClass } from '../../standard/household-class.ts';

export const REQUEST_FORMS = ['01', '04'] as const;
export type RequestForm = (typeof REQUEST_FORMS)[number];

export type RequestFormProblemCode = 'review.exit-not-of-record';

/**
 * Why a household cannot ask by a form; null when it can. Form 04 asks to be recognised as having left: only who is poor
 * or near-poor in its latest results can leave (QĐ 24/2021). `classes`: the latest results, one of each standard; none
 * of a household that is not registered or was never reviewed.
 */
export const objectionToForm = (
  form: RequestForm,
  classes: readonly HouseholdClass[],
): RequestFormProblemCode | null =>
  form === '04' && !classes.some((one) => one === 'POOR' || one === 'NEAR_POOR')
    ? 'review.exit-not-of-record'
    : null;
