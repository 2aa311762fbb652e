import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { dutyQuery } from '../../features/plan/duty/duty.api.ts';
import styles from '../../features/plan/duty/duty.module.css';
import { dutyWords } from '../../features/plan/duty/duty.words.ts';
import { DutyActs } from '../../features/plan/duty/duty-acts.tsx';
import { DutyFacts, DutyFiles, DutyHistory } from '../../features/plan/duty/duty-details.tsx';
import { EditDuty } from '../../features/plan/duty/edit-form.tsx';
import { Answer } from '../../platform/answer.tsx';
import { useWords } from '../../platform/i18n.ts';
import { PageHeading } from '../../platform/page-heading.tsx';
import { Block } from '../../ui/block.tsx';
import { useSession } from '../session-context.ts';

/** One duty: what it asks, where it stands, its evidence, its history, and the next step. */
export function DutyPage() {
  const t = useWords(dutyWords);
  const { id } = useParams({ from: '/viec-giao/$id' });
  const { today } = useSession();
  const duty = useQuery(dutyQuery(id));
  return (
    <>
      <p className="no-print">
        <Link to="/viec-giao">{`‹ ${t('backToList')}`}</Link>
      </p>
      <Answer query={duty} rows={8}>
        {(view) => (
          <>
            <PageHeading title={t('dutyPage')}>{view.duty.task}</PageHeading>
            <DutyFacts
              view={view}
              renderPlan={({ id: plan }, text) => (
                <Link to="/ke-hoach/$id" params={{ id: plan }}>
                  {text}
                </Link>
              )}
            />
            <div className="no-print">
              <Block title={t('acts')}>
                {view.duty.acts.length === 0 ? (
                  <p className={styles.second}>{t('noActs')}</p>
                ) : (
                  <DutyActs duty={view.duty} today={today} />
                )}
                <EditDuty view={view} />
              </Block>
            </div>
            <DutyFiles view={view} />
            <DutyHistory view={view} />
          </>
        )}
      </Answer>
    </>
  );
}
