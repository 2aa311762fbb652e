import { lowIncomeWorkers } from '@benvung/contract/household';
import { infiniteQueryOptions } from '@tanstack/react-query';
import type { ExportChoice } from '../../platform/export/export-menu.tsx';
import { query, request, requestFile } from '../../platform/http.ts';
import { getLanguage } from '../../platform/i18n.ts';

export const workersQuery = (unit: number, year: number) =>
  infiniteQueryOptions({
    queryKey: ['low-income-workers', unit, year],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam: after, signal }) =>
      request(
        `/api/low-income-workers${query({ unit, year, after, lang: getLanguage() })}`,
        lowIncomeWorkers,
        {
          signal,
        },
      ),
    getNextPageParam: ({ next }) => next ?? undefined,
  });

export const exportWorkers = (unit: number, year: number, { format, purpose }: ExportChoice) =>
  requestFile(`/api/exports/low-income-workers${query({ unit, year, format, purpose })}`);
