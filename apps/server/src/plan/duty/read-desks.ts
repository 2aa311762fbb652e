import type { DutyDesks } from '@benvung/contract/plan-duty';
import type { Db } from '../../platform/database/database.ts';
import type { Principal } from '../../platform/http/principal.ts';
import { isInside } from '../../platform/http/principal.ts';
import { listLines, type UnitOnDay } from '../../territory/territory.public.ts';
import { listAgencies, listPeopleIn } from './agency.store.ts';
import { reportRulesOf } from './assign-reports.ts';
import { mayGive } from './duty-reader.ts';
import { unitRefOf } from './view-duty.ts';

/** Where the person holds one of these roles over the unit. */
const holdsOver = ({ grants }: Principal, roles: readonly string[], unit: UnitOnDay): boolean =>
  isInside(
    grants.filter(({ role }) => roles.includes(role)).map(({ path }) => path),
    unit.path,
  );

/** Who can be given a duty of a unit, and the kinds of reports there are. */
export async function readDesks(
  db: Db,
  unit: UnitOnDay,
  { principal, today }: { readonly principal: Principal; readonly today: string },
): Promise<DutyDesks> {
  const mayAssign = mayGive(principal, unit);
  const mayKeepMembers = holdsOver(principal, ['administrator'], unit);
  const agencies = await listAgencies(db, unit.id);
  const people = await listPeopleIn(db, { path: unit.path, day: today });
  return {
    unit: unitRefOf(unit),
    agencies: agencies.map(({ unitId: _unit, scopePath: _path, mailAddress, ...shown }) => ({
      ...shown,
      shortNames: [...shown.shortNames],
      mailAddress: mayAssign || mayKeepMembers ? mailAddress : null,
      members: [...shown.members],
    })),
    people: mayAssign || mayKeepMembers ? ofUnit(people, unit) : [],
    below: unit.level === 'village' ? [] : (await listLines(db, unit, today)).map(unitRefOf),
    reportKinds: reportRulesOf(Number(today.slice(0, 4))).map(
      ({ code, title, period, ground, confidence, levels }) => ({
        ...{ code, title, period, confidence },
        source: [ground.document, ground.article].filter((part) => part !== null).join(', '),
        own: levels.includes(unit.level),
      }),
    ),
    mayAssign,
    mayKeepAgencies: holdsOver(principal, ['officer', 'approver', 'administrator'], unit),
    mayKeepMembers,
  };
}

/** Those of the unit itself: whoever works below is reached through their own unit. */
const ofUnit = (people: Awaited<ReturnType<typeof listPeopleIn>>, unit: UnitOnDay) =>
  people.filter(({ unitId }) => unitId === unit.id).map(({ id, name }) => ({ id, name }));
