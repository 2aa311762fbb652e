import { useState } from 'react';
import { type Draft, useDraft } from '../../platform/use-draft.ts';
import type { FieldError } from '../../ui/form-errors.tsx';

interface FormState<Typed> {
  readonly draft: Draft<Typed>;
  readonly typed: Typed;
  readonly put: (change: Partial<Typed>) => void;
  readonly errors: readonly FieldError[];
  readonly errorAt: (field: string) => string | undefined;
  readonly attempt: number;
  /** Counts the attempt and sends when nothing is wrong. */
  readonly press: (send: () => void) => void;
}

/** What an act's form needs: its draft, and what is wrong, told from the first attempt on. */
export function useForm<Typed extends object>(
  name: string,
  initial: () => Typed,
  check: (typed: Typed) => readonly (FieldError | false)[],
): FormState<Typed> {
  const draft = useDraft<Typed>(name, initial);
  const [attempt, setAttempt] = useState(0);
  const found = check(draft.value).filter((each): each is FieldError => each !== false);
  const errors = attempt > 0 ? found : [];
  return {
    draft,
    typed: draft.value,
    put: (change) => draft.set((before) => ({ ...before, ...change })),
    errors,
    errorAt: (field) => errors.find((error) => error.field === field)?.message,
    attempt,
    press: (send) => {
      setAttempt(attempt + 1);
      if (found.length === 0) send();
    },
  };
}
