import type { HouseholdList } from '@benvung/contract/household';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { Answer } from '../../../platform/answer.tsx';
import { useWords } from '../../../platform/i18n.ts';
import { TextField } from '../../../ui/text-field.tsx';
import styles from '../posting/posting.module.css';
import { householdsLikeQuery } from './online-request.api.ts';
import { onlineRequestWords } from './online-request.words.ts';

/** A household of record, or one that is not registered yet. */
export type ChosenHousehold = HouseholdList['households'][number] | 'new';

interface WhichHouseholdProps {
  readonly commune: number;
  /** What is looked for at first; empty: nothing yet. */
  readonly name: string;
  readonly chosen: ChosenHousehold | null;
  /** Said where nothing is chosen and should be. */
  readonly missing: boolean;
  /** Form 04: only who is poor or near-poor of record leaves. */
  readonly exit: boolean;
  readonly onChoose: (chosen: ChosenHousehold) => void;
}

/** Households of the commune with anyone of a name, or none of them. */
export function WhichHousehold({ commune, name, chosen, missing, exit, onChoose }: WhichHouseholdProps) {
  const t = useWords(onlineRequestWords);
  const [typed, setTyped] = useState(name);
  const [sought, setSought] = useState(name);
  const found = useQuery({ ...householdsLikeQuery(commune, sought), enabled: sought !== '' });
  const find = () => setSought(typed.trim());
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    find();
  };
  const keyOf = (one: ChosenHousehold | null) => (one === null || one === 'new' ? one : one.id);
  const choice = (one: ChosenHousehold, text: ReactNode) => (
    <label key={keyOf(one)}>
      <input
        type="radio"
        name="which-household"
        checked={keyOf(chosen) === keyOf(one)}
        onChange={() => onChoose(one)}
      />{' '}
      {text}
    </label>
  );
  return (
    <fieldset className={styles.stack}>
      <legend>{t('which')}</legend>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Enter in the field inside */}
      <div className={styles.stack} onKeyDown={onKeyDown}>
        <TextField label={t('findName')} value={typed} maxLength={100} onChange={setTyped} />
        <div>
          <Button variant="outline" onClick={find}>
            {t('find')}
          </Button>
        </div>
      </div>
      {sought === '' ? null : (
        <Answer query={found} rows={2}>
          {({ households }) =>
            households.length === 0 ? (
              <p>{t('noLike')}</p>
            ) : (
              households.map((one) =>
                choice(
                  one,
                  [one.head, one.village.name, one.listCode].filter((part) => part !== null).join(' · '),
                ),
              )
            )
          }
        </Answer>
      )}
      {exit ? <p>{t('exitOfRecord')}</p> : choice('new', t('newHousehold'))}
      {missing && chosen === null ? (
        <p className={styles.missing}>{t(exit ? 'exitMissing' : 'whichMissing')}</p>
      ) : null}
    </fieldset>
  );
}
