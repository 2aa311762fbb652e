import { type KeepScansCommand, scanBrought, scansKept } from '@benvung/contract/document-scan';
import { query, request } from '../../platform/http.ts';

export const bringScan = (
  { batch, unit, file }: { readonly batch: string; readonly unit: number; readonly file: File },
  commandId: string,
) =>
  request(`/api/document-scans${query({ batch, unit, file: file.name, commandId })}`, scanBrought, {
    method: 'PUT',
    bytes: file,
  });

export const keepScans = (batch: string, scans: KeepScansCommand['scans'], commandId: string) =>
  request(`/api/document-scans/${batch}/keep`, scansKept, { method: 'POST', body: { commandId, scans } });
