import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { showToast } from '../ui/toasts.tsx';
import { newId } from './new-id.ts';

interface CommandOptions<Input, Answer> {
  /** Sends the act; `commandId` goes into its body. */
  readonly send: (input: Input, commandId: string) => Promise<Answer>;
  /** Keys of what the act may have changed; they are asked for again. */
  readonly changes?: readonly QueryKey[];
  /** Said when it is done: the verb of the button. */
  readonly done?: (answer: Answer, input: Input) => string;
  readonly onDone?: (answer: Answer, input: Input) => void;
}

/**
 * An act on the server. The same input pressed again after a lost network or a fault keeps its command id, so
 * that it is done once; another input, or the next act after a success, is a command of its own.
 */
export function useCommand<Input, Answer>({
  send,
  changes = [],
  done,
  onDone,
}: CommandOptions<Input, Answer>) {
  const client = useQueryClient();
  const last = useRef<{ text: string; id: string } | null>(null);
  return useMutation<Answer, Error, Input>({
    mutationFn: (input) => {
      const text = JSON.stringify(input) ?? '';
      if (last.current?.text !== text) last.current = { text, id: newId() };
      return send(input, last.current.id);
    },
    onSuccess: async (answer, input) => {
      last.current = null;
      const text = done?.(answer, input);
      if (text !== undefined) showToast({ text });
      onDone?.(answer, input);
      await Promise.all(changes.map((queryKey) => client.invalidateQueries({ queryKey })));
    },
  });
}
