import { Button } from '@mantine/core';
import styles from '../../features/plan/duty/duty.module.css';

interface ChoiceProps<Word> {
  readonly legend: string;
  readonly choices: readonly (readonly [Word | undefined, string])[];
  readonly now: Word | undefined;
  readonly onChoose: (word: Word | undefined) => void;
}

/** One of a few ways to look, as buttons that stay pressed. */
export function DutyChoice<Word extends string>({ legend, choices, now, onChoose }: ChoiceProps<Word>) {
  return (
    <fieldset className={`${styles.row} no-print`}>
      <legend className="visually-hidden">{legend}</legend>
      {choices.map(([word, text]) => (
        <Button
          key={text}
          variant={word === now ? 'light' : 'outline'}
          aria-pressed={word === now}
          onClick={() => onChoose(word)}
        >
          {text}
        </Button>
      ))}
    </fieldset>
  );
}
