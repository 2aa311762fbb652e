/** Where a duty stands. Being late is never a state: it is computed from the deadline and the day. */
export const DUTY_STATES = [
  'assigned',
  'received',
  'underWay',
  'reported',
  'sentBack',
  'accepted',
  'cancelled',
] as const;
export type DutyState = (typeof DUTY_STATES)[number];

export const DUTY_ACTS = [
  'receive',
  'start',
  'report',
  'accept',
  'sendBack',
  'askExtension',
  'grantExtension',
  'refuseExtension',
  'cancel',
  'reopen',
] as const;
export type DutyAct = (typeof DUTY_ACTS)[number];

/** `giver`: the unit that assigned it; `receiver`: the desk or person that does it. */
export type DutySide = 'giver' | 'receiver';

interface ActRule {
  readonly by: DutySide;
  /** Where it leads from each state; a state that is not here refuses the act. */
  readonly leads: Partial<Record<DutyState, DutyState>>;
  readonly needs: readonly DutyNeed[];
}

export type DutyNeed = 'reason' | 'result' | 'evidence' | 'day' | 'asked' | 'notAsked';

const STAYS = {
  assigned: 'assigned',
  received: 'received',
  underWay: 'underWay',
  sentBack: 'sentBack',
} as const;

/** The one state machine of duties: who, from where to where, and what the act must tell. */
export const DUTY_RULES: Readonly<Record<DutyAct, ActRule>> = {
  receive: { by: 'receiver', leads: { assigned: 'received' }, needs: [] },
  start: {
    by: 'receiver',
    leads: { assigned: 'underWay', received: 'underWay', sentBack: 'underWay' },
    needs: [],
  },
  report: {
    by: 'receiver',
    leads: { assigned: 'reported', received: 'reported', underWay: 'reported', sentBack: 'reported' },
    needs: ['result', 'evidence'],
  },
  accept: { by: 'giver', leads: { reported: 'accepted' }, needs: [] },
  sendBack: { by: 'giver', leads: { reported: 'sentBack' }, needs: ['reason'] },
  askExtension: { by: 'receiver', leads: STAYS, needs: ['notAsked', 'day', 'reason'] },
  grantExtension: { by: 'giver', leads: STAYS, needs: ['asked', 'day', 'reason'] },
  refuseExtension: { by: 'giver', leads: STAYS, needs: ['asked', 'reason'] },
  cancel: {
    by: 'giver',
    leads: {
      assigned: 'cancelled',
      received: 'cancelled',
      underWay: 'cancelled',
      reported: 'cancelled',
      sentBack: 'cancelled',
    },
    needs: ['reason'],
  },
  reopen: { by: 'giver', leads: { accepted: 'sentBack', cancelled: 'assigned' }, needs: ['reason'] },
};

/** Whether the receiver still has something to do. */
export const isToDo = (state: DutyState): boolean => state in STAYS;

export const isConcluded = (state: DutyState): boolean => state === 'accepted' || state === 'cancelled';
