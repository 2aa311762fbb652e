import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { Answer } from '../../platform/answer.tsx';
import { GridExport } from '../../platform/export/table-export.tsx';
import { formatCount } from '../../platform/formats.ts';
import { useWords } from '../../platform/i18n.ts';
import { Grid } from '../../ui/grid/grid.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ledgerQuery } from './desk.api.ts';
import styles from './desk.module.css';
import { deskWords } from './desk.words.ts';
import { buildLedgerModel, explainLedger, type LedgerClass, type LedgerMeasure } from './ledger-model.ts';

interface LedgerDeskProps {
  readonly unit: number;
  readonly year: number;
  readonly hrefOf: (of: LedgerClass, measure: LedgerMeasure) => (unit: number, column: string) => string;
  readonly onOpen: (href: string) => void;
}

/** Opening − out + in − not reviewed = closing, line by line; every number opens, what does not balance is explained. */
export function LedgerDesk({ unit, year, hrefOf, onOpen }: LedgerDeskProps) {
  const t = useWords(deskWords);
  const ledger = useQuery(ledgerQuery(unit, year));
  const [of, setOf] = useState<LedgerClass>('POOR');
  const [measure, setMeasure] = useState<LedgerMeasure>('households');
  const model = useMemo(
    () =>
      ledger.data === undefined
        ? null
        : buildLedgerModel(ledger.data, { class: of, measure }, { href: hrefOf(of, measure), t }),
    [ledger.data, of, measure, hrefOf, t],
  );
  return (
    <>
      <p>{t('ledgerLead')}</p>
      <div className={`${styles.line} no-print`}>
        <label className={styles.line}>
          {t('whichClass')}
          <select value={of} onChange={(event) => setOf(event.target.value as LedgerClass)}>
            <option value="POOR">{t('POOR')}</option>
            <option value="NEAR_POOR">{t('NEAR_POOR')}</option>
          </select>
        </label>
        <label className={styles.line}>
          {t('whichUnit')}
          <select value={measure} onChange={(event) => setMeasure(event.target.value as LedgerMeasure)}>
            <option value="households">{t('measureHouseholds')}</option>
            <option value="persons">{t('measurePersons')}</option>
          </select>
        </label>
      </div>
      <Answer query={ledger} rows={10}>
        {(data) => {
          if (data.lines.length === 0) return <Notice kind="empty" title={t('ledgerEmpty', { year })} />;
          const { unbalanced, openings } = explainLedger(data, { class: of, measure }, t);
          return (
            <>
              {unbalanced.length === 0 ? (
                <Notice kind="done" title={t('allBalanced')} />
              ) : (
                <Told
                  kind="error"
                  title={t('someUnbalanced', { count: formatCount(unbalanced.length) })}
                  lines={unbalanced}
                />
              )}
              {openings.length === 0 ? null : (
                <Told
                  kind="warning"
                  title={t('openingsDiffer', { count: formatCount(openings.length) })}
                  lines={openings}
                />
              )}
              {model === null ? null : (
                <>
                  <Grid model={model} onOpen={onOpen} />
                  <GridExport
                    model={model}
                    title={model.caption}
                    place={data.unit.name}
                    facts={[t(of), t(measure === 'households' ? 'measureHouseholds' : 'measurePersons')]}
                  />
                </>
              )}
            </>
          );
        }}
      </Answer>
    </>
  );
}

const MOST_LINES = 20;

interface ToldProps {
  readonly kind: 'error' | 'warning';
  readonly title: string;
  readonly lines: readonly { readonly key: string; readonly text: string }[];
}

function Told({ kind, title, lines }: ToldProps) {
  return (
    <Notice kind={kind} title={title}>
      <ul>
        {lines.slice(0, MOST_LINES).map(({ key, text }) => (
          <li key={key}>{text}</li>
        ))}
      </ul>
    </Notice>
  );
}
