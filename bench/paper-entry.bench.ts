import { setTimeout as wait } from 'node:timers/promises';
import type { EntryList, EntryView } from '@benvung/contract/review-entry';
import { findQuestionnaire } from '@benvung/regulations/find-questionnaire';
import type { Page } from 'playwright-core';
import { regulations } from '../apps/server/src/standard/read-regulations.ts';
import { launchBrowser, signInAs, visit } from '../tests/browser/office-page.ts';
import { startOffice } from '../tests/browser/office-server.ts';
import type { BenchLine } from './measure.ts';

/** Keystroke-level model (Card, Moran, Newell 1980): a key of an average typist, 40 words a minute. */
const KEY_MS = 280;
/** The same: a moment to find one's place on the paper and take in what stands there. */
const MENTAL_MS = 1_200;
const YEAR = 2024;
const MEMBERS = [2, 4, 6];
const MOST_SECONDS = 120;
const TYPIST = 'lamdot.rasoat';

/** A person as the paper names them. */
interface PersonOnPaper {
  readonly birthDate: string;
  readonly [code: string]: string;
}

interface Paper {
  readonly address: string;
  readonly members: readonly PersonOnPaper[];
}

const person = (
  fullName: string,
  sex: string,
  birthDate: string,
  relation: string,
  identityNumber: string,
): PersonOnPaper => ({ fullName, sex, birthDate, relation, ethnicity: '26', identityNumber });

/** A family that nobody has registered: all its names, days and numbers are typed too. */
const NEW_FAMILY: readonly PersonOnPaper[] = [
  person('Hồ Văn Đông', '1', '14/2/1986', '1', '046086001234'),
  person('Lê Thị Mùi', '2', '3/11/1988', '2', '046188004321'),
  person('Hồ Thị Hạnh', '2', '20/6/2011', '3', '046311007788'),
  person('Hồ Văn Quý', '1', '8/9/2016', '3', '046216005566'),
];

/** Types papers of households of the demonstration by keyboard alone, as fast as a trained person does. */
export async function benchPaperEntry(): Promise<BenchLine[]> {
  const office = await startOffice();
  const browser = await launchBrowser();
  try {
    const { page } = await visit(browser, { url: office.url });
    await signInAs(page, TYPIST);
    const round = await openRound(page);
    const lines: BenchLine[] = [];
    for (const members of MEMBERS) {
      const paper = await findPaper(page, round, members);
      await page.goto(`/nhap-phieu/${round.id}`);
      lines.push(lineOf(`${members} people of the register`, await typeForm(page, paper)));
    }
    await page.goto(`/nhap-phieu/${round.id}?thon=${round.villages[0]}`);
    const address = await page.getByRole('link', { name: 'Nhập hộ ngoài danh sách' }).getAttribute('href');
    const family = { address: address ?? '', members: NEW_FAMILY };
    lines.push(lineOf('4 people nobody has registered', await typeForm(page, family)));
    return lines;
  } finally {
    await browser.close();
    await office.stop();
  }
}

