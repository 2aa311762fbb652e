import type { TargetCascade, TargetRow } from '@benvung/contract/plan-target';
import { actsNow } from '@benvung/domain/plan/target/negotiate-target';
import { printRate } from '@benvung/domain/plan/target/rate';
import { assignedOf, plannedRate } from '@benvung/domain/plan/target/target';
import { Button } from '@mantine/core';
import { formatCount } from '../../../platform/formats.ts';
import { getLanguage, useWords } from '../../../platform/i18n.ts';
import { ProblemNotice } from '../../../platform/problem-notice.tsx';
import { useCommand } from '../../../platform/use-command.ts';
import { Notice } from '../../../ui/notice.tsx';
import { stateText } from './cascade-rows.ts';
import { actOnTargets, TARGET_KEYS } from './target.api.ts';
import styles from './target.module.css';
import { targetWords } from './target.words.ts';
import { TargetActs } from './target-acts.tsx';

/** What still waits for a word: the unit's own targets to answer, and those below that ask or have agreed. */
export function NegotiationDesk({ cascade }: { readonly cascade: TargetCascade }) {
  const t = useWords(targetWords);
  const { unit, year, rows } = cascade;
  const own = rows.filter(
    (row) => row.unit.id === unit.id && row.side === 'receiver' && row.line !== null && row.state !== 'fixed',
  );
  const below = rows
    .filter((row) => row.unit.id !== unit.id && row.state !== null && row.state !== 'fixed')
    .sort((a, b) => WAITING.indexOf(a.state ?? 'draft') - WAITING.indexOf(b.state ?? 'draft'));
  return (
    <>
      {own.length === 0 ? null : (
        <section className={styles.section} aria-label={t('ownTarget', { unit: unit.name })}>
          <h2>{t('ownTarget', { unit: unit.name })}</h2>
          <Rows rows={own} cascade={cascade} />
        </section>
      )}
      {unit.level === 'village' ? null : <p>{t('negotiationLead')}</p>}
      {unit.level === 'village' && own.length > 0 ? null : below.length === 0 ? (
        <Notice kind="empty" title={t('negotiationEmpty', { unit: unit.name })} />
      ) : (
        <>
          <FixAgreed
            rows={below.filter((row) => row.state === 'agreed' && row.side === 'giver')}
            year={year}
          />
          <Rows rows={below} cascade={cascade} />
        </>
      )}
    </>
  );
}

/** Who asks first, then who has to answer, then what waits for the giver. */
const WAITING = ['asked', 'proposed', 'agreed', 'draft', 'fixed'];

interface RowsProps {
  readonly rows: readonly TargetRow[];
  readonly cascade: TargetCascade;
}

function Rows({ rows, cascade }: RowsProps) {
  const t = useWords(targetWords);
  return (
    <ul className={styles.list}>
      {rows.map((row) => {
        const indicator = cascade.indicators.find(({ code }) => code === row.indicator);
        if (indicator === undefined || row.line === null) return null;
        const assigned = assignedOf(indicator.kind, row.line);
        const rate = plannedRate(row.line);
        const acts =
          row.side === null || row.state === null ? [] : actsNow({ state: row.state, told: true }, row.side);
        return (
          <li key={`${row.unit.id}${row.indicator}`} className={styles.item}>
            <h3>
              {row.unit.name} · {indicator.name[getLanguage()]}
            </h3>
            <p>
              {indicator.kind === 'stock' ? t('reduce') : t('assigned')}:{' '}
              {assigned === null ? '–' : formatCount(assigned)} · {t('rate')}:{' '}
              {rate === null ? '–' : printRate(rate)} ·{' '}
              <strong>{stateText(t, { row, typed: undefined })}</strong>
            </p>
            {row.asked === null ? null : <p>{row.asked.reason}</p>}
            <TargetActs
              key={row.version}
              branch={{ row, indicator, line: row.line }}
              acts={acts.filter((act) => act !== 'lock' && act !== 'unlock')}
              year={cascade.year}
            />
          </li>
        );
      })}
    </ul>
  );
}

function FixAgreed({ rows, year }: { readonly rows: readonly TargetRow[]; readonly year: number }) {
  const t = useWords(targetWords);
  const fixing = useCommand({
    send: actOnTargets,
    changes: TARGET_KEYS,
    done: () => t('actDone', { act: t('fix') }),
  });
  if (rows.length === 0) return null;
  return (
    <div className={`${styles.bar} no-print`}>
      <Button
        loading={fixing.isPending}
        onClick={() =>
          fixing.mutate({
            year,
            act: 'fix',
            targets: rows.map(({ unit, indicator, version }) => ({ unitId: unit.id, indicator, version })),
          })
        }
      >
        {t('fixAll', { count: formatCount(rows.length) })}
      </Button>
      {fixing.isError ? <ProblemNotice error={fixing.error} /> : null}
    </div>
  );
}
