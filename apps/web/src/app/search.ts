import type { DocumentKind } from '@benvung/domain/document/document-data';
import { DOCUMENT_KINDS } from '@benvung/domain/document/document-kinds';
import { DOCUMENT_STATES, type DocumentState } from '@benvung/domain/document/document-state';
import { DUTY_STATES, type DutyState } from '@benvung/domain/plan/duty/duty-state';
import { REVIEW_STAGES } from '@benvung/domain/review/review-record';
import { isValidDay } from '@benvung/domain/shared/day';
import { HOUSEHOLD_CLASSES } from '@benvung/domain/standard/household-class';
import { isMovementName } from '../features/household/movement.words.ts';

/**
 * What each page reads from its address. Vietnamese words, nouns; anything malformed is left out, so that a
 * copied link always opens something: named as undefined, since the router keeps the address's own word of every name
 * that a page leaves unsaid. Never a name or another personal value.
 */
type Raw = Readonly<Record<string, unknown>>;

function integer(value: unknown): number | undefined {
  const number = typeof value === 'number' ? value : typeof value === 'string' ? Number(value) : Number.NaN;
  return Number.isInteger(number) && number > 0 ? number : undefined;
}

const word = (value: unknown, shape: RegExp): string | undefined =>
  typeof value === 'string' && shape.test(value) ? value : undefined;

const oneOf = <Name extends string>(names: readonly Name[], value: unknown): Name | undefined =>
  names.find((name) => name === value);

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const NAME = /^[\w.:-]{1,60}$/;
/** As the law as data calls it: `VN-2022`. */
const STANDARD = /^[A-Z][A-Z-]{1,30}-\d{4}$/;

export interface HomeSearch {
  readonly 'don-vi'?: number | undefined;
}

export const readHomeSearch = (raw: Raw): HomeSearch => ({ 'don-vi': integer(raw['don-vi']) });

export interface PagedSearch extends HomeSearch {
  readonly trang?: number | undefined;
}

/** The register: kind, state, year, page; the words looked for may be a name and stay out. */
export interface DocumentsSearch extends HomeSearch {
  readonly loai?: DocumentKind | undefined;
  readonly buoc?: DocumentState | undefined;
  readonly nam?: number | undefined;
  readonly trang?: number | undefined;
}

export const readDocumentsSearch = (raw: Raw): DocumentsSearch => ({
  'don-vi': integer(raw['don-vi']),
  loai: DOCUMENT_KINDS.find((kind) => kind === raw.loai),
  buoc: DOCUMENT_STATES.find((state) => state === raw.buoc),
  nam: integer(raw.nam),
  trang: integer(raw.trang),
});

export const readPagedSearch = (raw: Raw): PagedSearch => ({
  'don-vi': integer(raw['don-vi']),
  trang: integer(raw.trang),
});

/** Plans of a year. */
export interface PlansSearch extends PagedSearch {
  readonly nam?: number | undefined;
}

export const readPlansSearch = (raw: Raw): PlansSearch => ({
  ...readPagedSearch(raw),
  nam: integer(raw.nam),
});

/** A plan: one of its versions, and the part that is open. */
export interface PlanSearch {
  readonly ban?: number | undefined;
  readonly phan?: string | undefined;
}

export const readPlanSearch = (raw: Raw): PlanSearch => ({
  ban: integer(raw.ban),
  phan: word(raw.phan, /^[a-z-]{1,30}$/u),
});

/** Deadlines: as a list, or as a month with one day chosen. */
export interface DeadlineSearch extends PagedSearch {
  readonly xem?: 'lich' | undefined;
  readonly ngay?: string | undefined;
}

export const readDeadlineSearch = (raw: Raw): DeadlineSearch => {
  const ngay = word(raw.ngay, DAY);
  return {
    ...readPagedSearch(raw),
    xem: raw.xem === 'lich' ? raw.xem : undefined,
    ngay: ngay !== undefined && isValidDay(ngay) ? ngay : undefined,
  };
};

/** Duties: how they are shown, whose they are, of which standing; a state; a day of the month. */
export interface DutiesSearch extends PagedSearch {
  readonly nam?: number | undefined;
  readonly xem?: 'bang' | 'lich' | 'thu-tu' | 'co-quan' | undefined;
  readonly ai?: 'da-giao' | 'ca-dia-ban' | undefined;
  readonly loc?: 'tre' | 'cho' | 'gia-han' | 'mo' | undefined;
  readonly buoc?: DutyState | undefined;
  readonly ngay?: string | undefined;
}

export const readDutiesSearch = (raw: Raw): DutiesSearch => {
  const ngay = word(raw.ngay, DAY);
  const oneOf = <Word extends string>(words: readonly Word[], value: unknown) =>
    words.find((one) => one === value);
  return {
    ...readPagedSearch(raw),
    nam: integer(raw.nam),
    xem: oneOf(['bang', 'lich', 'thu-tu', 'co-quan'] as const, raw.xem),
    ai: oneOf(['da-giao', 'ca-dia-ban'] as const, raw.ai),
    loc: oneOf(['tre', 'cho', 'gia-han', 'mo'] as const, raw.loc),
    buoc: oneOf(DUTY_STATES, raw.buoc),
    ngay: ngay !== undefined && isValidDay(ngay) ? ngay : undefined,
  };
};

