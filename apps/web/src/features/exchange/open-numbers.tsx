import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useWords } from '../../platform/i18n.ts';
import { ProblemNotice } from '../../platform/problem-notice.tsx';
import { ModalBox } from '../../ui/modal-box.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { type OpenedNumbers, openNumbers } from './comparison.api.ts';
import { comparisonWords } from './comparison.words.ts';
import styles from './exchange.module.css';

const SHORTEST = 3;

interface OpenNumbersProps {
  readonly comparisonId: string;
  /** Numbers of the differences on this page. */
  readonly numbers: readonly number[];
  readonly onOpened: (opened: OpenedNumbers) => void;
}

/** Identity numbers stay cut short until someone says why they need them; the opening is logged. */
export function OpenNumbers({ comparisonId, numbers, onOpened }: OpenNumbersProps) {
  const t = useWords(comparisonWords);
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const open = useMutation({
    mutationFn: (said: string) => openNumbers(comparisonId, numbers, said),
    onSuccess: ({ differences }) => {
      setAsking(false);
      onOpened(new Map(differences.map(({ number, ...both }) => [number, both])));
    },
  });
  function submit(event: FormEvent) {
    event.preventDefault();
    const said = reason.trim().normalize('NFC');
    setMissing(said.length < SHORTEST);
    if (said.length >= SHORTEST) open.mutate(said);
  }
  return (
    <>
      <div className="no-print">
        <Button variant="outline" onClick={() => setAsking(true)}>
          {t('openNumbers')}
        </Button>
      </div>
      {asking ? (
        <ModalBox title={t('openNumbers')} onClose={() => setAsking(false)}>
          <form onSubmit={submit} className={styles.stack} noValidate>
            <p>{t('openNumbersLead', { count: numbers.length })}</p>
            {open.isError ? <ProblemNotice error={open.error} /> : null}
            <TextField
              label={t('openReason')}
              value={reason}
              maxLength={500}
              autoFocus
              error={missing ? t('openReasonMissing') : undefined}
              onChange={setReason}
            />
            <div className={styles.fixes}>
              <Button type="submit" loading={open.isPending}>
                {t('openNumbers')}
              </Button>
              <Button variant="outline" onClick={() => setAsking(false)}>
                {t('close')}
              </Button>
            </div>
          </form>
        </ModalBox>
      ) : null}
    </>
  );
}
