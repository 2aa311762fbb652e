import { ok } from '../shared/result.ts';
import { changeHead, type HeadChange } from './change-head.ts';
import type { MemberFacts } from './household-facts.ts';
import { type ActTime, checkAct, type Decision, type HouseholdState, headOf } from './household-state.ts';
import {
  addMember,
  changedFacts,
  correctMember,
  type JoinReason,
  type LeaveReason,
  removeMember,
} from './member-acts.ts';
import { checkOneHead } from './register-household.ts';

/** Who a questionnaire found in a household. */
export interface Roster {
  /** Known persons keep their ids; what is not known of them says nothing against what is written. */
  readonly members: readonly MemberFacts[];
  /** Why those who are not on it any more have left; "not found" unless told. */
  readonly left: ReadonlyMap<string, LeaveReason>;
}

export interface RosterEvent {
  readonly kind: 'memberJoined' | 'memberLeft' | 'memberCorrected' | 'headChanged';
  readonly detail: Readonly<Record<string, string | null | readonly string[]>>;
}

export interface TakenRoster {
  readonly state: HouseholdState;
  readonly events: readonly RosterEvent[];
}

/**
 * A household brought to what a questionnaire found, by the acts an officer would have done one by one: people come,
 * go and are corrected, each with its line in the history. Nothing known is overwritten by something not known.
 */
export function takeRoster(state: HouseholdState, roster: Roster, time: ActTime): Decision<TakenRoster> {
  const checked = checkAct(state, time);
  if (!checked.ok) return checked;
  const oneHead = checkOneHead(roster.members);
  if (!oneHead.ok) return oneHead;
  let taken: TakenRoster = { state, events: [] };
  for (const step of [comeIn, followHead, leave, correct]) {
    const next = step(taken, roster, time);
    if (!next.ok) return next;
    taken = next.value;
  }
  return ok(taken);
}

type Step = (taken: TakenRoster, roster: Roster, time: ActTime) => Decision<TakenRoster>;

/** Newcomers first, in a relation that is put right once the head is who it should be. */
const comeIn: Step = (taken, { members }, time) => {
  let { state } = taken;
  const events = [...taken.events];
  const here = new Set(state.members.map(({ personId }) => personId));
  for (const member of members.filter(({ personId }) => !here.has(personId))) {
    const reason: JoinReason = wasBornSince(member, time) ? 'born' : 'overlooked';
    const relation =
      member.relation === 'head' && headOf(state.members) !== undefined ? 'other' : member.relation;
    const next = addMember(state, { member: { ...member, relation }, reason }, time);
    if (!next.ok) return next;
    state = next.value;
    events.push({ kind: 'memberJoined', detail: { personId: member.personId, reason } });
  }
  return ok({ state, events });
};

const wasBornSince = ({ birthDate }: MemberFacts, { day }: ActTime): boolean =>
  birthDate !== null && Number(birthDate.slice(0, 4)) >= Number(day.slice(0, 4)) - 1;

const followHead: Step = (taken, { members, left }, time) => {
  const wanted = headOf(members);
  const old = headOf(taken.state.members);
  if (wanted === undefined || old?.personId === wanted.personId) return ok(taken);
  const stays = members.find(({ personId }) => personId === old?.personId);
  const former: HeadChange['former'] =
    old === undefined || stays !== undefined
      ? { relation: stays?.relation ?? 'other' }
      : { left: left.get(old.personId) ?? 'notFound' };
  const next = changeHead(taken.state, { personId: wanted.personId, former, relations: new Map() }, time);
  if (!next.ok) return next;
  const changed: RosterEvent = {
    kind: 'headChanged',
    detail: { personId: wanted.personId, formerHeadId: old?.personId ?? null },
  };
  const gone: RosterEvent[] =
    old !== undefined && 'left' in former
      ? [{ kind: 'memberLeft', detail: { personId: old.personId, reason: former.left } }]
      : [];
  return ok({ state: next.value, events: [...taken.events, changed, ...gone] });
};

const leave: Step = (taken, { members, left }, time) => {
  let { state } = taken;
  const events = [...taken.events];
  const found = new Set(members.map(({ personId }) => personId));
  for (const { personId } of state.members.filter((each) => !found.has(each.personId))) {
    const reason = left.get(personId) ?? 'notFound';
    const next = removeMember(state, { personId, reason }, time);
    if (!next.ok) return next;
    state = next.value;
    events.push({ kind: 'memberLeft', detail: { personId, reason } });
  }
  return ok({ state, events });
};

const correct: Step = (taken, { members }, time) => {
  let { state } = taken;
  const events = [...taken.events];
  for (const found of members) {
    const written = state.members.find(({ personId }) => personId === found.personId);
    if (written === undefined) continue;
    const corrected = withKnown(written, found);
    const fields = changedFacts(written, corrected);
    if (fields.length === 0) continue;
    const next = correctMember(state, corrected, time);
    if (!next.ok) return next;
    state = next.value;
    const joined = events.some(
      ({ kind, detail }) => kind === 'memberJoined' && detail.personId === found.personId,
    );
    if (!joined) events.push({ kind: 'memberCorrected', detail: { personId: found.personId, fields } });
  }
  return ok({ state, events });
};

/** What is written of a person with what was found over it; an empty name or an unknown fact changes nothing. */
export function withKnown(written: MemberFacts, found: MemberFacts): MemberFacts {
  const told = Object.entries(found).filter(([, value]) => value !== null && value !== '');
  return { ...written, ...Object.fromEntries(told) };
}
