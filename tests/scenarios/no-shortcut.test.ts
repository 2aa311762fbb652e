import { addDays, daysBetween } from '@benvung/domain/shared/day';
import { weekdayOf } from '@benvung/domain/shared/working-days';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '../../apps/server/src/platform/ids.ts';
import { openTestPglite } from '../../apps/server/src/platform/testing/test-database.ts';
import { writeTestTerritory } from '../../apps/server/src/review/review.test-support.ts';
import { type CaseSeen, NUMBERED, PAPER, roundOf } from './commune-round.ts';
import { openOfficeOver, type StoryOffice, type Worker } from './commune-staff.ts';

const [COMMUNE, VILLAGE] = [7, 71];
const SATURDAY = 5;
const CONCLUDED = ['recognised', 'exited', 'refused'];

/** What people may try at any time; each is refused unless its turn has come. */
const TRIES = [
  'act',
  'survey',
  'planMeeting',
  'attend',
  'vote',
  'closeMeeting',
  'reopenMeeting',
  'post',
  'submit',
  'recall',
  'answer',
  'recognise',
] as const;
const ACTS = [
  { act: 'screenIn', found: 'có' },
  { act: 'list' },
  { act: 'undo', reason: 'nhầm' },
  { act: 'screenOut', reason: 'x' },
  { act: 'withdraw', reason: 'x' },
] as const;

interface Tried {
  readonly attempt: (typeof TRIES)[number];
  readonly at: number;
  readonly wait: number;
}

/** Through HTTP and the stores, as the rule of the domain is held by its own test. */
let office: StoryOffice;
let people: { officer: Worker; chairman: Worker; superior: Worker };
let database: Awaited<ReturnType<typeof openTestPglite>>;
let day = '2024-09-03';
let round = '';

beforeAll(async () => {
  database = await openTestPglite();
  await writeTestTerritory(database.db);
  office = await openOfficeOver(database, day);
  office.goTo(day);
  people = {
    officer: await office.hire('can.bo', { role: 'officer', unitId: COMMUNE }),
    chairman: await office.hire('chu.tich', { role: 'approver', unitId: COMMUNE }),
    superior: await office.hire('huyen', { role: 'approver', unitId: 461 }),
  };
  await people.officer.send('POST', '/api/round-opening', {
    communeIds: [COMMUNE],
    year: 2024,
    referenceDay: '2024-12-14',
    source: 'KH',
    decidedBy: 'BCĐ',
    inProcedure: true,
  });
  round = (await people.officer.get(`/api/review-board?unit=${COMMUNE}&year=2024`)).round.id;
});
afterAll(async () => {
  await office.app.close();
  await database.close();
});

async function ask(head: string): Promise<void> {
  const householdId = newId();
  const members = [{ personId: newId(), fullName: head, relation: 'head', sex: 'male', birthDate: '1980' }];
  await people.officer.send('POST', '/api/households', { id: householdId, villageId: VILLAGE, day, members });
  const request = { form: '01', channel: 'office', asked: '', householdId, head };
  await people.officer.send('POST', '/api/review-requests', {
    communeId: COMMUNE,
    villageId: VILLAGE,
    ...request,
  });
}

async function attempt(
  { attempt: what, at }: Pick<Tried, 'attempt' | 'at'>,
  cases: readonly CaseSeen[],
  all: readonly CaseSeen[] = cases,
): Promise<boolean> {
  const { officer, chairman, superior } = people;
  const one = cases[at % cases.length]!;
  const meetings = async () => (await officer.get(`/api/rounds/${round}/meetings`)).meetings;
  const meeting = async (state: string) =>
    (await meetings()).find((each: { state: string }) => each.state === state)?.id ?? newId();
  const versionOf = async (id: string) =>
    (await officer.get(`/api/review-meetings/${id}`).catch(() => ({ version: 1 }))).version;
  const submissions = async () =>
    (await officer.get(`/api/recognition-desk?unit=${COMMUNE}&year=2024`)).submissions;
  const told = { heldOn: day, beginsAt: '19:00', place: 'Nhà văn hóa' };
  switch (what) {
    case 'act':
      return officer.attempt('POST', `/api/review-cases/${one.id}/acts`, {
        version: one.version,
        act: ACTS[at % ACTS.length],
      });
    case 'survey': {
      const { households } = await officer.get(`/api/rounds/${round}/entries?village=${VILLAGE}`);
      const row = households.find((each: { householdId: string }) => each.householdId === one.householdId);
      const points = Object.values(PAPER)[at % 3];
      return officer.attempt('POST', `/api/rounds/${round}/totals`, {
        rows: [{ householdId: one.householdId, version: row?.version ?? 0, ...points, class: null }],
      });
    }
    case 'planMeeting':
      return officer.attempt('POST', `/api/rounds/${round}/meetings`, { ...told, villageId: VILLAGE });
    case 'attend': {
      const id = await meeting('planned');
      const attendance = { otherHouseholds: 10 };
      const people10 = { version: await versionOf(id), chair: 'a', secretary: 'b', attendance };
      return officer.attempt('PUT', `/api/review-meetings/${id}/attendance`, { ...told, ...people10 });
    }
    case 'vote': {
      const id = await meeting('planned');
      let voted = false;
      for (const { id: caseId } of all)
        voted =
          (await officer.attempt('PUT', `/api/review-meetings/${id}/votes/${caseId}`, {
            agreed: at % 4 === 0 ? 3 : 8,
            opinion: '',
          })) || voted;
      return voted;
    }
    case 'closeMeeting':
    case 'reopenMeeting': {
      const closing = what === 'closeMeeting';
      const id = await meeting(closing ? 'planned' : 'closed');
      const version = await versionOf(id);
      const word = closing ? 'close' : 'reopen';
      return officer.attempt('POST', `/api/review-meetings/${id}/${word}`, { version, reason: 'nhầm' });
    }
    case 'post': {
      const query = `round=${round}&village=${VILLAGE}`;
      const { hash } = await officer
        .get(`/api/review-postings/plan?${query}`)
        .catch(() => ({ hash: '0'.repeat(64) }));
      const posting = { roundId: round, villageId: VILLAGE, hash, places: ['UBND xã'] };
      return officer.attempt('POST', '/api/review-postings', posting);
    }
    case 'submit':
      return officer.attempt('POST', `/api/rounds/${round}/submissions`, NUMBERED);
    case 'recall':
    case 'answer': {
      const sent = (await submissions()).find(({ state }: { state: string }) => state === 'submitted');
      const url = `/api/review-submissions/${sent?.id ?? newId()}`;
      const version = sent?.version ?? 1;
      if (what === 'recall') return officer.attempt('POST', `${url}/recall`, { version, reason: 'x' });
      const returned = at % 3 === 0 ? [{ caseId: one.id, reason: 'x' }] : [];
      return superior.attempt('POST', `${url}/opinion`, { ...NUMBERED, version, opinion: '', returned });
    }
    case 'recognise': {
      const cleared = all.filter(({ state }) => state === 'cleared').length;
      const decided = { ...NUMBERED, decidedOn: day, expected: Math.max(1, cleared) };
      return chairman.attempt('POST', `/api/rounds/${round}/recognitions`, decided);
    }
  }
}

