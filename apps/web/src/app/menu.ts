import { isStaff, ROLES, type Role, type SessionView } from '@benvung/contract/access';
import type { LinkProps } from '@tanstack/react-router';
import type { appWords } from './app.words.ts';

type AppWords = (typeof appWords)['vi'];
/** Words without a blank to fill. */
type Word = {
  [Key in keyof AppWords]: AppWords[Key] extends `${string}{${string}` ? never : Key;
}[keyof AppWords];
type Group = 'today' | 'review' | 'yearRound' | 'administration';

interface MenuPage {
  readonly group: Group;
  readonly to: NonNullable<LinkProps['to']>;
  readonly word: Word | ((session: SessionView) => Word);
  /** Who may ever use it; whoever looks over an area when left out. An entry a role can never use is absent. */
  readonly roles?: readonly Role[];
  /** Who finds it elsewhere in the menu. */
  readonly unless?: readonly Role[];
  /** It is about a commune or more: who holds a village alone never uses it. */
  readonly aboveVillages?: boolean;
  /** Pages below it have entries of their own. */
  readonly exact?: boolean;
}

export type MenuEntry =
  | { readonly heading: Word }
  | { readonly to: NonNullable<LinkProps['to']>; readonly word: Word; readonly exact: boolean };

const isLocal = ({ home }: SessionView): boolean => home.level === 'commune' || home.level === 'village';

/** Every page of the menu in its order; a feature adds its line here. */
const PAGES: readonly MenuPage[] = [
  { group: 'today', to: '/viec', word: (session) => (isLocal(session) ? 'today' : 'toHandle') },
  {
    group: 'review',
    to: '/ra-soat',
    word: (session) => (isLocal(session) ? 'villageBoard' : 'communeBoard'),
    aboveVillages: true,
  },
  { group: 'review', to: '/ra-soat/viec-cua-toi', word: 'ownWork', roles: ['enumerator', 'officer'] },
  { group: 'review', to: '/ra-soat/de-nghi-truc-tuyen', word: 'onlineRequests', roles: ['officer'] },
  { group: 'review', to: '/nhap-phieu', word: 'entry', roles: ['officer', 'enumerator'] },
  { group: 'review', to: '/hop', word: 'meetings' },
  { group: 'review', to: '/niem-yet', word: 'postings' },
  { group: 'review', to: '/cong-nhan', word: 'recognition' },
  { group: 'review', to: '/ra-soat/thoi-han', word: 'deadlines' },
  { group: 'today', to: '/toan-canh', word: 'overview' },
  { group: 'yearRound', to: '/ho', word: 'households' },
  {
    group: 'yearRound',
    to: '/ho/nghi-trung',
    word: 'duplicates',
    roles: ['officer', 'approver', 'inspector'],
  },
  {
    group: 'yearRound',
    to: '/ho/lao-dong-thu-nhap-thap',
    word: 'lowIncomeWorkers',
    roles: ['viewer', 'officer', 'approver', 'inspector'],
  },
  { group: 'yearRound', to: '/viec-giao', word: 'duties', roles: ROLES },
  { group: 'yearRound', to: '/viec-giao/bao-cao', word: 'reportsDue', roles: ['agency'] },
  { group: 'yearRound', to: '/bieu', word: 'tables' },
  {
    group: 'yearRound',
    to: '/ke-hoach',
    word: 'plans',
    roles: ['viewer', 'officer', 'approver', 'inspector'],
    aboveVillages: true,
  },
  { group: 'yearRound', to: '/chi-tieu', word: 'targets' },
  { group: 'yearRound', to: '/kiem-tra-van-ban', word: 'planCheck' },
  { group: 'yearRound', to: '/chuong-trinh', word: 'programmes' },
  { group: 'administration', to: '/quan-tri', word: 'systemState', roles: ['administrator'], exact: true },
  {
    group: 'administration',
    to: '/quan-tri/nguoi-dung',
    word: 'accounts',
    roles: ['administrator'],
  },
  { group: 'administration', to: '/quan-tri/chuan-ngheo', word: 'standards' },
  { group: 'administration', to: '/quan-tri/ngay-nghi', word: 'daysOff', roles: ['administrator'] },
  {
    group: 'administration',
    to: '/quan-tri/mau-van-ban',
    word: 'documentTemplates',
    roles: ['administrator'],
  },
  {
    group: 'administration',
    to: '/quan-tri/nhat-ky',
    word: 'auditTrail',
    roles: ['administrator', 'inspector'],
  },
  {
    group: 'yearRound',
    to: '/van-ban',
    word: 'documents',
    roles: ['enumerator', 'officer', 'approver', 'inspector'],
  },
  { group: 'yearRound', to: '/nhap-excel', word: 'imports', roles: ['officer', 'administrator'] },
  {
    group: 'yearRound',
    to: '/dia-ban',
    word: 'territory',
    roles: ['viewer', 'officer', 'approver', 'inspector'],
    unless: ['administrator'],
  },
  { group: 'administration', to: '/dia-ban', word: 'territory', roles: ['administrator'] },
];

const HEADINGS: Readonly<Record<Group, Word | null>> = {
  today: null,
  review: 'reviewGroup',
  yearRound: 'yearRound',
  administration: 'administration',
};

/** The menu of a person: groups without a page are left out, with their heading. */
export function menuFor(session: SessionView): readonly MenuEntry[] {
  const held = new Set(session.roles.map(({ role }) => role));
  const holds = (role: Role) => held.has(role);
  const holdsVillages = session.roles.every(({ unit }) => unit.level === 'village');
  const mine = PAGES.filter(
    ({ roles, unless = [], aboveVillages = false }) =>
      (roles ?? ROLES.filter(isStaff)).some(holds) &&
      !unless.some(holds) &&
      !(aboveVillages && holdsVillages),
  );
  return (Object.keys(HEADINGS) as Group[]).flatMap((group) => {
    const heading = HEADINGS[group];
    const pages = mine
      .filter((page) => page.group === group)
      .map(
        ({ to, word, exact = false }): MenuEntry => ({
          to,
          word: typeof word === 'function' ? word(session) : word,
          exact,
        }),
      );
    return pages.length > 0 && heading !== null ? [{ heading }, ...pages] : pages;
  });
}
