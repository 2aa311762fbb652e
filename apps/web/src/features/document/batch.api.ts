import { type BatchSelection, batchDone } from '@benvung/contract/document-batch';
import { query, request } from '../../platform/http.ts';

const post = (act: string, body: object) =>
  request(`/api/document-batches/${act}`, batchDone, { method: 'POST', body });

export const numberMany = (which: BatchSelection, first: number | null, commandId: string) =>
  post('numbers', { commandId, which, first });

export const issueMany = (which: BatchSelection, commandId: string) => post('issue', { commandId, which });

export const withdrawMany = (which: BatchSelection, reason: string, commandId: string) =>
  post('withdrawal', { commandId, which, reason });

export const signMany = (which: BatchSelection, file: File, commandId: string) =>
  request(`/api/document-batches/signed-file${query({ ...which, file: file.name, commandId })}`, batchDone, {
    method: 'PUT',
    bytes: file,
  });
