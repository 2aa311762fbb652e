import { faultSentence } from '@benvung/domain/plan/target/fault-sentence';
import { actsNow, type TargetAct } from '@benvung/domain/plan/target/negotiate-target';
import { printRate } from '@benvung/domain/plan/target/rate';
import { plannedRate } from '@benvung/domain/plan/target/target';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Answer } from '../../../platform/answer.tsx';
import { formatCount, formatInstant } from '../../../platform/formats.ts';
import { getLanguage, useWords } from '../../../platform/i18n.ts';
import { SidePanel } from '../../../ui/side-panel.tsx';
import { assignedNow, type Branch, faultsOf } from './cascade-model.ts';
import { stateText } from './cascade-rows.ts';
import { historyQuery } from './target.api.ts';
import styles from './target.module.css';
import { targetWords } from './target.words.ts';
import { TargetActs } from './target-acts.tsx';

interface TargetPanelProps {
  readonly branch: Branch;
  readonly branches: readonly Branch[];
  readonly year: number;
  readonly onClose: () => void;
  readonly renderUnit: (unit: { id: number; name: string }, label: string) => ReactNode;
}

/** One unit's target: what it says, what does not fit, what may be done now, and how it came about. */
export function TargetPanel({ branch, branches, year, onClose, renderUnit }: TargetPanelProps) {
  const t = useWords(targetWords);
  const { row, indicator, line, typed } = branch;
  const faults = faultsOf(branch, branches);
  const rate = line === null ? null : plannedRate(line);
  const acts: readonly TargetAct[] =
    row.side === null || row.state === null || typed !== undefined
      ? []
      : actsNow({ state: row.state, told: line !== null }, row.side);
  return (
    <SidePanel title={row.unit.name} closeLabel={t('close')} onClose={onClose} contentKey={branch.key}>
      <div className={styles.section}>
        <p>
          {indicator.name[getLanguage()]}:{' '}
          {assignedNow(branch) === null ? '' : formatCount(assignedNow(branch) ?? 0)}
          {rate === null ? '' : ` · ${t('rate')} ${printRate(rate)}`} · {stateText(t, branch)}
        </p>
        {row.asked === null ? null : <p>{row.asked.reason}</p>}
        {faults.length === 0 ? null : (
          <section aria-label={t('faults')}>
            <h3>{t('faults')}</h3>
            <ul>
              {faults.map((fault) => (
                <li key={`${fault.kind}${JSON.stringify(fault)}`}>{faultSentence(fault, getLanguage())}</li>
              ))}
            </ul>
          </section>
        )}
        {row.side === null ? <p>{t('readOnly')}</p> : <TargetActs {...{ branch, acts, year }} />}
        {row.hasChildren ? renderUnit(row.unit, t('openUnit')) : null}
        <History unit={row.unit.id} year={year} indicator={row.indicator} />
      </div>
    </SidePanel>
  );
}

export function History(asked: { readonly unit: number; readonly year: number; readonly indicator: string }) {
  const t = useWords(targetWords);
  const history = useQuery(historyQuery(asked));
  return (
    <section aria-label={t('history')}>
      <h3>{t('history')}</h3>
      <Answer query={history} rows={3}>
        {({ events }) =>
          events.length === 0 ? (
            <p>{t('noHistory')}</p>
          ) : (
            <ol className={styles.events}>
              {events.map((event) => (
                <li key={`${event.at}${event.act}${event.state}`}>
                  <strong>{t(event.act)}</strong> · {event.actor} ({t(event.side)}) ·{' '}
                  {formatInstant(event.at)}
                  <br />
                  {event.asked !== null
                    ? t('eventAsked', { count: formatCount(event.asked) })
                    : t('eventFigure', {
                        assigned: event.assigned === null ? '–' : formatCount(event.assigned),
                        rate: event.plannedRate === null ? '–' : printRate(event.plannedRate),
                      })}
                  {event.reason === null ? '' : `. ${event.reason}`}
                </li>
              ))}
            </ol>
          )
        }
      </Answer>
    </section>
  );
}
