import type { PlanView } from '@benvung/contract/plan-structure';
import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import { DayField } from '../../../platform/day-field.tsx';
import { useWords } from '../../../platform/i18n.ts';
import { ProblemNotice } from '../../../platform/problem-notice.tsx';
import { useCommand } from '../../../platform/use-command.ts';
import { useMissing } from '../../../platform/use-missing.ts';
import { FormFoot } from '../../../ui/form-foot.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { issuePlan, type Signing, type SimpleAct, stepPlan } from './plan-structure.api.ts';
import styles from './plan-structure.module.css';
import { planStructureWords } from './plan-structure.words.ts';
import type { PlanSaving } from './use-plan-saving.ts';

interface PlanActsProps {
  readonly plan: PlanView;
  readonly today: string;
  readonly flush: PlanSaving['flush'];
  readonly onGone: () => void;
}

const NEEDS_REASON: readonly string[] = ['return', 'amend', 'discard'];

/** What may be done with the plan now; what is typed is sent first. */
export function PlanActs({ plan, today, flush, onGone }: PlanActsProps) {
  const t = useWords(planStructureWords);
  const [asking, setAsking] = useState<SimpleAct | 'issue' | null>(null);
  const [reason, setReason] = useState('');
  const missing = useMissing();
  const errors = plan.faults.filter(({ severity }) => severity === 'error').length;
  const warnings = plan.faults.length - errors;
  const step = useCommand({
    send: (asked: { act: SimpleAct; version: number; reason: string | undefined }, commandId) =>
      stepPlan({ id: plan.id, ...asked }, commandId),
    changes: [['plans']],
    done: (_, { act }) => t('done', { act: t(act).toLocaleLowerCase('vi') }),
    onDone: (view) => {
      setAsking(null);
      setReason('');
      if (view === null) onGone();
    },
  });
  const acts = plan.acts.filter((act) => act !== 'save');
  const sending = useRef(false);
  const take = async (act: SimpleAct) => {
    if (sending.current || step.isPending) return;
    sending.current = true;
    const version = await flush();
    sending.current = false;
    // What could not be sent says so itself.
    if (version === null) return;
    step.mutate({ act, version, reason: NEEDS_REASON.includes(act) ? reason : undefined });
  };
  const press = (act: SimpleAct | 'issue') => {
    if (act === 'issue' || NEEDS_REASON.includes(act)) setAsking(act);
    else void take(act);
  };
  return (
    <section aria-label={t('state')} className={styles.stack}>
      <div className={styles.line}>
        <strong>{t(plan.state)}</strong>
        <span>{t('version', { number: plan.number })}</span>
        <span role="status">
          {plan.faults.length === 0 ? t('noFaults') : t('faults', { errors, warnings })}
        </span>
        {acts.map((act) =>
          act === 'submit' && errors > 0 ? (
            <span key={act}>{t('submitFirst', { errors })}</span>
          ) : (
            <Button
              key={act}
              variant={act === 'submit' || act === 'approve' || act === 'issue' ? 'filled' : 'outline'}
              loading={step.isPending && step.variables.act === act}
              onClick={() => press(act as SimpleAct | 'issue')}
            >
              {t(act as SimpleAct | 'issue')}
            </Button>
          ),
        )}
      </div>
      {step.isError ? <ProblemNotice error={step.error} /> : null}
      {asking === 'issue' ? <IssueForm plan={plan} today={today} onClose={() => setAsking(null)} /> : null}
      {asking !== null && asking !== 'issue' ? (
        <form
          className={styles.row}
          onSubmit={(event) => {
            event.preventDefault();
            if (missing.allTold(reason)) void take(asking);
          }}
        >
          <TextField
            label={t('reason')}
            value={reason}
            maxLength={2_000}
            error={missing.at(reason, t('reason'))}
            onChange={setReason}
            autoFocus
          />
          <FormFoot
            className={styles.line}
            act={t(asking)}
            busy={step.isPending}
            close={t('close')}
            onClose={() => setAsking(null)}
          />
        </form>
      ) : null}
    </section>
  );
}

interface IssueFormProps {
  readonly plan: PlanView;
  readonly today: string;
  readonly onClose: () => void;
}

function IssueForm({ plan, today, onClose }: IssueFormProps) {
  const t = useWords(planStructureWords);
  const [signing, setSigning] = useState<Signing>({ name: '', position: 'Chủ tịch' });
  const [day, setDay] = useState<string | null>(today);
  const [withHouseholds, setWithHouseholds] = useState(plan.unit.level === 'commune');
  const missing = useMissing();
  const issue = useCommand({
    send: (asked: { signing: Signing; day: string; withHouseholds: boolean }, commandId) =>
      issuePlan({ id: plan.id, version: plan.version, ...asked }, commandId),
    changes: [['plans'], ['documents']],
    done: () => t('done', { act: t('issue').toLocaleLowerCase('vi') }),
    onDone: onClose,
  });
  return (
    <form
      className={styles.row}
      onSubmit={(event) => {
        event.preventDefault();
        if (missing.allTold(signing.name, signing.position, day) && day !== null)
          issue.mutate({ signing, day, withHouseholds });
      }}
    >
      <p>{t('issueLead')}</p>
      <div className={styles.fields}>
        <SigningFields signing={signing} missing={missing} onChange={setSigning} />
        <DayField
          label={t('issueDay')}
          value={day}
          today={today}
          error={missing.at(day, t('issueDay'))}
          onChange={setDay}
        />
        {plan.unit.level === 'commune' ? (
          <HouseholdsChoice value={withHouseholds} onChange={setWithHouseholds} />
        ) : null}
      </div>
      {issue.isError ? <ProblemNotice error={issue.error} /> : null}
      <FormFoot
        className={styles.line}
        act={t('issue')}
        busy={issue.isPending}
        close={t('close')}
        onClose={onClose}
      />
    </form>
  );
}

interface SigningFieldsProps {
  readonly signing: Signing;
  readonly missing: ReturnType<typeof useMissing>;
  readonly onChange: (signing: Signing) => void;
}

export function SigningFields({ signing, missing, onChange }: SigningFieldsProps) {
  const t = useWords(planStructureWords);
  return (
    <>
      <TextField
        label={t('signName')}
        value={signing.name}
        maxLength={200}
        error={missing.at(signing.name, t('signName'))}
        onChange={(name) => onChange({ ...signing, name })}
      />
      <TextField
        label={t('signPosition')}
        value={signing.position}
        maxLength={200}
        error={missing.at(signing.position, t('signPosition'))}
        onChange={(position) => onChange({ ...signing, position })}
      />
    </>
  );
}

interface HouseholdsChoiceProps {
  readonly value: boolean;
  readonly onChange: (value: boolean) => void;
}

export function HouseholdsChoice({ value, onChange }: HouseholdsChoiceProps) {
  const t = useWords(planStructureWords);
  return (
    <label className={`${styles.check} ${styles.wide}`}>
      <input type="checkbox" checked={value} onChange={(event) => onChange(event.target.checked)} />
      {t('withHouseholds')}
    </label>
  );
}
