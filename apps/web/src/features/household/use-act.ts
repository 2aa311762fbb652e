import type { HouseholdActed } from '@benvung/contract/household-acts';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { ProblemError } from '../../platform/http.ts';
import { useWords } from '../../platform/i18n.ts';
import { newId } from '../../platform/new-id.ts';
import { useCommand } from '../../platform/use-command.ts';
import { showToast } from '../../ui/toasts.tsx';
import { editWords } from './household-edit.words.ts';

/** What an act on a household may have changed on any screen. */
const CHANGED = [['household'], ['households'], ['duplicates']] as const;

export const isConflict = (error: unknown): boolean =>
  error instanceof ProblemError && error.problem.code === 'household.version-conflict';

interface ActOptions<Input> {
  readonly send: (input: Input, commandId: string) => Promise<HouseholdActed>;
  /** The verb of the button, done. */
  readonly done: string;
  /** The way back, where the law and the server know one. */
  readonly undo?: (answer: HouseholdActed, input: Input) => ((commandId: string) => Promise<unknown>) | null;
  readonly onDone: (answer: HouseholdActed, input: Input) => void;
}

/** An act of an officer: said when done, with its way back; after a conflict the newest file is at hand. */
export function useAct<Input>({ send, done, undo, onDone }: ActOptions<Input>) {
  const t = useWords(editWords);
  const client = useQueryClient();
  const command = useCommand<Input, HouseholdActed>({
    send,
    changes: CHANGED,
    onDone: (answer, input) => {
      const back = undo?.(answer, input) ?? null;
      const action = back === null ? {} : { action: { label: t('undo'), run: () => void takeBack(back) } };
      showToast({ text: done, ...action });
      onDone(answer, input);
    },
  });
  const conflict = isConflict(command.error);
  useEffect(() => {
    if (conflict) void client.invalidateQueries({ queryKey: ['household'] });
  }, [conflict, client]);

  async function takeBack(back: (commandId: string) => Promise<unknown>) {
    try {
      await back(newId());
      showToast({ text: t('undone') });
    } catch (error) {
      showToast({ kind: 'error', text: error instanceof ProblemError ? error.problem.title : String(error) });
    }
    await Promise.all(CHANGED.map((queryKey) => client.invalidateQueries({ queryKey: [...queryKey] })));
  }
  return command;
}