// biome-ignore lint/suspicious/noExplicitAny: whatever the API answers; the caller names the view
async function read(page: Page, path: string): Promise<any> {
  const answer = await page.request.get(path);
  if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`);
  return answer.json();
}

interface Round {
  readonly id: string;
  readonly villages: readonly number[];
}

async function openRound(page: Page): Promise<Round> {
  const address = await page.getByRole('link', { name: 'Nhập phiếu' }).getAttribute('href');
  await page.goto(address ?? '/nhap-phieu');
  const listed = page.waitForResponse((answer) => /\/api\/rounds\/[^/]+\/entries/u.test(answer.url()));
  await page.reload();
  const { round, villages } = (await (await listed).json()) as EntryList;
  return { id: round.id, villages: villages.map(({ unit }) => unit.id) };
}

/** A household of the list whose form waits. */
async function findPaper(page: Page, round: Round, members: number): Promise<Paper> {
  for (const village of round.villages) {
    const list = (await read(page, `/api/rounds/${round.id}/entries?village=${village}`)) as EntryList;
    const one = list.households.find(
      ({ state, persons, registered }) => state === 'notBegun' && persons === members && registered,
    );
    if (one === undefined) continue;
    const view = (await read(page, `/api/rounds/${round.id}/entries/${one.householdId}`)) as EntryView;
    const { members: known } = view.offered;
    return {
      address: `/nhap-phieu/${round.id}/${one.householdId}`,
      members: known.map(({ answers }) => ({ birthDate: String(answers.birthDate ?? '1980') })),
    };
  }
  throw new Error(`no household of ${members} people waits for its form`);
}

interface Typed {
  readonly seconds: number;
  readonly keys: number;
  readonly pauses: number;
  readonly boxes: number;
  /** What the screen itself made the typist wait: longer than a key takes, and for the next form. */
  readonly waited: number;
}

const boxNow = (page: Page) =>
  page.evaluate(() => {
    const active = document.activeElement;
    return active instanceof HTMLInputElement
      ? { key: active.dataset.key ?? '', value: active.value }
      : { key: active instanceof HTMLElement ? (active.dataset.key ?? '') : '', value: '' };
  });

async function typeForm(page: Page, paper: Paper): Promise<Typed> {
  const counted = { keys: 0, pauses: 0, boxes: 0, waited: 0 };
  const begun = performance.now();
  const press = async (key: string) => {
    const at = performance.now();
    // a letter with marks is several keys of an input method, of which the last brings it
    const marks = key.length > 1 ? 0 : marksOf(key);
    counted.keys += marks;
    await wait(marks * KEY_MS);
    await (marks > 0 ? page.keyboard.insertText(key) : page.keyboard.press(key));
    // the key is done when the screen has drawn what it did
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn))));
    const taken = performance.now() - at - marks * KEY_MS;
    counted.keys += 1;
    counted.waited += Math.max(0, taken - KEY_MS);
    await wait(Math.max(0, KEY_MS - taken));
  };
  const opening = performance.now();
  await page.evaluate((to) => history.pushState(null, '', to), paper.address);
  await page.evaluate(() => dispatchEvent(new PopStateEvent('popstate')));
  await page.waitForFunction(() => document.activeElement?.hasAttribute('data-key'));
  counted.waited += performance.now() - opening;
  let group = '';
  for (let boxes = 0; boxes < 300; boxes += 1) {
    const { key, value } = await boxNow(page);
    const at = placeOf(key, paper, await membersShown(page));
    if (at === null) break;
    if (at.group !== group) {
      group = at.group;
      counted.pauses += 1;
      await wait(MENTAL_MS);
    }
    // what the register knows stands there already
    if (at.text !== '' && value === '') {
      counted.boxes += 1;
      for (const letter of at.text) await press(letter);
    }
    await press('Enter');
  }
  const saving = performance.now();
  await press('Control+Enter');
  await page
    .getByText(/Đã lưu hộ/u)
    .first()
    .waitFor();
  counted.waited += performance.now() - saving;
  return { seconds: (performance.now() - begun) / 1000, ...counted };
}

/** Keys beyond the first that a letter takes in Telex: `ồ` is o, o, f. */
const marksOf = (letter: string): number =>
  letter.toLowerCase() === 'đ' ? 1 : letter.normalize('NFD').length - 1;

/** People of the roster in its order; the empty line behind them is the last. */
const membersShown = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('[data-key^="m:"][data-key$=":fullName"]')].map(
      ({ dataset }) => dataset.key?.split(':')[1] ?? '',
    ),
  );

interface Place {
  /** A line of the roster, a section of the paper: what is read at one look. */
  readonly group: string;
  readonly text: string;
}

/** What the paper of an ordinary poor household says where the register says nothing, by age. */
function memberText(code: string, member: PersonOnPaper): string {
  const age = YEAR - Number(/\d{4}/u.exec(member.birthDate)?.[0]);
  const child = age < 15;
  const texts: Record<string, string> = {
    identityNumber: '?',
    maritalStatus: child ? '1' : '2',
    educationFinished: age < 11 ? '0' : child ? '2' : '3',
    attending: age < 3 ? '0' : age < 6 ? '1' : age < 11 ? '2' : child ? '3' : '0',
    vocationalCertificate: '2',
    labourStatus: child ? '8' : '0',
    healthInsurance: '1',
    insuranceGroup: '1',
    nutrition: '1',
    disabilityForm: '0',
    meritGroup: '0',
    monthlyAllowance: '0',
  };
  return member[code] ?? texts[code] ?? '';
}

const HOUSEHOLD: Readonly<Record<string, string>> = {
  farmHousehold: '2',
  wall: '2',
  pillar: '1',
  roof: '2',
  area: '48',
  water: '9',
  toilet: '6',
  internet: '2',
  phoneSubscription: '1',
  devices: '47',
  loudspeaker: '1',
  assets: '27',
  electricity: '60',
  incomeCrops: '14000',
  incomeLivestock: '6500',
  incomeWages: '9000',
  causes: '125',
  wishes: '34',
};
const TOTALS: Readonly<Record<string, string>> = { incomeScore: '125', deprivationScore: '40', class: '' };

/** What the paper says in a box; null behind its totals, where the form is recorded. */
function placeOf(key: string, { members }: Paper, shown: readonly string[]): Place | null {
  const [level = '', one = '', code = ''] = key.split(':');
  if (level === 'm') {
    const at = shown.indexOf(one);
    const member = members[at];
    if (member === undefined) return { group: 'end of the roster', text: '' };
    return { group: `member ${at}`, text: memberText(code, member) };
  }
  if (level === 'h')
    return {
      group: sections.get(one) ?? '',
      text: one === 'personsOnForm' ? String(members.length) : (HOUSEHOLD[one] ?? ''),
    };
  return level === 'p' ? { group: 'totals', text: TOTALS[one] ?? '' } : null;
}

const sections = new Map(
  findQuestionnaire(regulations(), 'VN-2022')?.questionnaire.sections.flatMap(({ code, questions }) =>
    questions.map((question) => [question.code, code] as const),
  ),
);

function lineOf(whose: string, { seconds, keys, pauses, boxes, waited }: Typed): BenchLine {
  const each = seconds + ((boxes - pauses) * MENTAL_MS) / 1000;
  return {
    what: `a form of ${whose} typed from paper: ${keys} keys, ${pauses} looks at the paper, screen waited for ${(waited / 1000).toFixed(1)} s`,
    ours: `${seconds.toFixed(0)} s`,
    peer: '–',
    figure: `${seconds.toFixed(0)} s; ${each.toFixed(0)} s with a look before each of ${boxes} answers`,
    aim: `< ${MOST_SECONDS} s`,
    met: seconds < MOST_SECONDS,
  };
}
