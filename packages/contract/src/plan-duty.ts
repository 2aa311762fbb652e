import { DUTY_PRESSES } from '@benvung/domain/plan/duty/duty-standing';
import { DUTY_ACTS, DUTY_STATES } from '@benvung/domain/plan/duty/duty-state';
import type { Text } from '@benvung/domain/shared/text';
import { z } from 'zod';
import { commandBase, day, page, unitRef } from './shared.ts';

/** The largest file of evidence, in megabytes. */
export const MOST_EVIDENCE_MB = 10;

const count = z.number().int();
const words = (most: number) => z.string().trim().max(most);
const named = z.object({ id: z.uuid(), name: z.string() });

/** What states and acts of a duty are called, on screens, in mails and in calendars. */
export const dutyStateTexts = {
  assigned: { vi: 'Đã giao', en: 'Assigned' },
  received: { vi: 'Đã nhận', en: 'Received' },
  underWay: { vi: 'Đang làm', en: 'Under way' },
  reported: { vi: 'Chờ nghiệm thu', en: 'Waiting for acceptance' },
  sentBack: { vi: 'Trả lại', en: 'Sent back' },
  accepted: { vi: 'Đã xong', en: 'Accepted' },
  cancelled: { vi: 'Đã thu hồi', en: 'Cancelled' },
} as const satisfies Record<(typeof DUTY_STATES)[number], Text>;

/** A duty as lists show it. Names of agencies, posts and officials; never of a household. */
export const dutyLine = z.object({
  id: z.uuid(),
  kind: z.enum(['task', 'report']),
  /** `2024-Q1` of a report. */
  reportKey: z.string().nullable(),
  task: z.string(),
  node: z.string().nullable(),
  unit: unitRef.nullable(),
  giver: unitRef.nullable(),
  agency: named.nullable(),
  person: named.nullable(),
  ownerWords: z.string(),
  dueOn: day.nullable(),
  periodWords: z.string().nullable(),
  state: z.enum(DUTY_STATES),
  press: z.enum(DUTY_PRESSES),
  workingDaysLate: count,
  /** Too long late: passed up to the giver. */
  escalated: z.boolean(),
  extensionTo: day.nullable(),
  reportedOn: day.nullable(),
  version: count,
  /** What the reader may do now. */
  acts: z.array(z.enum(DUTY_ACTS)),
});
export type DutyLine = z.infer<typeof dutyLine>;

export const DUTY_SCOPES = ['mine', 'given', 'all'] as const;

/** GET /api/duties, /api/duties/board */
export const dutiesQuery = z.object({
  unit: z.coerce.number().int(),
  year: z.coerce.number().int().min(2016).max(2100),
  whose: z.enum(DUTY_SCOPES).default('all'),
  state: z.enum(DUTY_STATES).optional(),
  press: z.enum(['late', 'waiting', 'extension', 'open']).optional(),
  kind: z.enum(['task', 'report']).optional(),
  agency: z.uuid().optional(),
  day: day.optional(),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
});
export type DutiesQuery = z.infer<typeof dutiesQuery>;

const dutySums = z.object({ late: count, waiting: count, extension: count, open: count });

/** GET /api/duties : by deadline, the earliest first, the undated last. */
export const dutyLines = z.object({
  unit: unitRef,
  today: day,
  sums: dutySums,
  /** Whether the reader may assign duties in this unit. */
  mayAssign: z.boolean(),
  duties: z.array(dutyLine),
  page,
});
export type DutyLines = z.infer<typeof dutyLines>;

/** GET /api/duties/board : the first of each state, with how many there are. */
export const dutyBoard = z.object({
  unit: unitRef,
  today: day,
  sums: dutySums,
  mayAssign: z.boolean(),
  columns: z.array(z.object({ state: z.enum(DUTY_STATES), total: count, duties: z.array(dutyLine) })),
});
export type DutyBoard = z.infer<typeof dutyBoard>;

/** GET /api/duties/month : the whole weeks of a month, Monday first. */
export const dutyMonthQuery = dutiesQuery
  .pick({ unit: true, whose: true })
  .extend({ month: z.string().regex(/^(19|20)\d{2}-(0[1-9]|1[0-2])$/u) });
export const dutyMonth = z.object({
  unit: unitRef,
  today: day,
  month: z.string(),
  days: z.array(
    z.object({
      day,
      working: z.boolean(),
      provisional: z.boolean(),
      note: z.string().nullable(),
      tasks: count,
      reports: count,
      /** Of those, what is still to do. */
      toDo: count,
    }),
  ),
});
export type DutyMonth = z.infer<typeof dutyMonth>;

const orderLine = z.object({ unit: unitRef.nullable(), dueOn: day, dutyId: z.uuid() });

/** GET /api/duties/order : reports that are due on the day of the report they go into, or after it. */
export const dutyOrder = z.object({
  unit: unitRef,
  year: count,
  checked: count,
  faults: z.array(
    z.object({
      reportKind: z.string(),
      reportKey: z.string(),
      task: z.string(),
      lower: orderLine,
      superior: orderLine,
    }),
  ),
});
export type DutyOrder = z.infer<typeof dutyOrder>;