export interface TableSearch extends HomeSearch {
  readonly nam?: number | undefined;
  readonly 'ban-do'?: string | undefined;
  /** A local standard; left out: the nation's. */
  readonly chuan?: string | undefined;
  /** The open cell: unit id, column key, line. */
  readonly o?: string | undefined;
  readonly trang?: number | undefined;
}

export const readTableSearch = (raw: Raw): TableSearch => ({
  'don-vi': integer(raw['don-vi']),
  nam: integer(raw.nam),
  'ban-do': word(raw['ban-do'], DAY),
  chuan: word(raw.chuan, NAME),
  o: word(raw.o, NAME),
  trang: integer(raw.trang),
});

export interface HouseholdListSearch extends HomeSearch {
  readonly nam?: number | undefined;
  readonly loai?: string | undefined;
  /** A local standard the class is one of; left out: the nation's. */
  readonly chuan?: string | undefined;
  readonly 'dien-bien'?: string | undefined;
  /** Step of the review a household has reached. */
  readonly buoc?: string | undefined;
  /** 1: scored with a scorecard that is not verified. */
  readonly 'chua-kiem-chung'?: number | undefined;
  /** What the list is put in order by: "code", "-persons". */
  readonly xep?: string | undefined;
  /** Columns that are left out: "persons.scoreB", or "khong" for none; left out: as this browser remembers. */
  readonly an?: string | undefined;
  readonly trang?: number | undefined;
}

export const readHouseholdListSearch = (raw: Raw): HouseholdListSearch => ({
  'don-vi': integer(raw['don-vi']),
  nam: integer(raw.nam),
  loai: oneOf(HOUSEHOLD_CLASSES, raw.loai),
  chuan: word(raw.chuan, STANDARD),
  'dien-bien': isMovementName(String(raw['dien-bien'])) ? String(raw['dien-bien']) : undefined,
  buoc: oneOf(REVIEW_STAGES, raw.buoc),
  'chua-kiem-chung': integer(raw['chua-kiem-chung']) === 1 ? 1 : undefined,
  xep: word(raw.xep, /^-?(head|code|persons|village)$/),
  an: word(raw.an, /^[a-zA-Z]{1,24}(\.[a-zA-Z]{1,24}){0,19}$/),
  trang: integer(raw.trang),
});

export interface DuplicatesSearch extends HomeSearch {
  readonly 'tinh-trang'?: string | undefined;
  /** The pair that is open: two ids. */
  readonly cap?: string | undefined;
  readonly trang?: number | undefined;
}

export const readDuplicatesSearch = (raw: Raw): DuplicatesSearch => ({
  'don-vi': integer(raw['don-vi']),
  'tinh-trang': word(raw['tinh-trang'], /^(khong-trung|da-nhap)$/),
  cap: word(raw.cap, /^[\da-f-]{36}\.[\da-f-]{36}$/),
  trang: integer(raw.trang),
});

/** What an officer does with a household, as the address names it. */
const HOUSEHOLD_ACTS = [
  'sua-ho',
  'them-nguoi',
  'sua-nguoi',
  'roi-ho',
  'doi-chu-ho',
  'chuyen',
  'tach',
  'nhap',
  'khep',
  'dac-diem',
  'dinh-chinh',
] as const;
export type HouseholdAct = (typeof HOUSEHOLD_ACTS)[number];

export interface HouseholdSearch extends HomeSearch {
  readonly nam?: number | undefined;
  /** The local standard whose reason is shown; left out: the nation's. */
  readonly chuan?: string | undefined;
  /** The act whose form is open. */
  readonly viec?: HouseholdAct | undefined;
  /** The member, or the trait, it is about: an id, never a name. */
  readonly nguoi?: string | undefined;
}

export const readHouseholdSearch = (raw: Raw): HouseholdSearch => ({
  'don-vi': integer(raw['don-vi']),
  nam: integer(raw.nam),
  chuan: word(raw.chuan, NAME),
  viec: HOUSEHOLD_ACTS.find((act) => act === raw.viec),
  nguoi: word(raw.nguoi, NAME),
});

export interface WorkersSearch extends HomeSearch {
  readonly nam?: number | undefined;
}

export const readWorkersSearch = (raw: Raw): WorkersSearch => ({
  'don-vi': integer(raw['don-vi']),
  nam: integer(raw.nam),
});

export interface DeskSearch {
  /** Of last year's households without a result: those told as gone. */
  readonly 'trang-thai'?: 'gone' | undefined;
}

export const readDeskSearch = (raw: Raw): DeskSearch => ({
  'trang-thai': raw['trang-thai'] === 'gone' ? 'gone' : undefined,
});

