import type { DocumentView } from '@benvung/contract/document';
import type { NumberingTold } from '@benvung/contract/document-numbering';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useWords } from '../../platform/i18n.ts';
import { ProblemNotice } from '../../platform/problem-notice.tsx';
import { useCommand } from '../../platform/use-command.ts';
import { useMissing } from '../../platform/use-missing.ts';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { FormFoot } from '../../ui/form-foot.tsx';
import { ModalBox } from '../../ui/modal-box.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { actOn, attachSigned, registerQuery, replace, withdraw } from './document.api.ts';
import styles from './document.module.css';
import { documentWords } from './document.words.ts';
import { NumberAndSigner } from './number-and-signer.tsx';
import { SignedFileButton } from './signed-file-button.tsx';

interface ActsProps {
  readonly document: DocumentView;
  /** The draft is gone. */
  readonly onGone: () => void;
}

const CHANGES = [['documents']] as const;

/** What may be done next; the first is the filled button. */
export function DocumentActs({ document, onGone }: ActsProps) {
  const t = useWords(documentWords);
  const [open, setOpen] = useState<'withdraw' | 'replace' | null>(null);
  const { id, version, acts } = document;
  const act = useCommand({
    send: (word: 'issue' | 'discarding', commandId) => actOn({ id, version, act: word }, commandId),
    changes: CHANGES,
    done: () => t('done'),
    onDone: (_answer, word) => {
      if (word === 'discarding') onGone();
    },
  });
  const can = (one: DocumentView['acts'][number]) => acts.includes(one);
  return (
    <div className={styles.line}>
      {can('number') ? <GiveNumber document={document} /> : null}
      {can('issue') ? (
        <Button loading={act.isPending} onClick={() => act.mutate('issue')}>
          {t('issue')}
        </Button>
      ) : null}
      {can('sign') ? <AttachSigned document={document} filled={!can('issue') && !can('number')} /> : null}
      {can('replace') ? (
        <Button variant="outline" onClick={() => setOpen('replace')}>
          {t('replace')}
        </Button>
      ) : null}
      {can('withdraw') ? (
        <Button variant="outline" onClick={() => setOpen('withdraw')}>
          {t('withdraw')}
        </Button>
      ) : null}
      {can('discard') ? (
        <Button variant="outline" loading={act.isPending} onClick={() => act.mutate('discarding')}>
          {t('discard')}
        </Button>
      ) : null}
      {act.isError ? <ProblemNotice error={act.error} /> : null}
      {open === null ? null : <EndBox document={document} how={open} onClose={() => setOpen(null)} />}
    </div>
  );
}

/** The next number of its register, unless the paper register gave another. */
function GiveNumber({ document }: { readonly document: DocumentView }) {
  const t = useWords(documentWords);
  const [told, setTold] = useState<NumberingTold | null>(null);
  const { id, version, unitId, kind, day } = document;
  const give = useCommand({
    send: (told: { number: number | null }, commandId) =>
      actOn({ id, version, act: 'number', ...told }, commandId),
    changes: CHANGES,
    done: (answer) => t('numberGiven', { reference: answer?.reference ?? '' }),
  });
  return (
    <div className={styles.filters}>
      <NumberAndSigner {...{ kind, day }} unit={unitId} tried={false} numberOnly onChange={setTold} />
      <Button
        loading={give.isPending}
        disabled={told === null}
        onClick={() => give.mutate({ number: told?.number ?? null })}
      >
        {t('giveNumber')}
      </Button>
      {give.isError ? <ProblemNotice error={give.error} /> : null}
    </div>
  );
}

function AttachSigned({ document, filled }: { readonly document: DocumentView; readonly filled: boolean }) {
  const t = useWords(documentWords);
  const { id, version } = document;
  const attach = useCommand({
    send: (file: File, commandId) => attachSigned({ id, version, file }, commandId),
    changes: CHANGES,
    done: () => t('done'),
  });
  const label = t(document.copies.some(({ role }) => role === 'signed') ? 'attachAgain' : 'attach');
  return (
    <>
      <SignedFileButton
        label={label}
        variant={filled ? 'filled' : 'outline'}
        loading={attach.isPending}
        onFile={(file) => attach.mutate(file)}
      />
      <span className={styles.second}>{t('attachNote')}</span>
      {attach.isError ? <ProblemNotice error={attach.error} /> : null}
    </>
  );
}

interface EndBoxProps {
  readonly document: DocumentView;
  readonly how: 'withdraw' | 'replace';
  readonly onClose: () => void;
}

/** Withdrawing and replacing cannot be taken back: the reason is asked, the button says the act and the number. */
function EndBox({ document, how, onClose }: EndBoxProps) {
  const t = useWords(documentWords);
  const [reason, setReason] = useState('');
  const [successorId, setSuccessor] = useState('');
  const missing = useMissing();
  const { id, version } = document;
  const others = useQuery({
    ...registerQuery({ kind: document.kind, state: 'issued' }),
    enabled: how === 'replace',
  });
  const choices = (others.data?.documents ?? [])
    .filter((one) => one.id !== id && one.issuer === document.issuer)
    .map((one) => ({ value: one.id, label: `${one.reference ?? ''} ${one.title}` }));
  const end = useCommand({
    send: (input: { reason: string; successorId: string }, commandId) =>
      how === 'replace'
        ? replace({ id, version, ...input }, commandId)
        : withdraw({ id, version, reason: input.reason }, commandId),
    changes: CHANGES,
    done: () => t('done'),
    onDone: onClose,
  });
  return (
    <ModalBox title={`${t(how)} ${document.reference ?? ''}`} onClose={onClose}>
      <form
        className={styles.drop}
        onSubmit={(event) => {
          event.preventDefault();
          const told = how === 'replace' ? [successorId, reason] : [reason];
          if (missing.allTold(...told)) end.mutate({ reason, successorId });
        }}
      >
        {how === 'replace' ? (
          <ChoiceField
            label={t('successor')}
            value={successorId}
            choices={choices}
            error={missing.at(successorId, t('successor'))}
            onChange={setSuccessor}
            description={others.data !== undefined && choices.length === 0 ? t('noSuccessor') : undefined}
          />
        ) : null}
        <TextField
          label={t('reason')}
          value={reason}
          maxLength={1_000}
          error={missing.at(reason, t('reason'))}
          onChange={setReason}
          autoFocus
        />
        {end.isError ? <ProblemNotice error={end.error} /> : null}
        <FormFoot
          className={styles.line}
          act={`${t(how)} ${document.reference ?? ''}`}
          busy={end.isPending}
          close={t('close')}
          onClose={onClose}
        />
      </form>
    </ModalBox>
  );
}
