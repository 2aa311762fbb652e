/**
 * Kills the server at random moments while people edit and lists are imported, starts it again, and looks whether
 * every acknowledged act is there, whole, and no other is there in part; see docs/reliability.md.
 */
import { randomUUID } from 'node:crypto';
import { complain, killAgainAndAgain, problems, readKillOptions, verifyStores } from './kill-program.ts';
import { type Person, pause, type RunningServer } from './running-server.ts';

const options = readKillOptions(200);
const YEAR = new Date().getFullYear();
const EDITORS = 4;
const IMPORTERS = 2;

let state = options.seed;
/** A whole number, the same for the same seed; when exactly the machine does what is chance all the same. */
function between(least: number, most: number): number {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return Math.floor(least + (state / 2 ** 32) * (most - least + 1));
}

/** A household as far as this program was told of it. */
interface Household {
  readonly id: string;
  version: number;
  /** The last address the server said yes to. */
  told: string;
  /** Asked for since, without an answer. */
  asked: string[];
  acknowledged: boolean;
  gone: boolean;
}

interface SentList {
  readonly commune: { readonly id: number; readonly code: string };
  readonly token: string;
  readonly count: number;
  acknowledged: boolean;
  looked: boolean;
  /** How often it was brought again, with other points: as was acknowledged, and as was asked for since. */
  told: number;
  asked: number | null;
  inHand: boolean;
  /** Taken back again: nothing of it may be there. */
  undone: boolean;
  /** Its batch, while that is being taken back. */
  undoing: string | null;
}

const seen = {
  registered: 0,
  corrected: 0,
  imported: 0,
  renewed: 0,
  cutCorrections: 0,
  cutLists: 0,
  cutRenewals: 0,
  undone: 0,
  cutUndoings: 0,
  held: 0,
  wholeUnsaid: 0,
};
const households: Household[] = [];
const lists: SentList[] = [];
let communes: { id: number; code: string }[] = [];
let villageId = 0;

interface Until {
  at: number;
  over: boolean;
  /** Milliseconds a person thinks between two corrections. */
  think: number;
}
const goesOn = (until: Until): boolean => !until.over && Date.now() < until.at;

const unexpected = (what: string, body: unknown): Error =>
  new Error(`${what}: ${JSON.stringify(body).slice(0, 1_500)}`);

/** The embedded database refuses to touch households while known ones are being written over. */
function isHeld({ status, body }: { status: number; body: { code?: string } | null }): boolean {
  if (status !== 503 || body?.code !== 'shared.rows-held') return false;
  seen.held += 1;
  return true;
}

async function registerHousehold(person: Person): Promise<void> {
  const household: Household = {
    id: randomUUID(),
    version: 1,
    told: 'ban đầu',
    asked: [],
    acknowledged: false,
    gone: false,
  };
  const head = { personId: randomUUID(), fullName: `Hộ Ngắt ${households.length}`, relation: 'head' };
  households.push(household);
  const answer = await person.ask('POST', '/api/households', {
    body: {
      commandId: randomUUID(),
      id: household.id,
      villageId,
      day: `${YEAR}-01-15`,
      fields: { address: household.told },
      members: [head],
    },
  });
  if (answer === null) return;
  if (answer.status === 429 || isHeld(answer)) {
    household.gone = true;
    return;
  }
  if (answer.status >= 300) throw unexpected('register', answer.body);
  household.acknowledged = true;
  seen.registered += 1;
}

/** Corrects a household's address again and again. */
async function correct(person: Person, household: Household, until: Until): Promise<void> {
  while (goesOn(until)) {
    const address = `số ${randomUUID()}`;
    household.asked.push(address);
    const answer = await person.ask('POST', `/api/households/${household.id}/corrections`, {
      body: { commandId: randomUUID(), version: household.version, changes: { address } },
    });
    if (answer === null) {
      seen.cutCorrections += 1;
      return;
    }
    if (answer.status === 429 || isHeld(answer)) {
      household.asked.pop();
      await pause(50);
      continue;
    }
    if (answer.status >= 300) throw unexpected('correct', answer.body);
    household.version += 1;
    household.told = address;
    household.asked = [];
    seen.corrected += 1;
    await pause(until.think);
  }
}

const pointsOf = (times: number): number => 100 + (times % 40);

const csvOf = ({ token, count, told, asked }: SentList): Buffer =>
  Buffer.from(
    [
      'Họ và tên chủ hộ,Thôn,Ngày sinh,Tổng điểm A,Tổng điểm B',
      ...Array.from({ length: count }, (_, at) =>
        [
          `Chủ ${token} ${at}`,
          `Thôn ${1 + (at % 7)}`,
          1950 + (at % 50),
          pointsOf(asked ?? told),
          (at % 6) * 10,
        ].join(','),
      ),
    ].join('\n'),
  );