/** Targets: the indicators shown, codes with commas. */
export interface TargetSearch {
  readonly 'chi-tieu'?: string | undefined;
}

export const readTargetSearch = (raw: Raw): TargetSearch => ({
  'chi-tieu': word(raw['chi-tieu'], /^[a-z,-]{1,600}$/u),
});

export interface AccountsSearch extends HomeSearch {
  readonly 'vai-tro'?: string | undefined;
  readonly 'tinh-trang'?: string | undefined;
  readonly trang?: number | undefined;
  /** The open account's id, or "moi" for a new one. */
  readonly 'tai-khoan'?: string | undefined;
}

export const readAccountsSearch = (raw: Raw): AccountsSearch => ({
  'don-vi': integer(raw['don-vi']),
  'vai-tro': word(raw['vai-tro'], /^(viewer|enumerator|officer|approver|inspector|administrator)$/),
  'tinh-trang': word(raw['tinh-trang'], /^(active|disabled)$/),
  trang: integer(raw.trang),
  'tai-khoan': word(raw['tai-khoan'], /^(moi|[0-9a-f-]{36})$/),
});

export interface AuditSearch extends HomeSearch {
  readonly tu?: string | undefined;
  readonly den?: string | undefined;
  /** A username. */
  readonly ai?: string | undefined;
  readonly viec?: string | undefined;
  readonly 'loai-doi-tuong'?: string | undefined;
  readonly 'doi-tuong'?: string | undefined;
  /** Where the page before ended. */
  readonly truoc?: string | undefined;
}

export const readAuditSearch = (raw: Raw): AuditSearch => ({
  'don-vi': integer(raw['don-vi']),
  tu: word(raw.tu, DAY),
  den: word(raw.den, DAY),
  ai: word(raw.ai, NAME),
  viec: word(raw.viec, /^[a-z]+(\.[a-z-]+)?$/),
  'loai-doi-tuong': word(raw['loai-doi-tuong'], /^[a-z-]+$/),
  'doi-tuong': word(typeof raw['doi-tuong'] === 'number' ? String(raw['doi-tuong']) : raw['doi-tuong'], NAME),
  truoc: word(raw.truoc, /^[\w-]{1,100}$/),
});

export interface EntrySearch extends HomeSearch {
  /** The village whose households are listed. */
  readonly thon?: number | undefined;
  /** `diem`: only scores A and B, in a grid. */
  readonly cach?: 'diem' | undefined;
  /** 1: a household that is not on the list yet. */
  readonly moi?: number | undefined;
}

export const readEntrySearch = (raw: Raw): EntrySearch => ({
  'don-vi': integer(raw['don-vi']),
  thon: integer(raw.thon),
  cach: raw.cach === 'diem' ? ('diem' as const) : undefined,
  moi: integer(raw.moi) === 1 ? 1 : undefined,
});

export interface TerritorySearch extends HomeSearch {
  /** The day of the map; today when left out. */
  readonly ngay?: string | undefined;
}

export const readTerritorySearch = (raw: Raw): TerritorySearch => ({
  'don-vi': integer(raw['don-vi']),
  ngay: word(raw.ngay, DAY),
});

export interface SimulationSearch extends HomeSearch {
  readonly nam?: number | undefined;
  /** The standard that is tried. */
  readonly chuan?: string | undefined;
  /** The change whose households are open: the class now and the class it would be. */
  readonly tu?: string | undefined;
  readonly sang?: string | undefined;
}

export const readSimulationSearch = (raw: Raw): SimulationSearch => ({
  'don-vi': integer(raw['don-vi']),
  nam: integer(raw.nam),
  chuan: word(raw.chuan, NAME),
  tu: word(raw.tu, NAME),
  sang: word(raw.sang, NAME),
});

export interface PostingSearch extends PagedSearch {
  readonly nam?: number | undefined;
  /** Which half a telephone shows. */
  readonly muc?: 'niem-yet' | 'phan-anh' | undefined;
  /** The open posting. */
  readonly ban?: string | undefined;
  /** The open grievance. */
  readonly pa?: string | undefined;
}

export interface OnlineRequestsSearch extends PagedSearch {
  readonly nam?: number | undefined;
  /** The open request. */
  readonly dn?: string | undefined;
}

export const readOnlineRequestsSearch = (raw: Raw): OnlineRequestsSearch => ({
  'don-vi': integer(raw['don-vi']),
  nam: integer(raw.nam),
  trang: integer(raw.trang),
  dn: word(raw.dn, NAME),
});

export const readPostingSearch = (raw: Raw): PostingSearch => ({
  'don-vi': integer(raw['don-vi']),
  nam: integer(raw.nam),
  trang: integer(raw.trang),
  muc: raw.muc === 'phan-anh' || raw.muc === 'niem-yet' ? raw.muc : undefined,
  ban: word(raw.ban, NAME),
  pa: word(raw.pa, NAME),
});
