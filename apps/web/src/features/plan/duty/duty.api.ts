import {
  type AssignDuties,
  agencyKept,
  type DutiesQuery,
  type DutyActCommand,
  dutiesAssigned,
  dutyActDone,
  dutyBoard,
  dutyDesks,
  dutyFileAdded,
  dutyLines,
  dutyMonth,
  dutyOrder,
  dutyView,
  type EditDuty,
} from '@benvung/contract/plan-duty';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { query, request } from '../../../platform/http.ts';

export type DutyAsked = Pick<DutiesQuery, 'unit' | 'year' | 'whose'> &
  Partial<Pick<DutiesQuery, 'state' | 'press' | 'kind' | 'day' | 'page'>>;

export const dutiesQueryOf = (asked: DutyAsked) =>
  queryOptions({
    queryKey: ['duties', 'list', asked],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => request(`/api/duties${query({ ...asked })}`, dutyLines, { signal }),
  });

export const dutyBoardQuery = (asked: DutyAsked) =>
  queryOptions({
    queryKey: ['duties', 'board', asked],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => request(`/api/duties/board${query({ ...asked })}`, dutyBoard, { signal }),
  });

export const dutyMonthQueryOf = (asked: Pick<DutiesQuery, 'unit' | 'whose'> & { readonly month: string }) =>
  queryOptions({
    queryKey: ['duties', 'month', asked],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => request(`/api/duties/month${query(asked)}`, dutyMonth, { signal }),
  });

export const dutyOrderQuery = (unit: number, year: number) =>
  queryOptions({
    queryKey: ['duties', 'order', unit, year],
    queryFn: ({ signal }) => request(`/api/duties/order${query({ unit, year })}`, dutyOrder, { signal }),
  });

export const dutyQuery = (id: string) =>
  queryOptions({
    queryKey: ['duties', 'one', id],
    queryFn: ({ signal }) => request(`/api/duties/${id}`, dutyView, { signal }),
  });

export const dutyDesksQuery = (unit: number) =>
  queryOptions({
    queryKey: ['duties', 'desks', unit],
    queryFn: ({ signal }) => request(`/api/duty-desks${query({ unit })}`, dutyDesks, { signal }),
  });

export const assignDuties = (body: Omit<AssignDuties, 'commandId'>, commandId: string) =>
  request('/api/duties', dutiesAssigned, { method: 'POST', body: { ...body, commandId } });

export interface ReportsToAssign {
  readonly unit: number;
  readonly year: number;
  readonly kinds: readonly string[];
  readonly desks: 'own' | 'below' | 'agencies';
}
export const assignReports = (body: ReportsToAssign, commandId: string) =>
  request('/api/duties/reports', dutiesAssigned, { method: 'POST', body: { ...body, commandId } });

export type ActToSend = Omit<DutyActCommand, 'commandId'> & { readonly id: string };
export const actOnDuty = ({ id, ...body }: ActToSend, commandId: string) =>
  request(`/api/duties/${id}/acts`, dutyActDone, { method: 'POST', body: { ...body, commandId } });

export type EditToSend = Omit<EditDuty, 'commandId'> & { readonly id: string };
export const editDuty = ({ id, ...body }: EditToSend, commandId: string) =>
  request(`/api/duties/${id}/edit`, dutyActDone, { method: 'POST', body: { ...body, commandId } });

export const attachFile = ({ id, file }: { readonly id: string; readonly file: File }, commandId: string) =>
  request(`/api/duties/${id}/files${query({ commandId, name: file.name.normalize('NFC') })}`, dutyFileAdded, {
    method: 'POST',
    bytes: file,
  });

export interface AgencyToKeep {
  readonly id: string | null;
  readonly unit: number;
  readonly version: number;
  readonly name: string;
  readonly shortNames: readonly string[];
  readonly mailAddress: string | null;
  readonly closed: boolean;
}
export const keepAgency = ({ id, unit, version, closed, ...told }: AgencyToKeep, commandId: string) =>
  request(id === null ? '/api/agencies' : `/api/agencies/${id}`, agencyKept, {
    method: 'POST',
    body: id === null ? { ...told, unit, commandId } : { ...told, version, closed, commandId },
  });

export const setAgencyMembers = (
  { id, accounts }: { readonly id: string; readonly accounts: readonly string[] },
  commandId: string,
) => request(`/api/agencies/${id}/members`, agencyKept, { method: 'POST', body: { accounts, commandId } });
