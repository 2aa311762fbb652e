import { type PlanCheckReport, planCheckReport } from '@benvung/contract/plan';
import { query, request } from '../../platform/http.ts';
import type { Language } from '../../platform/i18n.ts';

export interface Brought {
  readonly name: string;
  readonly content: Blob;
}

/** Has a document read and checked; the server keeps nothing of it. */
export const checkPlan = ({ name, content }: Brought, lang: Language): Promise<PlanCheckReport> =>
  request(`/api/plan-checks${query({ file: name.slice(0, 200), lang })}`, planCheckReport, {
    method: 'POST',
    bytes: content,
  });
