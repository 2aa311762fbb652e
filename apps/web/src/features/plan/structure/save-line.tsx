import type { PlanView } from '@benvung/contract/plan-structure';
import type { PlanClash } from '@benvung/domain/plan/structure/merge-plans';
import { Button } from '@mantine/core';
import { formatInstant } from '../../../platform/formats.ts';
import { useWords } from '../../../platform/i18n.ts';
import { ProblemNotice } from '../../../platform/problem-notice.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { isVersionConflict } from './plan-structure.api.ts';
import styles from './plan-structure.module.css';
import { planStructureWords } from './plan-structure.words.ts';
import { rowSummary } from './row-parts.ts';
import type { PlanSaving } from './use-plan-saving.ts';

interface SaveLineProps {
  readonly saving: PlanSaving;
  readonly plan: PlanView;
}

/** Whether what is typed is kept, what of an earlier visit waits, and where another person wrote as well. */
export function SaveLine({ saving, plan }: SaveLineProps) {
  const t = useWords(planStructureWords);
  const { kept, clashes, joined, state } = saving;
  return (
    <>
      {kept === null ? null : (
        <Notice
          kind="note"
          title={t('keptTyped', { time: formatInstant(kept.at) })}
          actions={
            <>
              <Button variant="outline" onClick={kept.use}>
                {t('useKept')}
              </Button>
              <Button variant="outline" onClick={kept.drop}>
                {t('dropKept')}
              </Button>
            </>
          }
        />
      )}
      {clashes.length > 0 ? <Clashes saving={saving} plan={plan} /> : null}
      {clashes.length === 0 && joined !== null ? (
        <div role="status">
          <Notice kind="note" title={t('joined', { who: joined })} />
        </div>
      ) : null}
      <div className={styles.line}>
        {saving.undo === null ? null : (
          <Button variant="outline" onClick={saving.undo}>
            {t('undo')}
          </Button>
        )}
        <span role="status">
          {state === 'waiting' || state === 'saving'
            ? t('saving')
            : state === 'saved' && saving.savedAt !== null
              ? t('savedAt', { time: saving.savedAt })
              : null}
        </span>
      </div>
      {state === 'failed' && !(isVersionConflict(saving.error) && joined !== null) ? (
        <>
          <p className={styles.fault}>{t('notSaved')}</p>
          <ProblemNotice error={saving.error} onRetry={() => void saving.flush()} />
        </>
      ) : null}
    </>
  );
}

function Clashes({ saving: { clashes, joined, settle, content }, plan }: SaveLineProps) {
  const t = useWords(planStructureWords);
  const says = (clash: PlanClash, whose: 'mine' | 'theirs') => {
    if (clash.part === 'subject') return clash[whose];
    const row = clash[whose];
    return row === null ? t('rowGone') : sayRow(clash.part, row);
  };
  const sayRow = (part: Exclude<PlanClash['part'], 'subject'>, row: object) =>
    part === 'nodes'
      ? Object.values(row)
          .filter((value) => typeof value === 'string')
          .slice(2)
          .join(' · ')
      : rowSummary(part, row as never, content, plan.yearFrom);
  return (
    <Notice kind="warning" title={t('clashTitle', { who: joined ?? '' })}>
      <ul className={styles.rows}>
        {clashes.map((clash) => (
          <li key={`${clash.part} ${clash.part === 'subject' ? '' : clash.id}`} className={styles.row}>
            <strong>{t(clash.part)}</strong>
            {(['mine', 'theirs'] as const).map((whose) => (
              <p key={whose}>
                {t(whose === 'mine' ? 'mineSays' : 'theirsSays')}: {says(clash, whose)}
              </p>
            ))}
            <div className={styles.line}>
              <Button variant="outline" onClick={() => settle(clash, 'mine')}>
                {t('keepMine')}
              </Button>
              <Button variant="outline" onClick={() => settle(clash, 'theirs')}>
                {t('takeTheirs')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
