import { type DutyView, MOST_EVIDENCE_MB } from '@benvung/contract/plan-duty';
import { DUTY_ACTS } from '@benvung/domain/plan/duty/duty-state';
import type { ReactNode } from 'react';
import { formatCount, formatDay, formatInstant } from '../../../platform/formats.ts';
import { useWords } from '../../../platform/i18n.ts';
import { ProblemNotice } from '../../../platform/problem-notice.tsx';
import { useCommand } from '../../../platform/use-command.ts';
import { megabytesOf, useSizeLimit } from '../../../platform/use-size-limit.ts';
import { Block } from '../../../ui/block.tsx';
import { FileButton } from '../../../ui/file-button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { attachFile } from './duty.api.ts';
import styles from './duty.module.css';
import { dutyWords } from './duty.words.ts';
import { DutyStanding, deskOf, dueText } from './duty-standing.tsx';

interface DutyFactsProps {
  readonly view: DutyView;
  readonly renderPlan: (plan: { readonly id: string }, text: string) => ReactNode;
}

/** What a duty says, each part with its name; what is not said is left out. */
export function DutyFacts({ view: { duty }, renderPlan }: DutyFactsProps) {
  const t = useWords(dutyWords);
  const desk = deskOf(duty);
  const facts: readonly (readonly [string, ReactNode])[] = [
    [t('day'), dueText(duty)],
    [t('standing'), <DutyStanding key="standing" duty={duty} />],
    [t('step'), t(`state.${duty.state}`)],
    [t('desk'), desk],
    [t('ownerWords'), duty.ownerWords === desk ? '' : duty.ownerWords],
    [t('giver'), duty.giver?.name ?? t('outside')],
    [t('assignedOn'), formatDay(duty.assignedOn)],
    [t('nodeShown'), duty.node ?? ''],
    [t('partnersShown'), duty.partners.join(', ')],
    [t('outputShown'), duty.output],
    [t('evidenceAsked'), duty.evidenceAsked],
    [t('extensionReason'), duty.extensionReason ?? ''],
    [t('result'), duty.result ?? ''],
    [t('evidence'), duty.evidence ?? ''],
    [
      t('origin'),
      duty.plan === null ? (
        t('fromOwn')
      ) : (
        <span key="origin">
          {t('fromPlan', { version: duty.plan.version ?? '' })} {renderPlan(duty.plan, t('openPlan'))}
        </span>
      ),
    ],
  ];
  return (
    <dl className={styles.facts}>
      {facts
        .filter(([, value]) => value !== '')
        .map(([name, value]) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

/** Files that show what was done, and the way to add one. */
export function DutyFiles({ view: { duty, files, mayAttach } }: { readonly view: DutyView }) {
  const t = useWords(dutyWords);
  const command = useCommand({
    send: (file: File, commandId) => attachFile({ id: duty.id, file }, commandId),
    changes: [['duties']],
    done: () => t('fileAdded'),
  });
  const { tooBig, take } = useSizeLimit(MOST_EVIDENCE_MB, (file) => command.mutate(file));
  return (
    <Block title={t('files')}>
      {files.length === 0 ? <p>{t('noFiles')}</p> : null}
      <ul className={styles.plain}>
        {files.map(({ hash, name, addedBy, addedAt }) => (
          <li key={hash}>
            <a href={`/api/duties/${duty.id}/files/${hash}`} download={name}>
              {name}
            </a>
            <div className={styles.second}>{t('addedBy', { name: addedBy, at: formatInstant(addedAt) })}</div>
          </li>
        ))}
      </ul>
      {mayAttach ? (
        <div className={`no-print ${styles.cardFoot}`}>
          <FileButton
            label={t('addFile')}
            variant="outline"
            accept=".pdf,.jpg,.jpeg,.png,.webp,.docx,.xlsx"
            loading={command.isPending}
            onFile={(file) => {
              command.reset();
              take(file);
            }}
          />
          <span className={styles.second}>{t('fileKinds')}</span>
        </div>
      ) : null}
      {tooBig === null ? null : (
        <Notice
          kind="error"
          title={t('fileTooBig', { name: tooBig.name, size: formatCount(megabytesOf(tooBig)) })}
        />
      )}
      {command.isError ? <ProblemNotice error={command.error} /> : null}
    </Block>
  );
}

/** What happened to a duty, the newest first. */
export function DutyHistory({ view: { history } }: { readonly view: DutyView }) {
  const t = useWords(dutyWords);
  const nameOf = (act: string): string => {
    const known = DUTY_ACTS.find((one) => one === act);
    if (known !== undefined) return t(`act.${known}`);
    return t(act === 'attach' ? 'event.attach' : act === 'edit' ? 'event.edit' : 'event.assign');
  };
  return (
    <Block title={t('history')}>
      <ol className={styles.plain}>
        {history.map(({ act, at, actor, words, day }) => (
          <li key={`${act} ${at} ${words}`}>
            <strong>{nameOf(act)}</strong>
            {day === null ? null : ` · ${formatDay(day)}`}
            {words === null ? null : <div>{words}</div>}
            <div className={styles.second}>{t('addedBy', { name: actor, at: formatInstant(at) })}</div>
          </li>
        ))}
      </ol>
    </Block>
  );
}
