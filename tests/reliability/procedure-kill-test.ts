/**
 * Kills the server at random moments while three communes take their rounds through the whole procedure, two of which become
 * one on the way, starts it again a day later by its clock, sends what was cut off once more, and looks whether every case,
 * grievance, paper and number is whole; see docs/reliability.md.
 */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { addDays } from '@benvung/domain/shared/day';
import { seededDraw } from '../fuzz/hostile.ts';
import { complain, killAgainAndAgain, problems, readKillOptions, verifyStores } from './kill-program.ts';
import { type CaseSeen, Walk, type Walked, YEAR } from './procedure-walk.ts';
import { type Person, pause, type RunningServer, type ServerPlace } from './running-server.ts';

const options = readKillOptions(50);
/** After the last change of units that the program ships, which a merger must come after; the round ends on 14/12. */
const FIRST_DAY = '2026-09-01';
const DAYS = 100;
const COMMUNES = 3;
const VERIFIED_EVERY = 5;
/** From this round on the first two communes are made one, until that is acknowledged. */
const MERGED_FROM = Math.ceil(options.rounds / 3);
const root = process.env.BENVUNG_ROOT ?? process.cwd();

const draw = seededDraw(options.seed);
const between = (least: number, most: number) => Math.floor(least + draw() * (most - least + 1));
const counts = { cut: 0, events: 0, papers: 0, grievances: 0, mergerCut: 0 };

/** Moves the server's clock so that it is ten in the morning of a day in Việt Nam when it starts. */
let day = FIRST_DAY;
const movedBy = () => Date.parse(`${day}T10:00:00+07:00`) - Date.now();
const environment = () => ({
  NODE_OPTIONS: `--import ${join(root, 'tests/reliability/moved-clock.mjs')}`,
  MOVED_CLOCK_MS: String(movedBy()),
});

async function openRounds(person: Person): Promise<Walked[]> {
  const { units } = await person.get('/api/territory/units?parent=1&limit=100');
  provinceCode = units[0].code;
  const below = await person.get(`/api/territory/units?parent=${units[0].id}&limit=500`);
  const communes = below.units.filter(({ level }: { level: string }) => level === 'commune');
  const walked: Walked[] = [];
  for (const [at, { id: communeId, code }] of communes.slice(0, COMMUNES).entries()) {
    const villages: { id: number; name: string }[] = [];
    for (const name of [`Thôn Một ${at}`, `Thôn Hai ${at}`]) {
      const made = await insist(person, '/api/territory/villages', {
        communeId,
        name,
        validFrom: '2026-05-01',
        decision: 'NQ 1',
      });
      villages.push({ id: made.id, name });
    }
    await insist(person, '/api/round-opening', {
      communeIds: [communeId],
      year: YEAR,
      referenceDay: `${YEAR}-12-14`,
      source: 'thử',
      decidedBy: 'BCĐ',
      inProcedure: true,
    });
    const board = await person.get(`/api/review-board?unit=${communeId}&year=${YEAR}`);
    const roundId = board.round.id;
    walked.push({
      communeId,
      code,
      roundId,
      villages,
      today: day,
      cut: null,
      seen: new Set(),
      acts: new Map(),
    });
  }
  return walked;
}

let provinceCode = '';
let merger: { readonly path: string; readonly list: string } | null = null;

