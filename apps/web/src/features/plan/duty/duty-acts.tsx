import type { DutyLine } from '@benvung/contract/plan-duty';
import { DUTY_RULES, type DutyAct } from '@benvung/domain/plan/duty/duty-state';
import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { DayField } from '../../../platform/day-field.tsx';
import { useWords } from '../../../platform/i18n.ts';
import { ProblemNotice } from '../../../platform/problem-notice.tsx';
import { useCommand } from '../../../platform/use-command.ts';
import { FormFoot } from '../../../ui/form-foot.tsx';
import { ModalBox } from '../../../ui/modal-box.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { type ActToSend, actOnDuty } from './duty.api.ts';
import styles from './duty.module.css';
import { dutyWords } from './duty.words.ts';
import { LongText } from './long-text.tsx';

interface DutyActsProps {
  readonly duty: DutyLine;
  readonly today: string;
  /** Only the acts that lead on, as a card has room for. */
  readonly short?: boolean;
}

const LEADING: readonly DutyAct[] = ['receive', 'start', 'report', 'accept', 'sendBack', 'grantExtension'];

/** The acts the reader may do now, as buttons; those that must tell something ask for it first. */
export function DutyActs({ duty, today, short = false }: DutyActsProps) {
  const t = useWords(dutyWords);
  const [asking, setAsking] = useState<DutyAct | null>(null);
  const command = useCommand({
    send: actOnDuty,
    changes: [['duties'], ['home']],
    done: (_answer, { act }: ActToSend) => t(`done.${act}`),
    onDone: () => setAsking(null),
  });
  const acts = short ? duty.acts.filter((act) => LEADING.includes(act)).slice(0, 2) : duty.acts;
  if (acts.length === 0) return null;
  const { id, version } = duty;
  const press = (act: DutyAct) => {
    command.reset();
    if (asksFor(act)) setAsking(act);
    else command.mutate({ id, version, act });
  };
  return (
    <div className="no-print">
      <div className={styles.cardFoot}>
        {acts.map((act, at) => (
          <Button
            key={act}
            size={short ? 'xs' : 'sm'}
            variant={!short && at === 0 && LEADING.includes(act) ? 'filled' : 'outline'}
            aria-label={t('openFor', { act: t(`act.${act}`), task: duty.task })}
            loading={command.isPending && command.variables.act === act}
            onClick={() => press(act)}
          >
            {t(`act.${act}`)}
          </Button>
        ))}
      </div>
      {command.isError && asking === null ? <ProblemNotice error={command.error} /> : null}
      {asking === null ? null : (
        <ModalBox title={t(`act.${asking}`)} onClose={() => setAsking(null)}>
          <ActForm
            {...{ duty, today, act: asking, command }}
            onClose={() => setAsking(null)}
            onSend={(told) => command.mutate({ id, version, act: asking, ...told })}
          />
        </ModalBox>
      )}
    </div>
  );
}

const asksFor = (act: DutyAct): boolean =>
  DUTY_RULES[act].needs.some((need) => need === 'reason' || need === 'result' || need === 'day');

interface ActFormProps {
  readonly duty: DutyLine;
  readonly today: string;
  readonly act: DutyAct;
  readonly command: { readonly isError: boolean; readonly error: unknown; readonly isPending: boolean };
  readonly onClose: () => void;
  readonly onSend: (told: Pick<ActToSend, 'words' | 'evidence' | 'day'>) => void;
}

/** What an act must tell: a reason or a result, the paper that shows it, a day. */
function ActForm({ duty, today, act, command, onClose, onSend }: ActFormProps) {
  const t = useWords(dutyWords);
  const { needs } = DUTY_RULES[act];
  const wantsDay = needs.includes('day');
  const wantsWords = needs.includes('reason') || needs.includes('result');
  const [words, setWords] = useState('');
  const [evidence, setEvidence] = useState('');
  const [day, setDay] = useState<string | null>(act === 'grantExtension' ? duty.extensionTo : null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // a day is read when its field is left
    if (document.activeElement instanceof HTMLInputElement) document.activeElement.blur();
    onSend({
      ...(wantsWords ? { words: words.normalize('NFC').trim() } : {}),
      ...(act === 'report' ? { evidence: evidence.normalize('NFC').trim() } : {}),
      ...(wantsDay && day !== null ? { day } : {}),
    });
  };
  return (
    <form className={styles.stack} noValidate onSubmit={submit}>
      <p className={styles.second}>{duty.task}</p>
      {wantsDay ? <DayField label={t('newDay')} value={day} today={today} onChange={setDay} /> : null}
      {wantsWords ? (
        <LongText
          label={t(needs.includes('result') ? 'result' : 'reason')}
          value={words}
          onChange={setWords}
        />
      ) : null}
      {act === 'report' ? (
        <TextField
          label={t('evidence')}
          description={t('evidenceHint')}
          maxLength={300}
          value={evidence}
          onChange={setEvidence}
        />
      ) : null}
      {command.isError ? <ProblemNotice error={command.error} /> : null}
      <FormFoot
        className={styles.cardFoot}
        act={t(`act.${act}`)}
        busy={command.isPending}
        close={t('close')}
        closeLook="subtle"
        onClose={onClose}
      />
    </form>
  );
}
