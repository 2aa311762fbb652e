import type { BatchSelection } from '@benvung/contract/document-batch';
import type { NumberingTold } from '@benvung/contract/document-numbering';
import type { DocumentKind } from '@benvung/domain/document/document-data';
import { KIND_RULES } from '@benvung/domain/document/document-kinds';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { formatCount } from '../../platform/formats.ts';
import { useLanguage, useWords } from '../../platform/i18n.ts';
import { ProblemNotice } from '../../platform/problem-notice.tsx';
import { useCommand } from '../../platform/use-command.ts';
import { useMissing } from '../../platform/use-missing.ts';
import { Block } from '../../ui/block.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { issueMany, numberMany, signMany, withdrawMany } from './batch.api.ts';
import { batchWords } from './batch.words.ts';
import { registerQuery } from './document.api.ts';
import styles from './document.module.css';
import { NumberAndSigner } from './number-and-signer.tsx';
import { SignedFileButton } from './signed-file-button.tsx';

interface BatchActsProps {
  readonly unit: number;
  readonly kind: DocumentKind;
  readonly year?: number | undefined;
  /** `decision:<id>` */
  readonly about?: string | undefined;
  readonly today: string;
}

const CHANGES = [['documents'], ['procedure'], ['jobs']] as const;
const MOST = 2_000;

/** What waits of one kind of documents, and the act that takes all of them on: number, sign, issue, withdraw. */
export function BatchActs(props: BatchActsProps) {
  const t = useWords(batchWords);
  const language = useLanguage();
  const { numbered, label } = KIND_RULES[props.kind];
  const waiting = {
    draft: useWaiting(props, 'draft'),
    numbered: useWaiting(props, 'numbered'),
    signed: useWaiting(props, 'signed'),
    issued: useWaiting(props, 'issued'),
  };
  const none = Object.values(waiting).every((which) => which === null);
  return (
    <Block screenOnly title={t('title', { kind: label[language] })}>
      {none ? <p className={styles.second}>{t('nothing')}</p> : <p className={styles.second}>{t('all')}</p>}
      {waiting.draft && numbered ? (
        <NumberMany key={waiting.draft.expected} which={waiting.draft} today={props.today} />
      ) : null}
      {waiting.numbered ? <SignMany which={waiting.numbered} /> : null}
      {waiting.signed ? <IssueMany which={waiting.signed} /> : null}
      {waiting.issued ? <WithdrawMany which={waiting.issued} /> : null}
    </Block>
  );
}

function useWaiting(
  { unit, kind, year, about }: BatchActsProps,
  state: BatchSelection['state'],
): BatchSelection | null | undefined {
  const filter = { unit, kind, state, year, about };
  const found = useQuery(registerQuery(filter));
  // not read yet
  if (found.data === undefined) return undefined;
  const { total } = found.data.page;
  if (total === 0 || found.data.documents.some(({ pending }) => pending)) return null;
  return {
    unit,
    kind,
    state,
    ...(year === undefined ? {} : { year }),
    ...(about === undefined ? {} : { about }),
    expected: Math.min(total, MOST),
  };
}

interface ManyProps {
  readonly which: BatchSelection;
}

function useMany<Input>(send: (input: Input, commandId: string) => ReturnType<typeof issueMany>) {
  const t = useWords(batchWords);
  return useCommand({
    send,
    changes: CHANGES,
    done: ({ documents, from, to }) =>
      from === null || to === null
        ? t('done', { count: formatCount(documents) })
        : `${t('done', { count: formatCount(documents) })}: ${from} – ${to}`,
  });
}

function NumberMany({ which, today }: ManyProps & { readonly today: string }) {
  const t = useWords(batchWords);
  const [told, setTold] = useState<NumberingTold | null>(null);
  const number = useMany((told: number | null, commandId) => numberMany(which, told, commandId));
  const count = formatCount(which.expected);
  return (
    <>
      <p>{t('draft', { count })}</p>
      <div className={styles.filters}>
        <NumberAndSigner
          unit={which.unit}
          kind={which.kind}
          day={which.year === undefined ? today : `${which.year}-12-31`}
          count={which.expected}
          tried={false}
          numberOnly
          onChange={setTold}
        />
        <Button
          variant="outline"
          loading={number.isPending}
          disabled={told === null}
          onClick={() => number.mutate(told?.number ?? null)}
        >
          {t('number', { count })}
        </Button>
      </div>
      {number.isError ? <ProblemNotice error={number.error} /> : null}
    </>
  );
}

function SignMany({ which }: ManyProps) {
  const t = useWords(batchWords);
  const sign = useMany((file: File, commandId) => signMany(which, file, commandId));
  const count = formatCount(which.expected);
  return (
    <>
      <p>{t('numbered', { count })}</p>
      <div className={styles.line}>
        <SignedFileButton
          label={t('attach', { count })}
          variant="outline"
          loading={sign.isPending}
          onFile={(file) => sign.mutate(file)}
        />
        <span className={styles.second}>{t('attachNote')}</span>
      </div>
      {sign.isError ? <ProblemNotice error={sign.error} /> : null}
    </>
  );
}

function IssueMany({ which }: ManyProps) {
  const t = useWords(batchWords);
  const issue = useMany((_: null, commandId) => issueMany(which, commandId));
  const again = useMany((file: File, commandId) => signMany(which, file, commandId));
  const count = formatCount(which.expected);
  return (
    <>
      <p>{t('signed', { count })}</p>
      <div className={styles.line}>
        <Button variant="outline" loading={issue.isPending} onClick={() => issue.mutate(null)}>
          {t('issue', { count })}
        </Button>
        <SignedFileButton
          label={t('attachAgain', { count })}
          variant="outline"
          loading={again.isPending}
          onFile={(file) => again.mutate(file)}
        />
      </div>
      {issue.isError ? <ProblemNotice error={issue.error} /> : null}
      {again.isError ? <ProblemNotice error={again.error} /> : null}
    </>
  );
}

function WithdrawMany({ which }: ManyProps) {
  const t = useWords(batchWords);
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const missing = useMissing();
  const withdraw = useMany((told: string, commandId) => withdrawMany(which, told, commandId));
  const count = formatCount(which.expected);
  return (
    <>
      <p>{t('issued', { count })}</p>
      {open ? (
        <div className={styles.filters}>
          <TextField
            label={t('reason')}
            value={reason}
            maxLength={1_000}
            error={missing.at(reason, t('reason'))}
            onChange={setReason}
            autoFocus
          />
          <Button
            variant="outline"
            loading={withdraw.isPending}
            onClick={() => missing.allTold(reason) && withdraw.mutate(reason.trim())}
          >
            {t('withdraw', { count })}
          </Button>
        </div>
      ) : (
        <div>
          <Button variant="outline" onClick={() => setOpen(true)}>
            {t('withdraw', { count })}
          </Button>
        </div>
      )}
      {withdraw.isError ? <ProblemNotice error={withdraw.error} /> : null}
    </>
  );
}