/** Sends, under one id until it is answered, the list by which the first two communes become one. */
async function merge(person: Person, walked: readonly Walked[]): Promise<void> {
  const [one, other] = walked as [Walked, Walked];
  if (one.merged === true) return;
  const query = `file=list.csv&day=${day}&source=NQ2&commandId=${randomUUID()}&dryRun=false`;
  merger ??= {
    path: `/api/territory/lists?${query}`,
    list: [
      'loại dòng,mã,tên,mã cấp trên,mã mới,căn cứ',
      `đơn vị,99990,Xã Gộp,${provinceCode},,`,
      `chuyển,${one.code},,,99990,NQ2`,
      `chuyển,${other.code},,,99990,NQ2`,
    ].join('\n'),
  };
  const answer = await person.ask('POST', merger.path, { bytes: Buffer.from(merger.list) });
  if (answer === null) {
    counts.mergerCut += 1;
    return;
  }
  if (answer.status >= 300 || answer.body.written !== true)
    throw new Error(`merger: ${JSON.stringify(answer.body)}`);
  const { units } = await person.get('/api/territory/units?q=Xã Gộp&level=commune');
  for (const of of [one, other]) {
    of.communeId = units[0].id;
    of.merged = true;
  }
}

// biome-ignore lint/suspicious/noExplicitAny: see Answered
async function insist(person: Person, path: string, body: object): Promise<any> {
  const answer = await person.ask('POST', path, { body: { commandId: randomUUID(), ...body } });
  if (answer === null || answer.status >= 300) throw new Error(`${path}: ${JSON.stringify(answer?.body)}`);
  return answer.body;
}

/** What was last seen of each case: it never goes back, and its history only grows. */
const known = new Map<string, { readonly version: number; readonly history: string }>();

interface EventSeen {
  readonly number: number;
  readonly act: string;
  readonly from: string | null;
  readonly to: string;
  readonly documentId: string | null;
}
/** Acts that leave a paper with the case. */
const WITH_PAPER = ['agree', 'reject', 'submit', 'clear', 'return', 'recognise', 'exit', 'refuse'];

async function lookAtCase(person: Person, one: CaseSeen, round: number): Promise<void> {
  if (known.get(one.id)?.version === one.version) return;
  const view = await person.get(`/api/review-cases/${one.id}`);
  const events = view.events as EventSeen[];
  const broken = events.some(({ from }, at) => at > 0 && from !== events[at - 1]!.to && from !== null);
  if (broken || events.at(-1)?.to !== view.state)
    complain(round, `case ${one.id}: history ${events.map(({ act }) => act)} does not lead to ${view.state}`);
  if (events.length !== view.version || events.at(-1)?.number !== view.version)
    complain(round, `case ${one.id}: version ${view.version}, ${events.length} events`);
  const unpapered = events.filter(({ act, documentId }) => WITH_PAPER.includes(act) && documentId === null);
  if (unpapered.length > 0) complain(round, `case ${one.id}: no paper of ${unpapered.map(({ act }) => act)}`);
  const history = events.map(({ act, to }) => `${act}>${to}`).join(' ');
  const before = known.get(one.id);
  if (before !== undefined && (view.version < before.version || !history.startsWith(before.history)))
    complain(round, `case ${one.id} went back: “${before.history}” → “${history}”`);
  counts.events += events.length - (before?.version ?? 0);
  known.set(one.id, { version: view.version, history });
}

interface PaperSeen {
  readonly reference: string | null;
  readonly kind: string;
  readonly issuer: string;
}

/** Every step of a grievance is there, and what was answered has its paper. */
async function lookAtGrievances(person: Person, of: Walked, round: number): Promise<void> {
  const { grievances } = await person.get(`/api/review-grievances?unit=${of.communeId}&year=${YEAR}`);
  counts.grievances = Math.max(counts.grievances, grievances.length);
  for (const { id } of grievances.slice(0, 5)) {
    const view = await person.get(`/api/review-grievances/${id}`);
    if (view.events.length !== view.version)
      complain(round, `grievance ${view.number}: version ${view.version}, ${view.events.length} events`);
    if (view.answer !== null && view.documentId === null)
      complain(round, `grievance ${view.number} is answered, and has no paper`);
  }
}