function newList(): SentList {
  const commune = communes[lists.length % communes.length]!;
  const token = `Lô ${lists.length} ${randomUUID().slice(0, 4)}`;
  const list = { commune, token, count: between(5, 400), acknowledged: false, looked: false };
  lists.push({ ...list, told: 0, asked: null, inHand: true, undone: false, undoing: null });
  return lists.at(-1)!;
}

/** Every other time a list that is there already, so that the households it names are written over. */
function nextList(): SentList {
  const again = lists.filter((list) => isThere(list) && !list.inHand);
  const list = again.length > 0 && between(0, 1) === 0 ? again[between(0, again.length - 1)]! : newList();
  list.inHand = true;
  if (list.acknowledged) list.asked = list.told + 1;
  return list;
}

async function importLists(person: Person, until: Until): Promise<void> {
  while (goesOn(until)) {
    const list = nextList();
    const query = new URLSearchParams({
      year: String(YEAR),
      unit: list.commune.code,
      file: fileOf(list),
      commandId: randomUUID(),
      dryRun: 'false',
    });
    const answer = await person.ask('POST', `/api/imports?${query}`, { bytes: csvOf(list) });
    if (answer === null) {
      seen[list.acknowledged ? 'cutRenewals' : 'cutLists'] += 1;
      return;
    }
    list.inHand = false;
    if (answer.status === 429 || isHeld(answer)) {
      list.asked = null;
      await pause(500);
      continue;
    }
    if (answer.status >= 300 || answer.body.written !== true) throw unexpected('import', answer.body);
    if (list.asked !== null && answer.body.known !== list.count) throw unexpected('known', answer.body);
    seen[list.acknowledged ? 'renewed' : 'imported'] += 1;
    list.told = list.asked ?? list.told;
    list.asked = null;
    list.acknowledged = true;
  }
}

const fileOf = ({ token }: SentList): string => `${token}.csv`;

/** Takes a list back that stands as it was first brought, in every second round; whether all of it is gone is looked at later. */
async function takeBack(person: Person, until: Until): Promise<void> {
  if (between(0, 1) === 0) return;
  const mayGo = lists.slice(1).filter((list) => isThere(list) && list.told === 0 && !list.inHand);
  const brought = await person.ask('GET', '/api/batches');
  const found = brought?.body?.batches?.find(
    ({ state: now, file }: { state: string; file: string }) =>
      now === 'published' && mayGo.some((list) => fileOf(list) === file),
  );
  const list = mayGo.find((one) => !one.inHand && fileOf(one) === found?.file);
  if (list === undefined) return;
  list.inHand = true;
  const batch = (await person.ask('GET', `/api/batches/${found.id}`))?.body;
  if (batch == null) return;
  const asked = { commandId: randomUUID(), version: batch.version };
  const answer = await person.ask('POST', `/api/batches/${batch.id}/undoing`, { body: asked });
  if (answer !== null && (answer.status === 429 || isHeld(answer))) {
    list.inHand = false;
    return;
  }
  if (answer !== null && answer.status >= 300) throw unexpected('undo', answer.body);
  Object.assign(list, { acknowledged: false, looked: false, undoing: batch.id });
  seen.cutUndoings += 1;
  while (goesOn(until) && !list.undone) {
    await pause(30);
    const now = await person.ask('GET', `/api/batches/${batch.id}`);
    list.undone = now?.body?.state === 'undone';
  }
  if (!list.undone) return;
  seen.cutUndoings -= 1;
  seen.undone += 1;
}

const isThere = ({ acknowledged, looked }: SentList): boolean => acknowledged && looked;

/** What a server had begun is ended by the next; on PostgreSQL only when the first has been silent for a minute. */
async function lookAtUndoings(person: Person): Promise<void> {
  for (const list of lists.filter(({ undoing }) => undoing !== null)) {
    const { jobs } = await person.get('/api/jobs');
    const { state: now } = await person.get(`/api/batches/${list.undoing}`);
    list.undone = now === 'undone';
    if (list.undone || !jobs.some(isUnderWay)) list.undoing = null;
  }
}

const isUnderWay = ({ state: now }: { state: string }): boolean => now === 'waiting' || now === 'running';

async function lookAtHouseholds(person: Person, round: number): Promise<void> {
  for (const household of households.filter(({ gone }) => !gone)) {
    const answer = await person.ask('GET', `/api/households/${household.id}/record`);
    if (answer?.status === 404) {
      if (household.acknowledged) complain(round, `household ${household.id} was acknowledged and is gone`);
      household.gone = true;
      continue;
    }
    if (answer?.status !== 200) throw unexpected('record', answer);
    const { version, fields } = answer.body;
    if (![household.told, ...household.asked].includes(fields.address))
      complain(round, `household ${household.id} has “${fields.address}”, told was “${household.told}”`);
    if (!household.acknowledged || household.asked.includes(fields.address)) seen.wholeUnsaid += 1;
    Object.assign(household, { version, told: fields.address, asked: [], acknowledged: true });
  }
}

