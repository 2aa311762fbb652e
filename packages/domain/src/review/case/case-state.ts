/** Where a case of the review stands. `requested` and `listed` are where cases begin. */
export const CASE_STATES = [
  'requested',
  'screenedIn',
  'screenedOut',
  'listed',
  'surveyed',
  'scored',
  'agreed',
  'rejected',
  'posted',
  'disputed',
  'reverified',
  'submitted',
  'cleared',
  'returned',
  'recognised',
  'exited',
  'refused',
  'gone',
  'withdrawn',
] as const;
export type CaseState = (typeof CASE_STATES)[number];

export const CASE_ACTS = [
  'receive',
  'screenIn',
  'screenOut',
  'list',
  'survey',
  'score',
  'agree',
  'reject',
  'sendBack',
  'post',
  'complain',
  'reverify',
  'submit',
  'clear',
  'return',
  'recognise',
  'exit',
  'refuse',
  'markGone',
  'withdraw',
  'merge',
  'undo',
] as const;
export type CaseActName = (typeof CASE_ACTS)[number];

/** Acts that lead from one state to another; `receive` begins a case, `undo` and `merge` are rules of their own. */
export type CaseMove = Exclude<CaseActName, 'receive' | 'undo' | 'merge'>;

const LEAVING = { markGone: 'gone' } as const;
const CONCLUSION = { recognise: 'recognised', exit: 'exited', refuse: 'refused' } as const;
const SURVEY = { survey: 'surveyed', score: 'scored', ...LEAVING } as const;

/** Where each act leads (QĐ 24/2021; regulations 2.2). What is not here is refused. */
export const CASE_TRANSITIONS: Readonly<Record<CaseState, Partial<Record<CaseMove, CaseState>>>> = {
  requested: {
    screenIn: 'screenedIn',
    screenOut: 'screenedOut',
    list: 'listed',
    withdraw: 'withdrawn',
    ...LEAVING,
  },
  screenedIn: { list: 'listed', withdraw: 'withdrawn', ...LEAVING },
  screenedOut: {},
  listed: { survey: 'surveyed', withdraw: 'withdrawn', ...LEAVING },
  surveyed: { ...SURVEY, sendBack: 'returned', withdraw: 'withdrawn' },
  scored: { ...SURVEY, sendBack: 'returned', agree: 'agreed', reject: 'rejected' },
  rejected: { survey: 'surveyed', ...LEAVING },
  agreed: { post: 'posted', ...LEAVING },
  // submitted, or concluded at once in a round whose procedure asks no opinion
  posted: { complain: 'disputed', submit: 'submitted', ...CONCLUSION, ...LEAVING },
  disputed: { score: 'disputed', reverify: 'reverified', ...LEAVING },
  reverified: { post: 'posted', ...LEAVING },
  submitted: { clear: 'cleared', return: 'returned', ...LEAVING },
  returned: { survey: 'surveyed', ...LEAVING },
  cleared: { ...CONCLUSION, ...LEAVING },
  recognised: {},
  exited: {},
  refused: {},
  gone: {},
  withdrawn: {},
};

/** Nothing more is decided about the case. */
export const isConcluded = (state: CaseState): boolean => Object.keys(CASE_TRANSITIONS[state]).length === 0;

/** The columns of the round's board, in the order of the procedure; every listed case is in exactly one. */
export const BOARD_COLUMNS = [
  'toSurvey',
  'toScore',
  'toMeet',
  'toSurveyAgain',
  'posting',
  'disputed',
  'toSubmit',
  'submitted',
  'toDecide',
  'concluded',
  'gone',
] as const;
export type BoardColumn = (typeof BOARD_COLUMNS)[number];

/** The column of a case; null while it is only asked for, or was screened out. */
export function boardColumnOf(
  state: CaseState,
  { postingOver, asksOpinion }: { readonly postingOver: boolean; readonly asksOpinion: boolean },
): BoardColumn | null {
  if (state === 'posted') return !postingOver ? 'posting' : asksOpinion ? 'toSubmit' : 'toDecide';
  return COLUMN_OF[state];
}

const COLUMN_OF: Readonly<Record<Exclude<CaseState, 'posted'>, BoardColumn | null>> = {
  requested: null,
  screenedIn: null,
  screenedOut: null,
  withdrawn: null,
  listed: 'toSurvey',
  surveyed: 'toScore',
  scored: 'toMeet',
  rejected: 'toSurveyAgain',
  returned: 'toSurveyAgain',
  agreed: 'posting',
  reverified: 'disputed',
  disputed: 'disputed',
  submitted: 'submitted',
  cleared: 'toDecide',
  recognised: 'concluded',
  exited: 'concluded',
  refused: 'concluded',
  gone: 'gone',
};

/** What holds a place back: the first step of the procedure at which cases of it stand, what is disputed before all. */
const HOLDING: readonly BoardColumn[] = [
  'disputed',
  'toSurveyAgain',
  'toSurvey',
  'toScore',
  'toMeet',
  'posting',
  'toSubmit',
  'submitted',
  'toDecide',
];
export const holdingColumn = (columns: Readonly<Record<BoardColumn, number>>): BoardColumn | null =>
  HOLDING.find((column) => columns[column] > 0) ?? null;
