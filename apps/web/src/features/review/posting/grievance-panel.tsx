import type { GrievanceView } from '@benvung/contract/review-posting';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Answer } from '../../../platform/answer.tsx';
import { formatDay } from '../../../platform/formats.ts';
import { useWords } from '../../../platform/i18n.ts';
import { Notice } from '../../../ui/notice.tsx';
import { GrievanceActs } from './grievance-acts.tsx';
import { Due } from './grievance-list.tsx';
import { grievanceQuery } from './posting.api.ts';
import styles from './posting.module.css';
import { postingWords } from './posting.words.ts';

interface GrievancePanelProps {
  readonly id: string;
  readonly renderCase: (id: string, text: string) => ReactNode;
  readonly renderDocuments: (about: { kind: string; id: string }) => ReactNode;
}

/** One grievance: what it says, what was done, and the next step. */
export function GrievancePanel({ id, renderCase, renderDocuments }: GrievancePanelProps) {
  const t = useWords(postingWords);
  const grievance = useQuery(grievanceQuery(id));
  return (
    <Answer query={grievance} rows={8}>
      {(view) => (
        <div className={styles.stack}>
          <Facts view={view} />
          {view.complainant === null ? (
            <Notice kind="note" title={t('closedData')} />
          ) : (
            <p className={styles.about}>{view.about}</p>
          )}
          {view.household?.caseId == null ? null : <p>{renderCase(view.household.caseId, t('openCase'))}</p>}
          {view.requestCaseId === null ? null : (
            <p>
              {t('requested')} {renderCase(view.requestCaseId, t('openCase'))}
            </p>
          )}
          <Outcome view={view} />
          {view.documentId === null ? null : renderDocuments({ kind: 'grievance', id: view.id })}
          <GrievanceActs key={`${view.id} ${view.version}`} view={view} />
          <h3>{t('history')}</h3>
          <ol className={styles.events}>
            {view.events.map(({ number, act, actor, onDay }) => (
              <li key={number}>
                {t(`act.${act}` as 'act.receive')} · {formatDay(onDay)} ·{' '}
                {actor === CITIZEN ? t('citizen') : actor}
              </li>
            ))}
          </ol>
        </div>
      )}
    </Answer>
  );
}

/** Who the log names where no account acted. */
const CITIZEN = 'public';

function Facts({ view }: { readonly view: GrievanceView }) {
  const t = useWords(postingWords);
  const { household, complainant } = view;
  return (
    <dl className={styles.facts}>
      <dt>{t('village')}</dt>
      <dd>
        {view.village} · {t(`category.${view.category}`)} · {t(`channel.${view.channel}`)}
      </dd>
      <dt>{t('due')}</dt>
      <dd>
        <Due line={view} />
        <br />
        <span className={styles.second}>{t('ground', { ground: view.ground })}</span>
      </dd>
      <dt>{t('state')}</dt>
      <dd>{t(`state.${view.state}`)}</dd>
      {household === null ? null : (
        <>
          <dt>{t('household')}</dt>
          <dd>
            {household.number === null ? null : `${household.number}. `}
            {household.head}
          </dd>
        </>
      )}
      {complainant === null ? null : (
        <>
          <dt>{t('complainant')}</dt>
          <dd>{[complainant.name, complainant.phone].filter(Boolean).join(' · ') || t('nobody')}</dd>
        </>
      )}
      {view.verifier === null ? null : (
        <>
          <dt>{t('verifier')}</dt>
          <dd>{view.verifier}</dd>
        </>
      )}
    </dl>
  );
}

function Outcome({ view }: { readonly view: GrievanceView }) {
  const t = useWords(postingWords);
  if (view.outcome === null) return null;
  return (
    <div>
      <p>
        <strong>
          {t('outcome')}: {t(`outcome.${view.outcome}`)}
        </strong>
        {view.verifiedOn === null ? null : ` · ${formatDay(view.verifiedOn)}`}
      </p>
      {view.finding === null ? null : <p className={styles.about}>{view.finding}</p>}
      {view.answer === null ? null : (
        <>
          <p>
            <strong>{t('answerText')}</strong>
            {view.answeredOn === null ? null : ` · ${formatDay(view.answeredOn)}`}
          </p>
          <p className={styles.about}>{view.answer}</p>
        </>
      )}
      {view.household?.caseId == null || view.outcome === 'notHandled' ? null : (
        <p className={styles.second}>{t('postAgain')}</p>
      )}
    </div>
  );
}
