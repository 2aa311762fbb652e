import { randomUUID } from 'node:crypto';
import { type Draw, pick } from '../fuzz/hostile.ts';
import { type Answered, type Person, pause } from './running-server.ts';

export const YEAR = 2026;
const SIGNED = {
  number: null,
  signatory: { name: 'Lê Văn Đức', position: 'Chủ tịch', authority: 'TM' },
} as const;
const PAPERS = [
  { incomeScore: 110, deprivationScore: 40 },
  { incomeScore: 120, deprivationScore: 10 },
  { incomeScore: 190, deprivationScore: 10 },
] as const;
const PRESENT = 40;
/** So many cases are under way at a time, and so many of a commune are read again and again. */
const [MOST_OPEN, MOST_CASES] = [8, 290];
/** How often somebody complains where a list hangs: more, and nothing is ever submitted. */
const COMPLAINS = 0.1;
const AGAIN = 0.3;
const TOO_MANY = 429;
/** People are no faster, and one address may ask only so much. */
const STEP_MS = 50;
const CONCLUDED = ['recognised', 'exited', 'refused'];

export interface CaseSeen {
  readonly id: string;
  readonly householdId: string;
  readonly head: string;
  readonly village: string;
  readonly state: string;
  readonly version: number;
}

export interface Walked {
  /** The commune its round is of, or the one that took its place. */
  communeId: number;
  readonly code: string;
  readonly roundId: string;
  readonly villages: readonly { readonly id: number; readonly name: string }[];
  /** The server's day. */
  today: string;
  /** Sent and not answered: sent again, under the same id, before anything else. */
  cut: { readonly method: string; readonly path: string; readonly body: object } | null;
  /** Cases seen so far. */
  seen: ReadonlySet<string>;
  readonly acts: Map<string, number>;
  /** Its commune became another one. */
  merged?: true;
}

/** Refusals that say "not yet", "nothing there" or "seen too late", and no more. */
const EXPECTED = new Set([
  'review.case-posting-runs',
  'review.nothing-to-do',
  'review.case-changed',
  'review.posting-list-changed',
  // a grievance about it is open
  'review.grievance-open',
  // the neighbour's people, who work in the same commune after the merger, were first
  'review.grievance-changed',
  'review.grievance-step-not-next',
  'review.submission-answered',
  'review.meeting-changed',
]);
/** What a command that was cut off before a merger may meet when it is sent again to a commune that is no more. */
const EXPECTED_OF_ENDED = new Set(['shared.not-found', 'review.unit-not-found', 'shared.outside-area']);

/** One commune's people taking the next lawful step of their round, over and over. */
export class Walk {
  readonly #person: Person;
  readonly #of: Walked;
  readonly #draw: Draw;

  constructor(person: Person, of: Walked, draw: Draw) {
    this.#person = person;
    this.#of = of;
    this.#draw = draw;
  }

