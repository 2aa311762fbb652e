import { documentTemplates, templateCheck } from '@benvung/contract/document';
import { queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { query, request, requestFile, send } from '../../platform/http.ts';

export const templatesQuery = queryOptions({
  queryKey: ['document-templates'],
  queryFn: ({ signal }) => request('/api/document-templates', documentTemplates, { signal }),
});

export const startingFile = (kind: string) => requestFile(`/api/document-templates/starting/${kind}`);

export const templateFile = (id: string) => requestFile(`/api/document-templates/${id}/file`);

interface Chosen {
  readonly kind: string;
  readonly file: File;
}

export const checkTemplate = ({ kind, file }: Chosen) =>
  request(`/api/document-templates/check${query({ kind })}`, templateCheck, { method: 'POST', bytes: file });

export const previewTemplate = ({ kind, file }: Chosen) =>
  requestFile(`/api/document-templates/preview${query({ kind })}`, { method: 'POST', bytes: file });

export const loadTemplate = (
  { kind, file, unit, validFrom }: Chosen & { readonly unit: number; readonly validFrom: string },
  commandId: string,
) =>
  request(
    `/api/document-templates${query({ kind, unit, validFrom, file: file.name, commandId })}`,
    z.object({ id: z.string() }),
    { method: 'POST', bytes: file },
  );

export const retireTemplate = (id: string, commandId: string) =>
  send(`/api/document-templates/${id}/retirement`, { method: 'POST', body: { commandId } });
