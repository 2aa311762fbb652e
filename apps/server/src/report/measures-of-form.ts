import { parseTerm } from '@benvung/domain/report/fill-row';
import type { ReportForm } from '@benvung/domain/report/report-form';
import type { BaseField } from '@benvung/domain/review/population-base';

/** The counters that tell how far a table may be trusted; read with every table. */
const TRUST = ['closing', 'pending', 'provisional', 'unverified'];

/** The counters some forms are made of; null (all of them) when a form has a column for each ethnic group. */
export function measuresOfForms(forms: readonly ReportForm[]): string[] | null {
  const measures = new Set(TRUST);
  for (const { columns } of forms)
    for (const { value, each } of columns) {
      if (each === 'ethnicity') return null;
      const terms = 'counts' in value ? value.counts : 'rate' in value ? value.rate : [];
      for (const term of terms) if (term.includes('/')) measures.add(parseTerm(term).measure);
    }
  return [...measures].sort();
}

/** Whether a form has a column of local groups ("dân tộc tại chỗ"), or one for each of them. */
export const countsLocalGroups = ({ columns }: ReportForm): boolean =>
  columns.some(({ value, each }) => {
    if (each === 'ethnicity') return true;
    const terms = 'counts' in value ? value.counts : 'rate' in value ? value.rate : [];
    return (
      terms.some((term) => term.startsWith('target.localMinority')) ||
      ('field' in value && value.field === 'localMinority')
    );
  });

/** The fields of the population base some forms print; the households always, since rates stand on them. */
export const baseFieldsOfForms = (forms: readonly ReportForm[]): BaseField[] => [
  ...new Set<BaseField>([
    'households',
    ...forms.flatMap(({ columns }) => columns.flatMap(({ value }) => ('base' in value ? [value.base] : []))),
  ]),
];
