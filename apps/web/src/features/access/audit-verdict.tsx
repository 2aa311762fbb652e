import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { formatCount, formatInstant } from '../../platform/formats.ts';
import { useWords } from '../../platform/i18n.ts';
import { ProblemNotice } from '../../platform/problem-notice.tsx';
import { Notice } from '../../ui/notice.tsx';
import { verifyTrail } from './audit.api.ts';
import styles from './audit.module.css';
import { auditWords } from './audit.words.ts';
import { AuditTable, type RenderSubject } from './audit-table.tsx';

/** Reads the chains from their beginning, when asked, and says where the first break is. */
export function AuditVerdict({ renderSubject }: { readonly renderSubject: RenderSubject }) {
  const t = useWords(auditWords);
  const verify = useMutation({ mutationFn: verifyTrail });
  const verdict = verify.data;
  return (
    <div className={`${styles.verdict} no-print`}>
      <div>
        <Button variant="outline" aria-busy={verify.isPending} onClick={() => verify.mutate()}>
          {t(verify.isPending ? 'verifying' : 'verify')}
        </Button>
      </div>
      {verify.isError ? <ProblemNotice error={verify.error} /> : null}
      <div role="status">
        {verdict === undefined ? null : (
          <Notice
            kind={verdict.ok ? 'done' : 'error'}
            title={
              verdict.ok
                ? t('whole', {
                    entries: formatCount(verdict.entries),
                    lanes: verdict.lanes,
                    time: formatInstant(verdict.checkedAt),
                  })
                : t('broken', {
                    count: formatCount(verdict.problems.length),
                    entries: formatCount(verdict.entries),
                    time: formatInstant(verdict.checkedAt),
                  })
            }
          >
            {verdict.problems.map(({ lane, sequence, kind, text }) => (
              <p key={`${lane}-${sequence}-${kind}`}>{t('place', { lane, sequence, text })}</p>
            ))}
            {verdict.ok ? null : <p>{t('whatToDo')}</p>}
          </Notice>
        )}
      </div>
      {verdict?.first ? (
        <>
          <p>{t('firstBroken')}</p>
          <AuditTable entries={[verdict.first]} renderSubject={renderSubject} />
        </>
      ) : null}
    </div>
  );
}