/** The next lawful step of a case, so that conclusions are reached: what is tried at it, in order. */
const NEXT: Readonly<Record<string, readonly (readonly [Tried['attempt'], number])[]>> = {
  requested: [['act', 0]],
  screenedIn: [['act', 1]],
  listed: [['survey', 0]],
  surveyed: [['survey', 0]],
  rejected: [['survey', 0]],
  returned: [['survey', 0]],
  scored: [
    ['planMeeting', 0],
    ['attend', 0],
    ['vote', 1],
    ['closeMeeting', 0],
  ],
  agreed: [['post', 0]],
  posted: [['submit', 0]],
  submitted: [['answer', 1]],
  cleared: [['recognise', 0]],
};

/** Takes the next lawful step of the case that has come least far. */
async function help(cases: readonly CaseSeen[]): Promise<void> {
  const states = Object.keys(NEXT);
  const [behind] = cases
    .filter(({ state }) => states.includes(state))
    .sort((a, b) => states.indexOf(a.state) - states.indexOf(b.state));
  if (behind === undefined) return;
  if (behind.state === 'posted') passDays(5);
  for (const [what, at] of NEXT[behind.state] ?? []) await attempt({ attempt: what, at }, [behind], cases);
}

/** Until the round's window ends. */
function passDays(days: number): void {
  if (addDays(day, days) < '2024-12-10') day = addDays(day, days);
  office.goTo(day, '18:00');
}

interface EventSeen {
  readonly act: string;
  readonly onDay: string;
}

async function isLawful(one: CaseSeen): Promise<void> {
  const { events } = (await people.officer.get(`/api/review-cases/${one.id}`)) as { events: EventSeen[] };
  const path: EventSeen[] = [];
  for (const event of events) {
    if (event.act === 'undo') path.pop();
    else path.push(event);
  }
  const last = (act: string) => path.map((event) => event.act).lastIndexOf(act);
  const order = ['receive', 'screenIn', 'list', 'survey', 'agree', 'post', 'submit', 'clear'];
  const places = order.map(last);
  expect(
    places.every((place) => place >= 0),
    JSON.stringify(path),
  ).toBe(true);
  expect([...places].sort((a, b) => a - b)).toEqual(places);
  const [posted, submitted] = [path[last('post')]!.onDay, path[last('submit')]!.onDay];
  const days = Array.from({ length: daysBetween(posted, submitted) }, (_, at) => addDays(posted, at + 1));
  // no holiday lies in these months but 2 and 3 September
  expect(
    days.filter((each) => weekdayOf(each) < SATURDAY).length,
    `${posted} ${submitted}`,
  ).toBeGreaterThanOrEqual(3);
}

test('no sequence of requests reaches a conclusion without each legal step', {
  timeout: 120_000,
}, async () => {
  const tried = fc.record({
    attempt: fc.constantFrom(...TRIES),
    at: fc.nat({ max: 59 }),
    wait: fc.constantFrom(0, 0, 0, 1, 3),
  });
  const { casesSeenBy } = roundOf(round);
  let concluded = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(tried, { minLength: 30, maxLength: 30 }), async (steps) => {
      const name = `Hộ ${newId().slice(-6)}`;
      const own = async () => (await casesSeenBy(people.officer)).filter(({ head }) => head.startsWith(name));
      await ask(`${name} a`);
      await ask(`${name} b`);
      for (const [index, step] of steps.entries()) {
        passDays(step.wait);
        const cases = await own();
        if (index % 3 === 0) await attempt(step, cases);
        else await help(cases);
      }
      for (const one of (await own()).filter(({ state }) => CONCLUDED.includes(state))) {
        concluded += 1;
        await isLawful(one);
      }
    }),
    { numRuns: 3, seed: 7 },
  );
  expect(concluded).toBeGreaterThan(0);
});