/** GET /api/duties/:id */
export const dutyView = z.object({
  duty: dutyLine.extend({
    year: count,
    origin: z.enum(['plan', 'own']),
    plan: z.object({ id: z.uuid(), version: count.nullable() }).nullable(),
    partners: z.array(z.string()),
    output: z.string(),
    evidenceAsked: z.string(),
    extensionReason: z.string().nullable(),
    result: z.string().nullable(),
    evidence: z.string().nullable(),
    assignedOn: day,
  }),
  today: day,
  mayAttach: z.boolean(),
  /** Whether the reader gave it and may still change it. */
  mayEdit: z.boolean(),
  files: z.array(
    z.object({
      hash: z.string(),
      name: z.string(),
      mediaType: z.string(),
      size: count,
      addedBy: z.string(),
      addedAt: z.iso.datetime({ offset: true }),
    }),
  ),
  history: z.array(
    z.object({
      act: z.string(),
      at: z.iso.datetime({ offset: true }),
      actor: z.string(),
      words: z.string().nullable(),
      day: day.nullable(),
    }),
  ),
});
export type DutyView = z.infer<typeof dutyView>;

const SHORT_WORDS = 300;
const LONG_WORDS = 2000;
const MOST_DESKS = 300;

/**
 * POST /api/duties : one duty for each desk named: agencies of the unit, a person of it, units below it (their own
 * desks), or the unit's own desk when nobody is named.
 */
export const assignDuties = commandBase.extend({
  unit: z.int().min(1),
  task: words(LONG_WORDS).min(1),
  node: words(SHORT_WORDS).nullable(),
  output: words(SHORT_WORDS),
  evidenceAsked: words(SHORT_WORDS),
  dueOn: day.nullable(),
  periodWords: words(SHORT_WORDS).nullable(),
  agencies: z.array(z.uuid()).max(MOST_DESKS),
  units: z.array(z.int().min(1)).max(MOST_DESKS),
  person: z.uuid().nullable(),
  partners: z.array(words(SHORT_WORDS).min(1)).max(30),
});
export type AssignDuties = z.infer<typeof assignDuties>;

/** POST /api/duties/:id/edit : the duty as it is to read; `desk` null leaves it where it lies. */
export const editDuty = commandBase.extend({
  version: z.int().min(1),
  ...assignDuties.pick({
    task: true,
    node: true,
    output: true,
    evidenceAsked: true,
    dueOn: true,
    periodWords: true,
    partners: true,
  }).shape,
  desk: z
    .strictObject({
      agency: z.uuid().nullable(),
      unit: z.int().min(1).nullable(),
      person: z.uuid().nullable(),
    })
    .nullable(),
  /** Why; needed once it was received. */
  reason: words(LONG_WORDS),
});
export type EditDuty = z.infer<typeof editDuty>;

/** POST /api/duties/reports : the reports of a year that these kinds ask for, for the desks named. */
export const assignReports = commandBase.extend({
  unit: z.int().min(1),
  year: z.int().min(2016).max(2100),
  kinds: z.array(z.string().min(1).max(60)).min(1).max(20),
  /** The unit's own reports, those of the units right below it, or of its agencies. */
  desks: z.enum(['own', 'below', 'agencies']),
});
/** `existing`: were there already and stay as they are. */
/** `past`: reports that were not made, their last day being over. */
export const dutiesAssigned = z.object({
  made: count,
  existing: count,
  past: count.default(0),
  ids: z.array(z.uuid()),
});

/** POST /api/duties/:id/acts */
export const dutyActCommand = commandBase.extend({
  act: z.enum(DUTY_ACTS),
  version: z.int().min(1),
  /** Why; or what was done. */
  words: words(LONG_WORDS).optional(),
  /** The paper that shows it. */
  evidence: words(SHORT_WORDS).optional(),
  day: day.optional(),
});
export type DutyActCommand = z.infer<typeof dutyActCommand>;
export const dutyActDone = z.object({ state: z.enum(DUTY_STATES), version: count });

export const dutyFileQuery = z.object({ commandId: z.uuid(), name: z.string().trim().min(1).max(200) });
export const dutyFileAdded = z.object({ hash: z.string(), files: count });

const agencyView = z.object({
  id: z.uuid(),
  name: z.string(),
  shortNames: z.array(z.string()),
  mailAddress: z.string().nullable(),
  closed: z.boolean(),
  version: count,
  members: z.array(named),
  openDuties: count,
});
export type AgencyView = z.infer<typeof agencyView>;

const reportKind = z.object({
  code: z.string(),
  title: z.object({ vi: z.string(), en: z.string() }),
  period: z.string(),
  source: z.string(),
  confidence: z.enum(['high', 'medium', 'low']),
  /** Of this unit's level. */
  own: z.boolean(),
});

/** GET /api/duty-desks?unit= : who can be given a duty of a unit, and what its reports are. */
export const dutyDesks = z.object({
  unit: unitRef,
  agencies: z.array(agencyView),
  people: z.array(named),
  below: z.array(unitRef),
  reportKinds: z.array(reportKind),
  mayAssign: z.boolean(),
  mayKeepAgencies: z.boolean(),
  mayKeepMembers: z.boolean(),
});
export type DutyDesks = z.infer<typeof dutyDesks>;

const agencyFields = {
  name: words(200).min(2),
  shortNames: z.array(words(60).min(2)).max(10),
  mailAddress: words(254).nullable(),
};
/** POST /api/agencies */
export const addAgency = commandBase.extend({ unit: z.int().min(1), ...agencyFields });
/** POST /api/agencies/:id */
export const changeAgency = commandBase.extend({
  version: z.int().min(1),
  closed: z.boolean(),
  ...agencyFields,
});
/** POST /api/agencies/:id/members : exactly these accounts stand at the desk. */
export const setAgencyMembers = commandBase.extend({ accounts: z.array(z.uuid()).max(50) });
export const agencyKept = z.object({ id: z.uuid(), version: count });
