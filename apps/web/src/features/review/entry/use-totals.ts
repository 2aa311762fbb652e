import type { EntryList, EntryRow, PaperTotals } from '@benvung/contract/review-entry';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { isFinal, NetworkError, ProblemError } from '../../../platform/http.ts';
import { localStore } from '../../../platform/local-store.ts';
import { useWhenNetworkIsBack } from '../../../platform/network-state.ts';
import { newId } from '../../../platform/new-id.ts';
import { entryListKey, sendTotals, type TotalsRow } from './entry.api.ts';

/** A line typed and not yet on the server: what it says, over which version of the household's result. */
export type PendingTotals = TotalsRow;

/** What is typed into a line: a score, the class, or who was at the house. */
export type TotalsChange = Partial<PaperTotals> & Pick<TotalsRow, 'visitor'>;

export type RowSaving =
  | { readonly kind: 'saving' | 'waiting' }
  | { readonly kind: 'saved'; readonly at: string }
  /** Not now: it is sent again by itself. */
  | { readonly kind: 'held'; readonly title: string }
  /** Not as it is: it stays as typed until it is typed anew. */
  | { readonly kind: 'refused'; readonly title: string };

const WAITING: ReadonlySet<RowSaving['kind'] | undefined> = new Set(['waiting', 'held']);
const SEND_AFTER_MS = 1_000;
const AGAIN_AFTER_MS = 5_000;
const MOST_AT_ONCE = 100;

interface TotalsPlace {
  readonly accountId: string;
  readonly roundId: string;
}

/** Sign-in opens above the page; what is typed goes on afterwards. */
const isSignedOut = (error: unknown): boolean =>
  error instanceof ProblemError && error.problem.status === 401;

const localKey = ({ accountId, roundId }: TotalsPlace, householdId = ''): string =>
  `totals|${accountId}|${roundId}|${householdId}`;

/**
 * Lines of totals on their way to the server: kept in this browser from the first key on, sent a second after the last
 * one, kept on and sent again when the line is back. Each line goes by itself, so that two windows do no harm.
 */
export function useTotals(place: TotalsPlace) {
  const client = useQueryClient();
  const [pending, setPending] = useState<ReadonlyMap<string, PendingTotals>>(new Map());
  const [saving, setSaving] = useState<ReadonlyMap<string, RowSaving>>(new Map());
  const latest = useRef(pending);
  latest.current = pending;
  const states = useRef(saving);
  states.current = saving;
  const busy = useRef(false);
  const command = useRef<{ text: string; id: string } | null>(null);

  const mark = useCallback((ids: readonly string[], state: RowSaving) => {
    setSaving((last) => new Map([...last, ...ids.map((id): [string, RowSaving] => [id, state])]));
  }, []);

  useEffect(() => {
    let left = false;
    void localStore.list<PendingTotals>(localKey(place)).then((kept) => {
      if (left || kept.length === 0) return;
      setPending(
        (last) => new Map([...kept.map((row): [string, PendingTotals] => [row.householdId, row]), ...last]),
      );
    });
    return () => {
      left = true;
    };
  }, [place]);

  const settle = useCallback(
    async (sent: readonly PendingTotals[], answer: Awaited<ReturnType<typeof sendTotals>>) => {
      const saved = new Map<string, EntryRow>();
      for (const row of answer.rows) {
        if (row.saved) saved.set(row.householdId, row.row);
        else mark([row.householdId], { kind: 'refused', title: row.title });
      }
      const at = new Date().toISOString();
      mark([...saved.keys()], { kind: 'saved', at });
      client.setQueriesData<EntryList>({ queryKey: entryListKey(place.roundId) }, (list) =>
        list === undefined
          ? list
          : { ...list, households: list.households.map((row) => saved.get(row.householdId) ?? row) },
      );
      setPending((last) => {
        const next = new Map(last);
        for (const row of sent) {
          const now = next.get(row.householdId);
          const version = saved.get(row.householdId)?.version;
          if (now === row) next.delete(row.householdId);
          else if (now !== undefined && version !== undefined) next.set(row.householdId, { ...now, version });
        }
        return next;
      });
      for (const { householdId } of sent)
        if (latest.current.get(householdId) === sent.find((row) => row.householdId === householdId))
          await localStore.remove(localKey(place, householdId));
      if (answer.rows.some((row) => !row.saved))
        await client.invalidateQueries({ queryKey: entryListKey(place.roundId) });
    },
    [client, mark, place],
  );

  const send = useCallback(async (): Promise<void> => {
    const rows = [...latest.current.values()]
      .filter(({ householdId }) => states.current.get(householdId)?.kind !== 'refused')
      .slice(0, MOST_AT_ONCE);
    if (busy.current || rows.length === 0) return;
    busy.current = true;
    const ids = rows.map(({ householdId }) => householdId);
    const text = JSON.stringify(rows);
    if (command.current?.text !== text) command.current = { text, id: newId() };
    mark(ids, { kind: 'saving' });
    try {
      const answer = await sendTotals(place.roundId, rows, command.current.id);
      command.current = null;
      await settle(rows, answer);
    } catch (error) {
      if (error instanceof NetworkError) mark(ids, { kind: 'waiting' });
      else {
        const title = error instanceof ProblemError ? error.problem.title : String(error);
        mark(ids, { kind: isFinal(error) && !isSignedOut(error) ? 'refused' : 'held', title });
      }
    } finally {
      busy.current = false;
    }
  }, [mark, place, settle]);

  useEffect(() => {
    if (pending.size === 0) return;
    const waits = [...pending.keys()].some((id) => WAITING.has(saving.get(id)?.kind));
    const later = setTimeout(() => void send(), waits ? AGAIN_AFTER_MS : SEND_AFTER_MS);
    return () => clearTimeout(later);
  }, [pending, saving, send]);
  useWhenNetworkIsBack(() => void send());
  useEffect(() => () => void send(), [send]);

  const type = useCallback(
    (rows: readonly EntryRow[], changes: ReadonlyMap<string, TotalsChange>) => {
      const touched: PendingTotals[] = [];
      for (const row of rows) {
        const change = changes.get(row.householdId);
        if (change === undefined) continue;
        const before = latest.current.get(row.householdId) ?? totalsOf(row);
        touched.push({ ...before, ...change });
      }
      for (const row of touched) void localStore.put(localKey(place, row.householdId), row);
      mark(
        touched.map(({ householdId }) => householdId),
        { kind: 'saving' },
      );
      setPending(
        (last) =>
          new Map([...last, ...touched.map((row): [string, PendingTotals] => [row.householdId, row])]),
      );
    },
    [mark, place],
  );

  return { pending, saving, type, sendNow: send };
}

/** What a household's result says of the paper now; a class only where the paper told another one than follows. */
export const totalsOf = (row: EntryRow): PendingTotals => ({
  householdId: row.householdId,
  version: row.version,
  incomeScore: row.incomeScore,
  deprivationScore: row.deprivationScore,
  class: row.class !== null && row.class !== row.computedClass ? row.class : null,
});
