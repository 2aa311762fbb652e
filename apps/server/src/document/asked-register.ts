import type { documentQuery } from '@benvung/contract/document';
import type { SharedProblemCode } from '@benvung/domain/shared/problems';
import { ok, type Problem, type Result, refuse } from '@benvung/domain/shared/result';
import { searchKey } from '@benvung/domain/shared/vietnamese-text';
import type { z } from 'zod';
import { isInside } from '../platform/http/principal.ts';
import type { RouteContext } from '../platform/http/route-declaration.ts';
import { findUnitInPlace } from '../territory/territory.public.ts';
import type { RegisterQuery } from './document-list.store.ts';

type Asked = Omit<z.output<typeof documentQuery>, 'page'>;
type Register = Omit<RegisterQuery, 'page' | 'pageSize'>;

/** `round:ID` as an address writes it: what the papers are about. */
export function subjectOf(about: string | undefined): RegisterQuery['subject'] {
  const [kind, id] = about?.split(':') ?? [];
  return kind === undefined || id === undefined ? null : { kind, id };
}

/** Which lines of which unit's register are asked for; without a unit, that of the first of one's areas. */
export async function askedRegister(
  { db, areas, clock }: Pick<RouteContext<'staff'>, 'db' | 'areas' | 'clock'>,
  query: Asked,
): Promise<Result<Register, Problem<SharedProblemCode>>> {
  const unit = query.unit === undefined ? undefined : await findUnitInPlace(db, query.unit, clock.today());
  if (query.unit !== undefined && (unit === undefined || !isInside(areas, unit.path)))
    return refuse('shared.outside-area');
  return ok({
    path: unit?.path ?? areas[0] ?? '/1/',
    words: query.q === undefined ? null : searchKey(query.q),
    kind: query.kind ?? null,
    state: query.state ?? null,
    year: query.year ?? null,
    subject: subjectOf(query.about),
  });
}
