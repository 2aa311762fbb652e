import type { DutyDesks, DutyView } from '@benvung/contract/plan-duty';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Answer } from '../../../platform/answer.tsx';
import { useWords } from '../../../platform/i18n.ts';
import { ProblemNotice } from '../../../platform/problem-notice.tsx';
import { useCommand } from '../../../platform/use-command.ts';
import { FormFoot } from '../../../ui/form-foot.tsx';
import { ModalBox } from '../../../ui/modal-box.tsx';
import { DeskChoice, type DeskTarget } from './assign-form.tsx';
import { dutyDesksQuery, editDuty } from './duty.api.ts';
import styles from './duty.module.css';
import { dutyWords } from './duty.words.ts';
import { deskOf } from './duty-standing.tsx';
import { DutyTexts, toldOf } from './duty-texts.tsx';
import { LongText } from './long-text.tsx';

/** The way for its giver to change a duty: a button that opens the form. */
export function EditDuty({ view }: { readonly view: DutyView }) {
  const t = useWords(dutyWords);
  const [open, setOpen] = useState(false);
  const giver = view.duty.giver?.id;
  const desks = useQuery({ ...dutyDesksQuery(giver ?? 0), enabled: open && giver !== undefined });
  if (!view.mayEdit || giver === undefined) return null;
  return (
    <div className="no-print">
      <Button variant="outline" onClick={() => setOpen(true)}>
        {t('edit')}
      </Button>
      {open ? (
        <ModalBox title={t('edit')} onClose={() => setOpen(false)}>
          <Answer query={desks}>
            {(data) => <EditForm view={view} desks={data} onClose={() => setOpen(false)} />}
          </Answer>
        </ModalBox>
      ) : null}
    </div>
  );
}

const chosenDesk = (target: DeskTarget, [id]: readonly string[]) => ({
  agency: target === 'agencies' ? (id ?? null) : null,
  unit: target === 'units' ? Number(id) : null,
  person: target === 'person' ? (id ?? null) : null,
});

interface EditFormProps {
  readonly view: DutyView;
  readonly desks: DutyDesks;
  readonly onClose: () => void;
}

function EditForm({ view: { duty, today }, desks, onClose }: EditFormProps) {
  const t = useWords(dutyWords);
  const [typed, setTyped] = useState({
    task: duty.task,
    node: duty.node ?? '',
    output: duty.output,
    evidence: duty.evidenceAsked,
    period: duty.periodWords ?? '',
    partners: duty.partners.join(', '),
    dueOn: duty.dueOn,
  });
  const [moving, setMoving] = useState(false);
  const [target, setTarget] = useState<DeskTarget>(desks.agencies.length > 0 ? 'agencies' : 'units');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [reason, setReason] = useState('');
  const command = useCommand({
    send: editDuty,
    changes: [['duties'], ['home']],
    done: () => t('edited'),
    onDone: onClose,
  });
  const ofPlan = duty.plan !== null;
  const nowhere = moving && target !== 'own' && chosen.size === 0;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (document.activeElement instanceof HTMLInputElement) document.activeElement.blur();
    if (nowhere) return;
    const told = ofPlan ? asItIs(duty) : toldOf(typed);
    const desk = moving ? chosenDesk(target, [...chosen]) : null;
    command.mutate({ id: duty.id, version: duty.version, ...told, desk, reason: reason.trim() });
  };
  return (
    <form className={styles.stack} noValidate onSubmit={submit}>
      {ofPlan ? (
        <p>{t('editOfPlan')}</p>
      ) : (
        <>
          <LongText label={t('task')} value={typed.task} onChange={(task) => setTyped({ ...typed, task })} />
          <DutyTexts typed={typed} today={today} onTyped={setTyped} />
        </>
      )}
      <p>{t('deskNow', { desk: deskOf(duty) })}</p>
      <label>
        <input type="checkbox" checked={moving} onChange={({ target: box }) => setMoving(box.checked)} />{' '}
        {t('moveDesk')}
      </label>
      {moving ? (
        <DeskChoice {...{ desks, target, chosen }} single onTarget={setTarget} onChosen={setChosen} />
      ) : null}
      {nowhere && command.isIdle ? <p className={styles.second}>{t('deskMissing')}</p> : null}
      <LongText
        label={t(duty.state === 'assigned' ? 'reasonIfAny' : 'reason')}
        value={reason}
        onChange={setReason}
      />
      {command.isError ? <ProblemNotice error={command.error} /> : null}
      <FormFoot
        className={styles.cardFoot}
        act={t('saveEdit')}
        busy={command.isPending}
        close={t('close')}
        closeLook="subtle"
        onClose={onClose}
      />
    </form>
  );
}

const asItIs = ({ task, node, output, evidenceAsked, dueOn, periodWords, partners }: DutyView['duty']) => ({
  task,
  node,
  output,
  evidenceAsked,
  dueOn,
  periodWords,
  partners,
});
