import { PLAN_PAPERS, type PlanView } from '@benvung/contract/plan-structure';
import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useWords } from '../../../platform/i18n.ts';
import { ProblemNotice } from '../../../platform/problem-notice.tsx';
import { useCommand } from '../../../platform/use-command.ts';
import { useMissing } from '../../../platform/use-missing.ts';
import { ChoiceField } from '../../../ui/choice-field.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { HouseholdsChoice, SigningFields } from './plan-acts.tsx';
import { makePaper, type Signing } from './plan-structure.api.ts';
import styles from './plan-structure.module.css';
import { planStructureWords } from './plan-structure.words.ts';
import type { PlanSaving } from './use-plan-saving.ts';

interface PlanPapersProps {
  readonly plan: PlanView;
  readonly flush: PlanSaving['flush'];
  readonly documentLink: (id: string) => ReactNode;
}

type Kind = (typeof PLAN_PAPERS)[number];
const KINDS = {
  plan: 'paperPlan',
  targets: 'paperTargets',
  assignment: 'paperAssignment',
  dutyList: 'paperDutyList',
} as const satisfies Record<Kind, string>;

/** Drafts documents from the plan: the plan itself, the targets handed down, the assignment of duties, one agency's duties. */
export function PlanPapers({ plan, flush, documentLink }: PlanPapersProps) {
  const t = useWords(planStructureWords);
  const owners = [...new Set(plan.content.duties.map(({ owner }) => owner))].filter((owner) => owner !== '');
  const [kind, setKind] = useState<Kind>('plan');
  const [owner, setOwner] = useState(owners[0] ?? '');
  const [signing, setSigning] = useState<Signing>({ name: '', position: 'Chủ tịch' });
  const [withHouseholds, setWithHouseholds] = useState(false);
  const missing = useMissing();
  const make = useCommand({
    send: (asked: Omit<Parameters<typeof makePaper>[0], 'id'>, commandId) =>
      makePaper({ id: plan.id, ...asked }, commandId),
    changes: [['documents']],
  });
  const draft = async () => {
    const version = await flush();
    // What could not be sent says so itself.
    if (version === null) return;
    make.mutate({ version, kind, signing, withHouseholds, ...(kind === 'dutyList' ? { owner } : {}) });
  };
  return (
    <form
      className={styles.stack}
      onSubmit={(event) => {
        event.preventDefault();
        if (missing.allTold(signing.name, signing.position)) void draft();
      }}
    >
      <p>{t('papersLead')}</p>
      <div className={styles.fields}>
        <ChoiceField
          label={t('papers')}
          value={kind}
          choices={PLAN_PAPERS.filter(
            (one) =>
              one === 'plan' || (one === 'targets' ? plan.targetAnnexes.length > 0 : owners.length > 0),
          ).map((value) => ({ value, label: t(KINDS[value]) }))}
          onChange={(next) => setKind(next === '' ? 'plan' : next)}
        />
        {kind === 'dutyList' ? (
          <ChoiceField
            label={t('forWhom')}
            value={owner}
            choices={owners.map((value) => ({ value, label: value }))}
            onChange={setOwner}
          />
        ) : null}
        <SigningFields signing={signing} missing={missing} onChange={setSigning} />
        {kind === 'plan' && plan.unit.level === 'commune' ? (
          <HouseholdsChoice value={withHouseholds} onChange={setWithHouseholds} />
        ) : null}
      </div>
      {make.isError ? <ProblemNotice error={make.error} /> : null}
      {make.data === undefined ? null : <Notice kind="done" title={documentLink(make.data.documentId)} />}
      <div>
        <Button type="submit" variant="outline" loading={make.isPending}>
          {t('makePaper')}
        </Button>
      </div>
    </form>
  );
}
