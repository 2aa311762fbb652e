import type { TargetAct } from '@benvung/domain/plan/target/negotiate-target';
import { withAssigned } from '@benvung/domain/plan/target/target';
import { Button, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { formatCount } from '../../../platform/formats.ts';
import { useWords } from '../../../platform/i18n.ts';
import { ProblemNotice } from '../../../platform/problem-notice.tsx';
import { useCommand } from '../../../platform/use-command.ts';
import { type Branch, lineToType, readCount } from './cascade-model.ts';
import { actOnTargets, adjustTargets, answerTarget, TARGET_KEYS } from './target.api.ts';
import styles from './target.module.css';
import { targetWords } from './target.words.ts';

interface TargetActsProps {
  readonly branch: Pick<Branch, 'row' | 'indicator' | 'line'> & Partial<Branch>;
  readonly acts: readonly TargetAct[];
  readonly year: number;
}

const GIVEN = ['propose', 'fix', 'lock', 'unlock', 'reopen'] as const;
type Given = (typeof GIVEN)[number];

/** The acts of one target that its reader may do now; what asks for another figure or reopens needs a reason. */
export function TargetActs({ branch, acts, year }: TargetActsProps) {
  const t = useWords(targetWords);
  const { row, indicator } = branch;
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState('');
  const [missing, setMissing] = useState<'reason' | 'count' | null>(null);
  const target = { unitId: row.unit.id, indicator: row.indicator, version: row.version };
  const acting = useCommand({
    send: actOnTargets,
    changes: TARGET_KEYS,
    done: (_answer, { act }) => t('actDone', { act: t(act) }),
  });
  const answering = useCommand({
    send: answerTarget,
    changes: TARGET_KEYS,
    done: (_answer, { act }) => t('actDone', { act: t(act) }),
    onDone: () => setReason(''),
  });
  const taking = useCommand({
    send: adjustTargets,
    changes: TARGET_KEYS,
    done: () => t('saved', { count: 1 }),
  });
  const act = (name: Given) => {
    if (name === 'reopen' && reason.trim().length < 3) return setMissing('reason');
    setMissing(null);
    acting.mutate({ year, act: name, targets: [target], ...(reason.trim() === '' ? {} : { reason }) });
  };
  const ask = () => {
    const count = readCount(asked);
    if (count === undefined || count === null) return setMissing('count');
    if (reason.trim().length < 3) return setMissing('reason');
    setMissing(null);
    answering.mutate({ year, act: 'ask', target, asked: count, reason });
  };
  const given = GIVEN.filter((name) => acts.includes(name) && name !== (row.locked ? 'lock' : 'unlock'));
  const askedCount = row.asked?.count ?? null;
  const needsReason = acts.includes('ask') || acts.includes('reopen');
  return (
    <div className={`${styles.fields} no-print`}>
      {acts.includes('ask') ? (
        <TextInput
          label={t('askFor')}
          value={asked}
          inputMode="numeric"
          error={missing === 'count' ? t('countNeeded') : undefined}
          onChange={({ currentTarget }) => setAsked(currentTarget.value)}
        />
      ) : null}
      {needsReason ? (
        <Textarea
          label={t('reason')}
          value={reason}
          autosize
          minRows={2}
          maxLength={2000}
          error={missing === 'reason' ? t('reasonNeeded') : undefined}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
        />
      ) : null}
      <div className={styles.bar}>
        {acts.includes('agree') ? (
          <Button
            loading={answering.isPending}
            onClick={() => answering.mutate({ year, act: 'agree', target })}
          >
            {t('agree')}
          </Button>
        ) : null}
        {acts.includes('ask') ? (
          <Button variant="outline" loading={answering.isPending} onClick={ask}>
            {t('ask')}
          </Button>
        ) : null}
        {acts.includes('adjust') && askedCount !== null ? (
          <Button
            variant="outline"
            loading={taking.isPending}
            onClick={() =>
              taking.mutate({
                year,
                reason: row.asked?.reason ?? '',
                lines: [
                  { ...target, ...withAssigned(indicator.kind, lineToType(branch as Branch), askedCount) },
                ],
              })
            }
          >
            {t('takeAsked', { count: formatCount(askedCount) })}
          </Button>
        ) : null}
        {given.map((name) => (
          <Button key={name} variant="outline" loading={acting.isPending} onClick={() => act(name)}>
            {t(name)}
          </Button>
        ))}
      </div>
      {[acting, answering, taking].map((work, at) =>
        work.isError ? <ProblemNotice key={String(at)} error={work.error} /> : null,
      )}
    </div>
  );
}