async function lookAtPapers(person: Person, of: Walked, round: number): Promise<void> {
  const seen = new Map<string, string>();
  const numbers = new Set<string>();
  for (let page = 1; ; page += 1) {
    const { documents, page: at } = await person.get(`/api/documents?unit=${of.communeId}&page=${page}`);
    for (const { reference, kind, issuer } of documents as PaperSeen[]) {
      if (reference === null || kind === 'opinion') continue;
      const own = `${issuer} ${reference}`;
      if (numbers.has(own)) complain(round, `${own} is the number of two papers`);
      numbers.add(own);
      seen.set(reference, kind);
    }
    if (page * at.pageSize >= at.total) break;
  }
  counts.papers = Math.max(counts.papers, seen.size);
  const { submissions, decisions } = await person.get(
    `/api/recognition-desk?unit=${of.communeId}&year=${YEAR}`,
  );
  const told = [...submissions, ...decisions].map(({ number }: { number: string }) => number);
  for (const number of told)
    if (!seen.has(number)) complain(round, `${number} was told by an act, and no paper bears it`);
}

async function look(person: Person, place: ServerPlace, walked: readonly Walked[], round: number) {
  for (const of of walked) {
    const cases = (await new Walk(person, of, draw).cases()) ?? [];
    const seen = new Set(cases.map(({ id }) => id));
    for (const one of cases) await lookAtCase(person, one, round);
    await lookAtPapers(person, of, round);
    await lookAtGrievances(person, of, round);
    if (cases.length < of.seen.size || [...of.seen].some((id) => !seen.has(id)))
      complain(round, `cases of ${of.communeId} are missing`);
    of.seen = seen;
  }
  if (round % VERIFIED_EVERY !== 0 && round !== options.rounds) return;
  await verifyStores(place, ['ledger', 'audit', 'documents'], round);
}

/** Works for a while, then takes the server away in the middle of it. */
async function walkAndKill(person: Person, server: RunningServer, walked: readonly Walked[]): Promise<void> {
  round += 1;
  const merging = round >= MERGED_FROM && walked[0]?.merged !== true;
  // early enough to cut the merger now and then, and later each time, so that it ends
  const until = Date.now() + (merging ? between(50, 1_500 + counts.mergerCut * 700) : between(500, 9_000));
  const work = Promise.all(
    walked.map(async (of, at) => {
      const walk = new Walk(person, of, draw);
      if (merging && at < 2) {
        // the people of both wait for their new commune
        if (at === 0) await merge(person, walked);
        return;
      }
      // the last step is the one the kill cuts
      while (await walk.step());
    }),
  );
  work.catch(() => undefined);
  await pause(Math.max(0, until - Date.now()));
  await server.kill();
  await work;
  counts.cut += walked.filter(({ cut }) => cut !== null).length;
}

let round = 0;
let walked: Walked[] = [];
await killAgainAndAgain(options, {
  folder: 'benvung-procedure-kill-',
  user: 'thu.trinh.tu',
  roles: 'officer,approver,administrator',
  environment,
  counts,
  toldEvery: 5,
  prepare: async (person) => {
    walked = await openRounds(person);
  },
  workAndKill: async (person, _, server) => {
    await walkAndKill(person, server, walked);
    day = addDays(FIRST_DAY, Math.floor((round * DAYS) / Math.max(DAYS, options.rounds)));
    for (const of of walked) of.today = day;
  },
  look: async (person, place, round, signIn) => {
    await signIn();
    await look(person, place, walked, round);
  },
});
const acts = new Map<string, number>();
for (const of of walked) for (const [act, count] of of.acts) acts.set(act, (acts.get(act) ?? 0) + count);
const told = [...acts].map(([act, count]) => `${count} ${act}`).join(', ');
const ends = [...known.values()].map(({ history }) => history.split('>').at(-1));
const concluded = ends.filter((end) => ['recognised', 'exited', 'refused'].includes(end ?? '')).length;
console.log(
  `${options.told}: ${known.size} cases, ${concluded} of them concluded, ${counts.events} steps, ` +
    `${counts.cut} commands cut off and sent again; acknowledged: ${told}; ${problems.length} problems`,
);
process.exit(problems.length === 0 ? 0 : 1);
