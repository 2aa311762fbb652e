import type { DutyBoard as Board, DutyLine } from '@benvung/contract/plan-duty';
import type { ReactNode } from 'react';
import { formatCount } from '../../../platform/formats.ts';
import { useWords } from '../../../platform/i18n.ts';
import styles from './duty.module.css';
import { dutyWords } from './duty.words.ts';
import { DutyStanding, deskOf, dueText } from './duty-standing.tsx';

interface DutyBoardProps {
  readonly board: Board;
  readonly renderDuty: (duty: DutyLine) => ReactNode;
  readonly renderActs: (duty: DutyLine) => ReactNode;
  /** Leads to the whole list of a state. */
  readonly renderMore: (state: DutyLine['state'], text: string) => ReactNode;
}

/** Where the duties stand: a column a state, each with how many there are; acts are buttons. */
export function DutyBoard({ board, renderDuty, renderActs, renderMore }: DutyBoardProps) {
  const t = useWords(dutyWords);
  return (
    <div className={styles.board}>
      {board.columns.map(({ state, total, duties }) => (
        <section key={state} className={styles.column} aria-labelledby={`column-${state}`}>
          <h2 id={`column-${state}`}>
            {t(`state.${state}`)} <span className={styles.second}>{formatCount(total)}</span>
          </h2>
          <ul>
            {duties.map((duty) => (
              <li key={duty.id} className={styles.card}>
                {renderDuty(duty)}
                <div className={styles.second}>{deskOf(duty)}</div>
                <div className={styles.cardFoot}>
                  <span>{dueText(duty)}</span> <DutyStanding duty={duty} />
                </div>
                {renderActs(duty)}
              </li>
            ))}
          </ul>
          {total > duties.length ? renderMore(state, t('more', { count: total - duties.length })) : null}
        </section>
      ))}
    </div>
  );
}