async function lookAtLists(person: Person, round: number): Promise<void> {
  for (const list of lists.filter(({ looked, inHand }) => !looked || inHand)) {
    // it may go between two pages of its commune's list
    if (list.undoing !== null) continue;
    const points = await pointsOfHouseholds(person, list);
    const isWhole = points.length === list.count;
    const times = [list.told, list.asked ?? list.told].filter((each) =>
      points.every((point) => point === pointsOf(each)),
    );
    if (list.undone ? points.length > 0 : list.acknowledged ? !isWhole : !isWhole && points.length !== 0)
      complain(
        round,
        `list ${list.token} (${list.undone ? 'taken back' : list.acknowledged ? 'acknowledged' : 'cut off'}): ${points.length} of ${list.count} households`,
      );
    else if (times.length === 0)
      complain(
        round,
        `list ${list.token}, told ${list.told}, asked ${list.asked}: points ${[...new Set(points)]}`,
      );
    else if (isWhole && (!list.acknowledged || (list.asked !== null && times[0] === list.asked)))
      seen.wholeUnsaid += 1;
    list.acknowledged = isWhole;
    Object.assign(list, { looked: true, inHand: false, told: times[0] ?? list.told, asked: null });
  }
}

const PAGE = 200;

/** Points A of every household of a list, as they stand in its commune's list. */
async function pointsOfHouseholds(person: Person, { commune, token, count }: SentList): Promise<number[]> {
  const points: number[] = [];
  for (let page = 1; (page - 1) * PAGE < count; page += 1) {
    const query = new URLSearchParams({
      unit: String(commune.id),
      year: String(YEAR),
      q: `Chủ ${token}`,
      pageSize: String(PAGE),
      page: String(page),
    });
    const { households: found } = await person.get(`/api/households?${query}`);
    points.push(...found.map(({ incomeScore }: { incomeScore: number }) => incomeScore));
  }
  return points;
}

/** Long enough for lists to come to an end, and to be taken back, on a machine with other work… */
const LONG_ROUND = 10_000;
/** …where people leave them a turn: on the embedded database who edits goes before what is written in the background. */
const THINKING = 400;

/** Works for a while, then takes the server away in the middle of it. */
async function driveAndKill(person: Person, server: RunningServer): Promise<void> {
  const long = between(0, 3) === 0;
  const until: Until = {
    at: Date.now() + between(100, long ? LONG_ROUND : 2_500),
    over: false,
    think: long ? THINKING : 0,
  };
  const alive = households.filter(({ gone, acknowledged }) => acknowledged && !gone);
  const work = Promise.all([
    ...alive.slice(-EDITORS).map((household) => correct(person, household, until)),
    registerHousehold(person),
    takeBack(person, until),
    ...Array.from({ length: IMPORTERS }, () => importLists(person, until)),
  ]);
  work.catch(() => undefined);
  await pause(Math.max(0, until.at - Date.now()));
  await server.kill();
  until.over = true;
  await work;
}

/** The communes of today's map, and a village that the first list makes. */
async function findPlaces(person: Person): Promise<void> {
  const { units } = await person.get('/api/territory/units?parent=1&limit=100');
  for (const province of units) {
    const below = await person.get(`/api/territory/units?parent=${province.id}&limit=500`);
    communes.push(...below.units.filter(({ level }: { level: string }) => level === 'commune'));
  }
  communes = communes.map(({ id, code }) => ({ id, code }));
  const until: Until = { at: Number.POSITIVE_INFINITY, over: false, think: 0 };
  const first = importLists(person, until);
  while (lists[0]?.acknowledged !== true) await Promise.race([first, pause(50)]);
  until.over = true;
  await first;
  const villages = await person.get(`/api/territory/units?parent=${communes[0]!.id}&level=village`);
  villageId = villages.units[0].id;
  for (let at = 0; at < EDITORS; at += 1) await registerHousehold(person);
}

await killAgainAndAgain(options, {
  folder: 'benvung-kill-',
  user: 'thu.ngat',
  roles: 'officer',
  counts: seen,
  toldEvery: 10,
  prepare: findPlaces,
  workAndKill: (person, _place, server) => driveAndKill(person, server),
  look: async (person, place, round) => {
    await lookAtHouseholds(person, round);
    await lookAtUndoings(person);
    await lookAtLists(person, round);
    await verifyStores(place, ['ledger', 'audit'], round);
  },
});
console.log(
  `${options.told}: ${seen.registered} registrations, ${seen.corrected} corrections and ` +
    `${seen.imported} new and ${seen.renewed} known lists acknowledged; ${seen.cutCorrections} corrections, ${seen.cutLists} new ` +
    `and ${seen.cutRenewals} known lists cut off, ${seen.undone} lists taken back, ${seen.cutUndoings} times it was cut off, ${seen.held} acts refused while households were written over, ${seen.wholeUnsaid} ` +
    `acts written whole without an answer; ${problems.length} problems`,
);
process.exit(problems.length === 0 ? 0 : 1);
