import type { Worker } from './commune-staff.ts';

/** Totals A and B of a signed form, as they fall under VN-2022. */
export const PAPER = {
  POOR: { incomeScore: 110, deprivationScore: 40 },
  NEAR_POOR: { incomeScore: 120, deprivationScore: 10 },
  NOT_POOR: { incomeScore: 190, deprivationScore: 10 },
} as const;
type Result = keyof typeof PAPER;

/** The next number of the register, and who signs. */
export const NUMBERED = {
  number: null,
  signatory: { name: 'Lê Văn Đức', position: 'Chủ tịch', authority: 'TM' },
} as const;

export interface CaseSeen {
  readonly id: string;
  readonly householdId: string;
  readonly head: string;
  readonly state: string;
  readonly version: number;
  readonly deadline: { readonly kind: string; readonly day: string } | null;
}

/** The steps of one round as the people of the commune take them. */
export function roundOf(id: string) {
  const casesSeenBy = async (who: Worker): Promise<CaseSeen[]> => {
    const listed = (await who.get(`/api/review-cases?round=${id}`)).cases;
    const asked = (await who.get(`/api/review-cases?round=${id}&column=requests`)).cases;
    return [...new Map([...listed, ...asked].map((one: CaseSeen) => [one.id, one])).values()];
  };
  const caseOf = async (who: Worker, head: string): Promise<CaseSeen> => {
    const found = (await casesSeenBy(who)).find((one) => one.head === head);
    if (found === undefined) throw new Error(`no case of ${head}`);
    return found;
  };
  return {
    id,
    casesSeenBy,
    caseOf,
    statesSeenBy: async (who: Worker) =>
      Object.fromEntries((await casesSeenBy(who)).map(({ head, state }) => [head, state])),
    act: async (who: Worker, head: string, act: object) => {
      const one = await caseOf(who, head);
      return who.send('POST', `/api/review-cases/${one.id}/acts`, { version: one.version, act });
    },
    refusedAct: async (who: Worker, head: string, act: object) => {
      const one = await caseOf(who, head);
      return who.refused('POST', `/api/review-cases/${one.id}/acts`, { version: one.version, act });
    },
    /** Types the totals of signed forms of one village; `visitor`: who was at the houses, when the form says so. */
    survey: async (
      who: Worker,
      villageId: number,
      results: Readonly<Record<string, Result>>,
      visitor?: { readonly enumeratorId: string | null; readonly enumerator: string | null },
    ) => {
      const { households } = await who.get(`/api/rounds/${id}/entries?village=${villageId}`);
      const rows = Object.entries(results).map(([head, result]) => {
        const found = households.find((one: { head: string }) => one.head === head);
        if (found === undefined) throw new Error(`${head} is not on the list`);
        const of = { householdId: found.householdId, version: found.version, ...PAPER[result], class: null };
        return visitor === undefined ? of : { ...of, visitor };
      });
      const told = await who.send('POST', `/api/rounds/${id}/totals`, { rows });
      const refused = told.rows.filter(({ saved }: { saved: boolean }) => !saved);
      if (refused.length > 0) throw new Error(JSON.stringify(refused));
    },
    /** A meeting of forty households: everyone agrees unless told how many do. */
    meet: async (who: Worker, villageId: number, agreeing: Readonly<Record<string, number>> = {}) => {
      const heldOn = (await who.get(`/api/rounds/${id}/entries`)).today;
      const told = { heldOn, beginsAt: '19:00', place: 'Nhà văn hóa' };
      const planned = await who.send('POST', `/api/rounds/${id}/meetings`, { ...told, villageId });
      const at = `/api/review-meetings/${planned.id}`;
      await who.send('POST', `${at}/attendance-paper`, {});
      const { agenda } = await who.send('PUT', `${at}/attendance`, {
        ...told,
        version: planned.version,
        chair: 'Giàng A Páo',
        secretary: 'Lý Thị Mẩy',
        attendance: { committee: 2, reviewedHouseholds: 18, otherHouseholds: 20 },
      });
      for (const { caseId, head } of agenda)
        await who.send('PUT', `${at}/votes/${caseId}`, { agreed: agreeing[head] ?? 40, opinion: '' });
      const { version } = await who.get(at);
      return who.send('POST', `${at}/close`, { version });
    },
    post: async (who: Worker, villageId: number) => {
      const plan = await who.get(`/api/review-postings/plan?round=${id}&village=${villageId}`);
      const places = ['Nhà văn hóa thôn', 'UBND xã'];
      return who.send('POST', '/api/review-postings', { roundId: id, villageId, hash: plan.hash, places });
    },
    submit: (who: Worker) => who.send('POST', `/api/rounds/${id}/submissions`, NUMBERED),
    refusedSubmission: (who: Worker) => who.refused('POST', `/api/rounds/${id}/submissions`, NUMBERED),
    recognise: (
      who: Worker,
      told: { readonly decidedOn: string; readonly number: number | null; readonly expected: number },
    ) => who.send('POST', `/api/rounds/${id}/recognitions`, { ...NUMBERED, ...told }),
  };
}
export type Round = ReturnType<typeof roundOf>;
