import type { DutyDesks } from '@benvung/contract/plan-duty';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useLanguage, useWords } from '../../../platform/i18n.ts';
import { ProblemNotice } from '../../../platform/problem-notice.tsx';
import { useCommand } from '../../../platform/use-command.ts';
import { Block } from '../../../ui/block.tsx';
import { ChoiceField } from '../../../ui/choice-field.tsx';
import { assignReports, type ReportsToAssign } from './duty.api.ts';
import styles from './duty.module.css';
import { dutyWords } from './duty.words.ts';

interface ReportFormProps {
  readonly desks: DutyDesks;
  readonly year: number;
}

/** Makes the recurring reports of a year at once, by the kinds that law and plans know. */
export function ReportForm({ desks, year }: ReportFormProps) {
  const t = useWords(dutyWords);
  const language = useLanguage();
  const [kinds, setKinds] = useState<ReadonlySet<string>>(new Set());
  const [who, setWho] = useState<ReportsToAssign['desks']>('own');
  const [pressed, setPressed] = useState(false);
  const command = useCommand({
    send: assignReports,
    changes: [['duties'], ['home']],
    done: ({ made, existing, past }) =>
      past === 0 ? t('reportsMade', { made, existing }) : t('reportsPast', { made, existing, past }),
  });
  const toggle = (code: string) => {
    const next = new Set(kinds);
    if (!next.delete(code)) next.add(code);
    setKinds(next);
  };
  return (
    <Block title={t('reports')} screenOnly>
      <div className={styles.stack}>
        <p className={styles.second}>{t('reportsLead')}</p>
        <fieldset className={styles.group}>
          <legend>{t('reportKinds')}</legend>
          {desks.reportKinds.map(({ code, title, source, confidence }) => (
            <label key={code}>
              <input type="checkbox" checked={kinds.has(code)} onChange={() => toggle(code)} />{' '}
              {title[language]}{' '}
              <span className={styles.second}>
                {t('reportSource', { source, confidence: t(`confidence.${confidence}`) })}
              </span>
            </label>
          ))}
        </fieldset>
        {pressed && kinds.size === 0 ? <p className={styles.wrong}>{t('kindMissing')}</p> : null}
        <ChoiceField
          label={t('reportDesks')}
          value={who}
          choices={(['own', 'below', 'agencies'] as const).map((value) => ({
            value,
            label: t(`desks.${value}`),
          }))}
          onChange={(value) => value !== '' && setWho(value)}
        />
        {command.isError ? <ProblemNotice error={command.error} /> : null}
        <Button
          variant="outline"
          loading={command.isPending}
          onClick={() => {
            setPressed(true);
            if (kinds.size > 0) command.mutate({ unit: desks.unit.id, year, kinds: [...kinds], desks: who });
          }}
        >
          {t('makeReports', { year })}
        </Button>
      </div>
    </Block>
  );
}
