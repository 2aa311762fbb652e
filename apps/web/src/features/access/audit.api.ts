import { auditPage, auditVerdict } from '@benvung/contract/audit';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { ExportChoice } from '../../platform/export/export-menu.tsx';
import { query, request, requestFile } from '../../platform/http.ts';

export interface TrailAsked {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly actor?: string | undefined;
  readonly act?: string | undefined;
  readonly subjectKind?: string | undefined;
  readonly subjectId?: string | undefined;
}

export const trailQuery = (asked: TrailAsked, before: string | undefined) =>
  queryOptions({
    queryKey: ['audit', asked, before ?? ''],
    staleTime: 0,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => request(`/api/audit${query({ ...asked, before })}`, auditPage, { signal }),
  });

/** The same filter as a file; the browser fetches it by itself. */
export const exportTrail = (asked: TrailAsked, { format }: Pick<ExportChoice, 'format'>) =>
  requestFile(`/api/audit/file${query({ ...asked, format })}`);

export const verifyTrail = () => request('/api/audit/verification', auditVerdict, { method: 'POST' });