  /** False when no answer came. */
  async step(): Promise<boolean> {
    const { cut } = this.#of;
    if (cut !== null) return (await this.#send(cut.method, cut.path, cut.body)) !== null;
    const cases = await this.cases();
    if (cases === null) return false;
    const by = (...states: string[]) => cases.filter(({ state }) => states.includes(state));
    const steps: (() => Promise<boolean>)[] = [];
    const add = (some: readonly CaseSeen[], act: (some: readonly CaseSeen[]) => Promise<boolean>) => {
      if (some.length > 0) steps.push(() => act(some));
    };
    const open = cases.filter(({ state }) => !CONCLUDED.includes(state)).length;
    if (open < MOST_OPEN && cases.length < MOST_CASES) steps.push(() => this.#ask());
    add(by('requested'), ([one]) => this.#act(one!, { act: 'screenIn', found: 'có' }));
    add(by('screenedIn'), ([one]) => this.#act(one!, { act: 'list' }));
    add(by('listed', 'rejected', 'returned', 'surveyed'), (some) => this.#survey(some));
    add(by('scored'), ([one]) => this.#meet(one!));
    add(by('agreed', 'reverified'), ([one]) => this.#post(one!));
    add(by('posted'), () => this.#write(`rounds/${this.#of.roundId}/submissions`, SIGNED));
    if (this.#draw() < COMPLAINS) add(by('posted'), () => this.#complain());
    add(by('posted', 'disputed', 'submitted', 'reverified'), () => this.#handle());
    if (this.#draw() < AGAIN) add(by('disputed'), (some) => this.#survey(some));
    add(by('submitted'), () => this.#answer());
    add(by('cleared'), (some) => this.#recognise(some.length));
    add(by('recognised'), () => this.#certify());
    await pause(STEP_MS);
    return steps.length === 0 ? true : pick(this.#draw, steps)();
  }

  async cases(): Promise<CaseSeen[] | null> {
    const found = new Map<string, CaseSeen>();
    for (const column of ['', '&column=requests'])
      for (let page = 1; ; page += 1) {
        const asked = `/api/review-cases?round=${this.#of.roundId}${column}&page=${page}`;
        const answer = await this.#get(asked);
        if (answer === null) return null;
        const { cases, page: at } = expectOk(answer);
        for (const one of cases) found.set(one.id, one);
        if (page * at.pageSize >= at.total) break;
      }
    return [...found.values()];
  }

  async #ask(): Promise<boolean> {
    const village = pick(this.#draw, this.#of.villages);
    const id = randomUUID();
    const head = `Hộ ${id.slice(0, 6)}`;
    const members = [{ personId: randomUUID(), fullName: head, relation: 'head', birthDate: '1980' }];
    const day = `${YEAR}-05-15`;
    if (!(await this.#write('households', { id, villageId: village.id, day, members }))) return false;
    return this.#write('review-requests', {
      communeId: this.#of.communeId,
      villageId: village.id,
      form: '01',
      householdId: id,
      head,
      channel: 'office',
      asked: '',
    });
  }

  #act(one: CaseSeen, act: object): Promise<boolean> {
    return this.#write(`review-cases/${one.id}/acts`, { version: one.version, act });
  }

  async #survey(some: readonly CaseSeen[]): Promise<boolean> {
    const villageId = this.#villageOf(some[0]!);
    const list = await this.#read(`rounds/${this.#of.roundId}/entries?village=${villageId}`);
    if (list === null) return false;
    const wanted = new Set(some.map(({ householdId }) => householdId));
    const rows = list.households
      .filter(({ householdId }: { householdId: string }) => wanted.has(householdId))
      .slice(0, 6)
      .map(({ householdId, version }: { householdId: string; version: number }) => ({
        householdId,
        version,
        ...pick(this.#draw, PAPERS),
        class: null,
      }));
    return this.#write(`rounds/${this.#of.roundId}/totals`, { rows });
  }

  async #meet(one: CaseSeen): Promise<boolean> {
    const villageId = this.#villageOf(one);
    const list = await this.#read(`rounds/${this.#of.roundId}/meetings`);
    if (list === null) return false;
    const told = { heldOn: this.#of.today, beginsAt: '19:00', place: 'Nhà văn hóa' };
    const planned = list.meetings.find(
      (each: { state: string; village: { id: number } | null }) =>
        each.state === 'planned' && each.village?.id === villageId,
    );
    if (planned === undefined)
      return this.#write(`rounds/${this.#of.roundId}/meetings`, { ...told, villageId });
    const at = `review-meetings/${planned.id}`;
    const meeting = await this.#read(at);
    if (meeting === null) return false;
    if (meeting.present === 0)
      return this.#write(
        `${at}/attendance`,
        {
          ...told,
          version: meeting.version,
          chair: 'Ông Páo',
          secretary: 'Bà Mẩy',
          attendance: { otherHouseholds: PRESENT },
        },
        'PUT',
      );
    for (const { caseId, agreed, changed } of meeting.agenda) {
      if (agreed !== null && !changed) continue;
      const vote = pick(this.#draw, [40, 38, 30, 12]);
      if (!(await this.#write(`${at}/votes/${caseId}`, { agreed: vote, opinion: '' }, 'PUT'))) return false;
    }
    return this.#write(`${at}/close`, { version: meeting.version });
  }

  async #post(one: CaseSeen): Promise<boolean> {
    const villageId = this.#villageOf(one);
    const { roundId } = this.#of;
    const plan = await this.#read(`review-postings/plan?round=${roundId}&village=${villageId}`);
    if (plan === null) return false;
    return this.#write('review-postings', { roundId, villageId, hash: plan.hash, places: ['UBND xã'] });
  }

  async #answer(): Promise<boolean> {
    const desk = await this.#read(`recognition-desk?unit=${this.#of.communeId}&year=${YEAR}`);
    if (desk === null) return false;
    const sent = desk.submissions.find(
      (one: { state: string; roundId: string }) =>
        one.state === 'submitted' && one.roundId === this.#of.roundId,
    );
    if (sent === undefined) throw new Error('cases are submitted, and no submission waits');
    const view = await this.#read(`review-submissions/${sent.id}`);
    if (view === null) return false;
    const returned = view.lines
      .slice(0, pick(this.#draw, [0, 0, 1]))
      .map(({ caseId }: { caseId: string }) => ({ caseId, reason: 'thiếu chữ ký' }));
    const told = { ...SIGNED, version: view.version, opinion: '', returned };
    return this.#write(`review-submissions/${sent.id}/opinion`, told);
  }

  /** Somebody says of a household on a list that hangs, or hung, that its result is wrong. */
  async #complain(): Promise<boolean> {
    const desk = await this.#read(`review-postings?unit=${this.#of.communeId}&year=${YEAR}`);
    if (desk === null) return false;
    const own = desk.postings.filter(
      ({ village, state }: { village: string; state: string }) =>
        state === 'open' && this.#of.villages.some(({ name }) => name === village),
    );
    if (own.length === 0) return true;
    const posting = await this.#read(`review-postings/${pick<{ id: string }>(this.#draw, own).id}`);
    if (posting === null) return false;
    return this.#write('review-grievances', {
      postingId: posting.id,
      category: 'household',
      channel: 'office',
      number: pick<{ number: number }>(this.#draw, posting.list.lines).number,
      householdName: null,
      about: 'nhà đã xây lại',
      complainantName: null,
      phone: null,
    });
  }

  /** The next step with the first grievance that waits. */
  async #handle(): Promise<boolean> {
    const list = await this.#read(`review-grievances?unit=${this.#of.communeId}&year=${YEAR}`);
    if (list === null) return false;
    const waiting = list.grievances.find(
      ({ village, state }: { village: string; state: string }) =>
        state !== 'closed' && this.#of.villages.some(({ name }) => name === village),
    );
    if (waiting === undefined) return true;
    const view = await this.#read(`review-grievances/${waiting.id}`);
    if (view === null) return false;
    const verifier = { name: 'Vi Văn Thành', accountId: null };
    const acts: Record<string, object> = {
      received: pick(this.#draw, [
        { act: 'assign', verifier },
        { act: 'assign', verifier },
        { act: 'decline', reason: 'trùng phản ánh trước' },
      ]),
      assigned: { act: 'verify', finding: 'đã xem nhà', outcome: pick(this.#draw, ['upheld', 'rejected']) },
      verified: { act: 'answer', answer: 'Đã xem lại.' },
      answered: { act: 'close' },
    };
    return this.#write(`review-grievances/${waiting.id}/acts`, {
      version: view.version,
      act: acts[view.state],
    });
  }

  #recognise(expected: number): Promise<boolean> {
    const told = { ...SIGNED, decidedOn: this.#of.today, expected };
    return this.#write(`rounds/${this.#of.roundId}/recognitions`, told);
  }

  async #certify(): Promise<boolean> {
    const desk = await this.#read(`recognition-desk?unit=${this.#of.communeId}&year=${YEAR}`);
    if (desk === null) return false;
    const decision = pick(this.#draw, desk.decisions) as { id: string };
    return this.#write(`review-decisions/${decision.id}/certificates`, SIGNED);
  }

  #villageOf({ village }: CaseSeen): number {
    return this.#of.villages.find(({ name }) => name === village)?.id ?? 0;
  }

  /** What one address may ask in a minute can be used up: then people wait. */
  async #get(path: string): Promise<Answered | null> {
    for (;;) {
      const answer = await this.#person.ask('GET', path);
      if (answer?.status !== TOO_MANY) return answer;
      await pause(1_000);
    }
  }

  // biome-ignore lint/suspicious/noExplicitAny: see Answered
  async #read(path: string): Promise<any> {
    const answer = await this.#get(`/api/${path}`);
    return answer === null ? null : expectOk(answer);
  }

  async #write(path: string, body: object, method = 'POST'): Promise<boolean> {
    const sent = { commandId: randomUUID(), ...body };
    return (await this.#send(method, `/api/${path}`, sent)) !== null;
  }

  async #send(method: string, path: string, body: object): Promise<Answered | null> {
    const again = this.#of.cut !== null;
    this.#of.cut = { method, path, body };
    const answer = await this.#person.ask(method, path, { body });
    if (answer === null) return null;
    if (answer.status === TOO_MANY) {
      await pause(1_000);
      return answer;
    }
    this.#of.cut = null;
    const code = answer.body?.code;
    const ended = again && this.#of.merged === true && EXPECTED_OF_ENDED.has(code);
    if (answer.status >= 300 && !EXPECTED.has(code) && !ended)
      throw new Error(`${again ? 'again ' : ''}${method} ${path}: ${JSON.stringify(answer.body)}`);
    const act = path.replace(/[0-9a-f-]{36}/gu, ':id').replace('/api/', '');
    if (answer.status < 300) this.#of.acts.set(act, (this.#of.acts.get(act) ?? 0) + 1);
    return answer;
  }
}

// biome-ignore lint/suspicious/noExplicitAny: see Answered
function expectOk({ status, body }: Answered): any {
  if (status >= 300) throw new Error(JSON.stringify(body));
  return body;
}
