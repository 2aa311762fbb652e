import { documentNumbering, incomingKept } from '@benvung/contract/document-numbering';
import { queryOptions } from '@tanstack/react-query';
import { query, request } from '../../platform/http.ts';

export interface NumberingOf {
  readonly unit: number;
  readonly kind: string;
  readonly day: string;
}

export const numberingQuery = (of: NumberingOf) =>
  queryOptions({
    queryKey: ['documents', 'numbering', of],
    queryFn: ({ signal }) =>
      request(`/api/document-numbering${query({ ...of })}`, documentNumbering, { signal }),
  });

export interface IncomingTold {
  readonly unit: number;
  readonly reference: string;
  readonly day: string;
  readonly body: string;
  readonly subject: string;
}

export const keepIncoming = (told: IncomingTold, file: File, commandId: string) =>
  request(`/api/incoming-documents${query({ ...told, file: file.name, commandId })}`, incomingKept, {
    method: 'PUT',
    bytes: file,
  });
