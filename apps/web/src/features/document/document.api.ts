import {
  type DocumentFormat,
  type DraftNotice,
  documentRegister,
  documentView,
  printAsked,
} from '@benvung/contract/document';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { ExportChoice } from '../../platform/export/export-menu.tsx';
import { query, request, requestFile } from '../../platform/http.ts';

export interface RegisterFilter {
  readonly unit?: number | undefined;
  readonly q?: string | undefined;
  readonly kind?: string | undefined;
  readonly state?: string | undefined;
  readonly year?: number | undefined;
  /** `household:<id>`: documents about one thing. */
  readonly about?: string | undefined;
  readonly page?: number | undefined;
}

const PENDING_MS = 2_000;

export const registerQuery = (filter: RegisterFilter) =>
  queryOptions({
    queryKey: ['documents', 'list', filter],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => request(`/api/documents${query({ ...filter })}`, documentRegister, { signal }),
    refetchInterval: ({ state }) =>
      state.data?.documents.some(({ pending }) => pending) === true ? PENDING_MS : false,
  });

export const documentQuery = (id: string) =>
  queryOptions({
    queryKey: ['documents', id],
    queryFn: ({ signal }) => request(`/api/documents/${id}`, documentView, { signal }),
    refetchInterval: ({ state }) => (state.data?.pending === true ? PENDING_MS : false),
  });

export const documentFile = (id: string, format: DocumentFormat) =>
  requestFile(`/api/documents/${id}/file${query({ format })}`);

/** Every numbered document of a kind in one file. */
export const documentsTogether = (filter: Pick<RegisterFilter, 'unit' | 'kind' | 'year'>) =>
  requestFile(`/api/documents/together${query({ ...filter })}`);

/** The same as long work; answers the job. */
export const printMany = (
  { q: _q, state: _state, page: _page, ...wanted }: RegisterFilter,
  commandId: string,
) => request('/api/document-prints', printAsked, { method: 'POST', body: { commandId, ...wanted } });

export const printedFile = (jobId: string) => requestFile(`/api/document-prints/${jobId}`);

/** The register of outgoing documents, every line that the filter finds. */
export const exportRegister = (filter: Omit<RegisterFilter, 'page'>, { format, purpose }: ExportChoice) =>
  requestFile(`/api/documents/register-file${query({ ...filter, purpose, format })}`);

/** The address that opens the PDF in the browser's own viewer. */
export const pdfAddress = (id: string): string => `/api/documents/${id}/file?format=pdf&look=1`;

interface Target {
  readonly id: string;
  readonly version: number;
}

const post = (path: string, body: object) => request(path, documentView.nullable(), { method: 'POST', body });

export const actOn = (
  { id, act, ...told }: Target & { readonly act: string; readonly number?: number | null },
  commandId: string,
) => post(`/api/documents/${id}/${act}`, { commandId, ...told });

export const withdraw = ({ id, ...rest }: Target & { readonly reason: string }, commandId: string) =>
  post(`/api/documents/${id}/withdrawal`, { commandId, ...rest });

export const replace = (
  { id, ...rest }: Target & { readonly reason: string; readonly successorId: string },
  commandId: string,
) => post(`/api/documents/${id}/replacement`, { commandId, ...rest });

export const attachSigned = ({ id, version, file }: Target & { readonly file: File }, commandId: string) =>
  request(`/api/documents/${id}/signed-file${query({ version, file: file.name, commandId })}`, documentView, {
    method: 'PUT',
    bytes: file,
  });

export const draftNotice = (notice: Omit<DraftNotice, 'commandId'>, commandId: string) =>
  request('/api/documents', documentView, { method: 'POST', body: { commandId, ...notice } });
