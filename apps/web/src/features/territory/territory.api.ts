import { type UnitRef, unitRef } from '@benvung/contract/shared';
import {
  designatedUnits,
  designationsOnDay,
  localGroupsView,
  mapDays,
  mergedVillages,
  placeListReport,
  territoryListReport,
  territoryLoads,
  unitDetail,
  unitList,
} from '@benvung/contract/territory';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { query, request } from '../../platform/http.ts';

/** Units change a few times a decade: an answer for a day stays good. */
const staleTime = 10 * 60_000;

export const unitQuery = (id: number, on: string) =>
  queryOptions({
    queryKey: ['territory', 'unit', id, on],
    staleTime,
    queryFn: ({ signal }) => request(`/api/territory/units/${id}${query({ on })}`, unitDetail, { signal }),
  });

/** The same with what lies in it counted. */
export const countedUnitQuery = (id: number, on: string) =>
  queryOptions({
    queryKey: ['territory', 'counted-unit', id, on],
    staleTime,
    queryFn: ({ signal }) =>
      request(`/api/territory/units/${id}${query({ on, counts: 1 })}`, unitDetail, { signal }),
  });

interface UnitsAsked {
  readonly on: string;
  readonly parent?: number;
  readonly q?: string;
  readonly level?: UnitRef['level'];
  /** Only in the person's own areas. */
  readonly mine?: 1;
  readonly limit: number;
}

export const unitsQuery = (asked: UnitsAsked) =>
  queryOptions({
    queryKey: ['territory', 'units', asked],
    staleTime,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => request(`/api/territory/units${query({ ...asked })}`, unitList, { signal }),
  });

export const mapDaysQuery = queryOptions({
  queryKey: ['territory', 'maps'],
  staleTime,
  queryFn: ({ signal }) => request('/api/territory/maps', mapDays, { signal }),
});

export const designationsQuery = (id: number, on: string) =>
  queryOptions({
    queryKey: ['territory', 'designations', id, on],
    staleTime,
    queryFn: ({ signal }) =>
      request(`/api/territory/units/${id}/designations${query({ on })}`, designationsOnDay, { signal }),
  });

export const designatedUnitsQuery = (asked: {
  readonly under: number;
  readonly on: string;
  readonly kind: string;
}) =>
  queryOptions({
    queryKey: ['territory', 'designated', asked],
    staleTime,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      request(`/api/territory/designations${query({ ...asked })}`, designatedUnits, { signal }),
  });

export const localGroupsQuery = (id: number, on: string) =>
  queryOptions({
    queryKey: ['territory', 'local-groups', id, on],
    staleTime,
    queryFn: ({ signal }) =>
      request(`/api/territory/units/${id}/local-groups${query({ on })}`, localGroupsView, { signal }),
  });

export const loadsQuery = queryOptions({
  queryKey: ['territory', 'loads'],
  queryFn: ({ signal }) => request('/api/territory/loads', territoryLoads, { signal }),
});

/** Everything the territory said may be otherwise after an act. */
export const TERRITORY_KEY = ['territory'] as const;

const post = (path: string, body: object) => request(path, unitRef, { method: 'POST', body });

interface Decided {
  readonly decision: string;
}
export interface NewVillage extends Decided {
  readonly communeId: number;
  readonly name: string;
  readonly validFrom: string;
}
export const createVillage = (village: NewVillage, commandId: string) =>
  post('/api/territory/villages', { ...village, commandId });

export interface NewName extends Decided {
  readonly id: number;
  readonly name: string;
  readonly from: string;
}
export const renameVillage = ({ id, ...named }: NewName, commandId: string) =>
  post(`/api/territory/villages/${id}/rename`, { ...named, commandId });

export interface Merger extends Decided {
  readonly villageIds: readonly number[];
  readonly name: string;
  readonly day: string;
}
export const mergeVillages = (merger: Merger, commandId: string) =>
  request('/api/territory/villages/merge', mergedVillages, {
    method: 'POST',
    body: { ...merger, commandId },
  });

export interface Assignment extends Decided {
  readonly id: number;
  readonly communeId: number;
}
export const assignVillage = ({ id, ...assigned }: Assignment, commandId: string) =>
  post(`/api/territory/villages/${id}/assign`, { ...assigned, commandId });

export interface FileToLoad {
  readonly file: File;
  readonly dryRun: boolean;
}
const fileQuery = ({ file, dryRun }: FileToLoad, commandId: string) => ({
  file: file.name,
  dryRun: String(dryRun),
  commandId,
});

/** Designations of places, or local groups of provinces, from a file. */
export const loadPlaceList =
  (list: 'designations' | 'local-groups') => (load: FileToLoad, commandId: string) =>
    request(`/api/territory/${list}${query(fileQuery(load, commandId))}`, placeListReport, {
      method: 'POST',
      bytes: load.file,
    });

export interface UnitListToLoad extends FileToLoad {
  readonly day: string | null;
  readonly source: string;
  readonly complete: boolean;
}
export const loadUnitList = (load: UnitListToLoad, commandId: string) => {
  const { day, source, complete } = load;
  const asked = { ...fileQuery(load, commandId), day, source, complete: String(complete) };
  return request(`/api/territory/lists${query(asked)}`, territoryListReport, {
    method: 'POST',
    bytes: load.file,
  });
};
