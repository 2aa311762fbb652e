import { workingCalendarOf } from '../../shared/working-days.ts';
import { type ReviewProcedure, STEP_IDS } from '../review-procedure.ts';
import type { CaseCircumstances, CaseStanding } from './decide-case-act.ts';

const ground = { document: 'kiểm thử', article: null, label: 'kiểm thử' };
const text = { vi: 'kiểm thử', en: 'test' };

export const sampleProcedure: ReviewProcedure = {
  id: 'SAMPLE',
  title: text,
  from: '2022-01-01',
  to: null,
  method: 'meeting-posting-opinion',
  grounds: [ground],
  periodic: { from: '09-01', to: '12-14', ground },
  adHoc: { fromDate: 15, ground },
  superior: { level: 'province', title: text, ground },
  agreement: { percent: 50, of: 'attending', ground },
  minutesCopies: 2,
  officeCloses: '17:00',
  limits: {
    posting: { days: 3, kind: 'working', ground },
    reverification: { days: 3, kind: 'working', ground },
    opinion: { days: 5, kind: 'working', ground },
    adHocDecision: { days: 15, kind: 'unknown', ground },
  },
  reporting: [],
  steps: [],
};

const every = [...STEP_IDS];
/** The sample with a course that asks no opinion in ad hoc rounds. */
export const shortAdHoc: ReviewProcedure = {
  ...sampleProcedure,
  courses: {
    PERIODIC: { steps: every, confidence: 'source', ground },
    AD_HOC: { steps: every.filter((step) => step !== 'opinion'), confidence: 'derived', ground },
  },
};

export const sampleCase: CaseStanding = {
  state: 'listed',
  origin: 'record',
  roundKind: 'PERIODIC',
  requestedOn: null,
  opening: 'POOR',
  class: null,
  verified: false,
  surveyedBy: null,
  postingEndsOn: null,
  last: null,
};

export const sampleCircumstances: CaseCircumstances = {
  today: '2026-09-30',
  time: '09:00',
  calendar: workingCalendarOf([
    {
      year: 2026,
      status: 'shipped',
      holidays: [{ day: '2026-09-02', name: 'x', inLieu: false }],
      swaps: [],
      decisions: [],
    },
  ]),
  procedure: sampleProcedure,
};
