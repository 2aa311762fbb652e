import { type RawBuilder, sql } from 'kysely';

type Predicate = RawBuilder<unknown>;

const was = (name: string): Predicate => sql`r.opening_class = ${name}`;
const is = (name: string): Predicate => sql`r.final_class = ${name}`;
const and = (...parts: Predicate[]): Predicate => sql`(${sql.join(parts, sql` and `)})`;

const LISTED_OR_OPEN = sql`('POOR', 'NEAR_POOR', 'UNDETERMINED')`;
const exited = sql`r.final_class in ('NOT_POOR', 'AVERAGE_LIVING_STANDARD')`;
const entered = sql`(r.opening_class is null or r.opening_class not in ${LISTED_OR_OPEN})
  and (r.arrival_reason is null or r.arrival_reason not in ('movedIn', 'split', 'onceOverlooked'))`;
const oncePoor = sql`(r.once_poor or r.arrival_reason = 'relapse')`;
const onceListed = sql`(r.once_poor or r.once_near_poor or r.arrival_reason = 'relapse')`;
const changedPlace = sql`r.opening_class is not null and r.final_class is not null
  and (r.opening_commune_id <> r.commune_id or r.opening_village_id <> r.village_id)`;
const gone = (reason: string): Predicate => sql`r.final_class is null and r.gone_reason = ${reason}`;
const staysListed = sql`r.opening_class in ('POOR', 'NEAR_POOR') and r.final_class in ('POOR', 'NEAR_POOR')`;

/** The kinds of movement of `classifyMovement`, as conditions on a record `r`; an unknown kind matches nothing. */
const PREDICATES: Readonly<Record<string, Predicate>> = {
  stays: sql`r.opening_class in ('POOR', 'NEAR_POOR') and r.final_class = r.opening_class`,
  poorToNearPoor: and(was('POOR'), is('NEAR_POOR')),
  nearPoorToPoor: and(was('NEAR_POOR'), is('POOR')),
  povertyExit: and(was('POOR'), exited),
  nearPovertyExit: and(was('NEAR_POOR'), exited),
  relapse: and(is('POOR'), entered, oncePoor),
  nearPovertyRelapse: and(is('NEAR_POOR'), entered, onceListed),
  newEntry: sql`(${and(is('POOR'), entered, sql`not ${oncePoor}`)} or ${and(is('NEAR_POOR'), entered, sql`not ${onceListed}`)})`,
  movedIn: sql`(r.arrival_reason = 'movedIn' or (${changedPlace}))`,
  movedOut: changedPlace,
  movedAway: gone('movedAway'),
  mergedInto: gone('mergedInto'),
  died: gone('died'),
  notFound: gone('notFound'),
  duplicate: gone('duplicate'),
  split: sql`r.arrival_reason = 'split'`,
  overlooked: sql`r.arrival_reason = 'onceOverlooked'`,
  becomesUndetermined: and(is('UNDETERMINED'), sql`r.opening_class <> 'UNDETERMINED'`),
  determined: and(was('UNDETERMINED'), sql`r.final_class <> 'UNDETERMINED'`),
  pending: sql`r.opening_class is not null and r.final_class is null and r.gone_reason is null`,
  memberGain: and(staysListed, sql`r.persons > r.opening_persons`),
  memberLoss: and(staysListed, sql`r.persons < r.opening_persons`),
};

export const movementPredicate = (kind: string): Predicate => PREDICATES[kind] ?? sql`false`;
