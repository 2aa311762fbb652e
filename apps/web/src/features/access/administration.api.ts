import { administrationView } from '@benvung/contract/administration';
import { queryOptions } from '@tanstack/react-query';
import { request } from '../../platform/http.ts';
import { getLanguage } from '../../platform/i18n.ts';

export const administrationQuery = () =>
  queryOptions({
    queryKey: ['administration', getLanguage()],
    queryFn: ({ signal }) => request('/api/administration', administrationView, { signal }),
  });
