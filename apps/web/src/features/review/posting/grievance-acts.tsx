import type { GrievanceActCommand, GrievanceView } from '@benvung/contract/review-posting';
import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useWords } from '../../../platform/i18n.ts';
import { ProblemNotice } from '../../../platform/problem-notice.tsx';
import { useCommand } from '../../../platform/use-command.ts';
import { useMissing } from '../../../platform/use-missing.ts';
import { ChoiceField } from '../../../ui/choice-field.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { actOnGrievance, POSTING_KEYS } from './posting.api.ts';
import styles from './posting.module.css';
import { postingWords } from './posting.words.ts';

type Act = GrievanceActCommand['act'];
type Outcome = 'upheld' | 'partly' | 'rejected';

/** The next step with a grievance; what is typed stays when the server refuses. */
export function GrievanceActs({ view }: { readonly view: GrievanceView }) {
  const t = useWords(postingWords);
  const step = useCommand({
    send: actOnGrievance,
    changes: POSTING_KEYS,
    done: (_answer, { act }) => t(`done.${act.act}`),
  });
  const take = (act: Act) => step.mutate({ id: view.id, version: view.version, act });
  const may = (act: Act['act']) => view.acts.includes(act);
  const parts = { view, take, busy: step.isPending };
  return (
    <div className={styles.stack}>
      {step.isError ? <ProblemNotice error={step.error} /> : null}
      {may('verify') ? <Verify {...parts} /> : null}
      {may('answer') ? <WriteAnswer {...parts} /> : null}
      {may('assign') ? <Assign {...parts} /> : null}
      {may('decline') ? <Decline {...parts} /> : null}
      {may('close') ? (
        <Button loading={step.isPending} onClick={() => take({ act: 'close' })}>
          {t('finish')}
        </Button>
      ) : null}
    </div>
  );
}

interface StepProps {
  readonly view: GrievanceView;
  readonly take: (act: Act) => void;
  readonly busy: boolean;
}

function Assign({ view, take, busy }: StepProps) {
  const t = useWords(postingWords);
  const [accountId, setAccount] = useState('');
  const [name, setName] = useState('');
  const free = view.candidates.filter(({ surveyedFirst }) => !surveyedFirst);
  const first = view.candidates.filter(({ surveyedFirst }) => surveyedFirst);
  const missing = useMissing();
  const chosen = free.find((candidate) => candidate.accountId === accountId);
  const again = view.state === 'assigned';
  return (
    <Step title={t('assign')}>
      <ChoiceField
        label={t('assignTo')}
        value={accountId}
        nothing={t('choosePerson')}
        choices={free.map((candidate) => ({ value: candidate.accountId, label: candidate.name }))}
        onChange={setAccount}
      />
      {first.map(({ accountId: id, name: one }) => (
        <span key={id} className={styles.second}>
          {t('surveyedFirst', { name: one })}
        </span>
      ))}
      {chosen === undefined ? (
        <TextField
          label={t('otherPerson')}
          value={name}
          maxLength={120}
          error={missing.at(name, t('otherPerson')) && t('verifierMissing')}
          onChange={setName}
        />
      ) : null}
      <Button
        variant={again ? 'outline' : 'filled'}
        loading={busy}
        onClick={() =>
          missing.allTold(chosen?.name ?? name) &&
          take({
            act: 'assign',
            verifier: { name: chosen?.name ?? name, accountId: chosen?.accountId ?? null },
          })
        }
      >
        {t('assign')}
      </Button>
    </Step>
  );
}

function Verify({ view, take, busy }: StepProps) {
  const t = useWords(postingWords);
  const [finding, setFinding] = useState('');
  const [outcome, setOutcome] = useState<Outcome | ''>('');
  const missing = useMissing();
  const title = view.category === 'process' ? t('verifyProcess') : t('verify');
  return (
    <Step title={title}>
      <Words
        label={t('finding')}
        value={finding}
        error={missing.at(finding, t('finding'))}
        onChange={setFinding}
      />
      <ChoiceField
        label={t('outcome')}
        value={outcome}
        nothing="…"
        choices={(['upheld', 'partly', 'rejected'] as const).map((value) => ({
          value,
          label: t(`outcome.${value}`),
        }))}
        onChange={setOutcome}
        error={missing.at(outcome, t('outcome'))}
      />
      <Button
        loading={busy}
        onClick={() => {
          if (missing.allTold(finding, outcome) && outcome !== '') take({ act: 'verify', finding, outcome });
        }}
      >
        {title}
      </Button>
    </Step>
  );
}

function WriteAnswer({ take, busy }: StepProps) {
  const t = useWords(postingWords);
  const [answer, setAnswer] = useState('');
  const missing = useMissing();
  return (
    <Step title={t('answer')}>
      <Words
        label={t('answerText')}
        value={answer}
        error={missing.at(answer, t('answerText'))}
        onChange={setAnswer}
      />
      <Button loading={busy} onClick={() => missing.allTold(answer) && take({ act: 'answer', answer })}>
        {t('sendAnswer')}
      </Button>
    </Step>
  );
}

function Decline({ take, busy }: StepProps) {
  const t = useWords(postingWords);
  const [reason, setReason] = useState('');
  const missing = useMissing();
  return (
    <details>
      <summary>{t('decline')}</summary>
      <div className={styles.stack}>
        <Words
          label={t('declineReason')}
          value={reason}
          error={missing.at(reason, t('declineReason'))}
          onChange={setReason}
        />
        <Button
          variant="outline"
          loading={busy}
          onClick={() => missing.allTold(reason) && take({ act: 'decline', reason })}
        >
          {t('decline')}
        </Button>
      </div>
    </details>
  );
}

const Step = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <fieldset className={styles.stack}>
    <legend>{title}</legend>
    {children}
  </fieldset>
);

const Words = ({
  label,
  value,
  error,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (value: string) => void;
}) => (
  <label className={styles.label}>
    {label}
    <textarea
      className={styles.area}
      rows={4}
      maxLength={4000}
      value={value}
      aria-invalid={error === undefined ? undefined : true}
      onChange={(event) => onChange(event.target.value)}
    />
    {error === undefined ? null : <span className={styles.missing}>{error}</span>}
  </label>
);
