import type { HouseholdRecord } from '@benvung/contract/household';
import type { HouseholdActed } from '@benvung/contract/household-acts';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useWords } from '../../platform/i18n.ts';
import { showToast } from '../../ui/toasts.tsx';
import { recordQuery } from './household-acts.api.ts';
import { editWords } from './household-edit.words.ts';
import { isConflict, useAct } from './use-act.ts';

type Values = Readonly<Record<string, unknown>>;

/** Two people wrote the same fields: what is stored now beside what was typed. */
export interface Conflict {
  readonly fresh: HouseholdRecord;
  readonly fields: readonly string[];
}

interface CorrectionOptions {
  readonly id: string;
  /** What was before the eyes of the one who types. */
  readonly record: HouseholdRecord;
  readonly valuesOf: (record: HouseholdRecord) => Values;
  readonly send: (input: { version: number; changes: Values }, commandId: string) => Promise<HouseholdActed>;
  readonly onDone: (answer: HouseholdActed) => void;
}

const same = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

/**
 * Sends what was changed. When someone else was quicker: where the two do not touch, it is sent again on the
 * newest file; where they do, both values wait for a choice.
 */
export function useCorrection({ id, record, valuesOf, send, onDone }: CorrectionOptions) {
  const t = useWords(editWords);
  const client = useQueryClient();
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const act = useAct<{ version: number; changes: Values }>({
    send,
    done: t('corrected'),
    undo: (answer, { changes }) => {
      const before = valuesOf(record);
      if (Object.keys(changes).some((key) => !(key in before))) return null;
      const back = Object.fromEntries(Object.keys(changes).map((key) => [key, before[key] ?? null]));
      return (commandId) => send({ version: answer.version, changes: back }, commandId);
    },
    onDone,
  });

  async function submit(changes: Values, version = record.version) {
    setConflict(null);
    try {
      await act.mutateAsync({ version, changes });
    } catch (error) {
      if (!isConflict(error)) return;
      const fresh = await client.fetchQuery(recordQuery(id));
      const [was, is] = [valuesOf(record), valuesOf(fresh)];
      const fields = Object.keys(changes).filter(
        (key) => !same(was[key], is[key]) && !same(is[key], changes[key]),
      );
      if (fields.length > 0 || fresh.version === version) return setConflict({ fresh, fields });
      await act.mutateAsync({ version: fresh.version, changes }).catch(() => undefined);
      if (fresh.last !== null) showToast({ text: t('mergedQuietly', { actor: fresh.last.actor }) });
    }
  }
  const problem = isConflict(act.error) && conflict !== null && conflict.fields.length > 0 ? null : act.error;
  return { submit, conflict, problem, pending: act.isPending };
}
