import type { DuplicateComparison } from '@benvung/contract/household-duplicates';
import type { Relation } from '@benvung/domain/household/household-facts';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { DayField } from '../../platform/day-field.tsx';
import { useWords } from '../../platform/i18n.ts';
import { ProblemNotice } from '../../platform/problem-notice.tsx';
import { useCommand } from '../../platform/use-command.ts';
import { Notice } from '../../ui/notice.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { showToast } from '../../ui/toasts.tsx';
import { dismissPair, mergePair, type PairId, reopenPair, undoMerge } from './duplicates.api.ts';
import styles from './duplicates.module.css';
import { duplicatesWords } from './duplicates.words.ts';
import edit from './edit.module.css';
import { RelationField } from './relation-field.tsx';

type Side = DuplicateComparison['household'];
const CHANGED = [['duplicates'], ['household'], ['households']] as const;

export interface DecisionProps {
  readonly pair: DuplicateComparison;
  readonly today: string;
  /** Something was decided: on to the next pair. */
  readonly onDecided: () => void;
}

/** What a person may decide of a pair: they are one, they are not, or the last word is taken back. */
export function Decisions(props: DecisionProps) {
  const { pair } = props;
  if (pair.state === 'proposed')
    return (
      <>
        {pair.kind === 'person' ? <WhoLeaves pair={pair} /> : <MergeForm {...props} />}
        <DismissForm {...props} />
      </>
    );
  return <UndoButton {...props} />;
}

/** One person in two households that are not one: they leave the wrong one. */
function WhoLeaves({ pair }: { readonly pair: DuplicateComparison }) {
  const t = useWords(duplicatesWords);
  const sides = [pair.household, pair.other] as const;
  const links = pair.evidence.flatMap(({ oneId, otherId }) =>
    [oneId, otherId].map((personId, at) => ({ personId, side: sides[at === 0 ? 0 : 1] })),
  );
  return (
    <Notice kind="warning" title={t('personTwice')}>
      <ul>
        {links.map(({ personId, side }) => (
          <li key={personId}>
            <Link to="/ho/$id" params={{ id: side.id }} search={{ viec: 'roi-ho', nguoi: personId }}>
              {t('leaveHere', {
                name: side.members.find((one) => one.personId === personId)?.fullName ?? '?',
                head: side.head,
              })}
            </Link>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function MergeForm({ pair, today, onDecided }: DecisionProps) {
  const t = useWords(duplicatesWords);
  const [keptId, setKeptId] = useState(() => firstKept(pair).id);
  const [day, setDay] = useState<string | null>(today);
  const [relations, setRelations] = useState<Readonly<Record<string, Relation>>>({});
  const into = pair.household.id === keptId ? pair.household : pair.other;
  const from = into === pair.household ? pair.other : pair.household;
  const same = new Map(
    pair.evidence.map(({ oneId, otherId }) =>
      into === pair.household ? [otherId, oneId] : [oneId, otherId],
    ) as [string, string][],
  );
  const coming = from.members.filter(({ personId }) => !same.has(personId));
  const undo = useCommand({
    send: undoMerge,
    changes: CHANGED,
    done: () => t('undone'),
  });
  const merge = useCommand({
    send: mergePair,
    changes: CHANGED,
    onDone: ({ id, version, mergeId }) => {
      const action =
        mergeId === undefined
          ? {}
          : { action: { label: t('undo'), run: () => undo.mutate({ id, mergeId, version }) } };
      showToast({ text: t('mergedDone'), ...action });
      onDecided();
    },
  });
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
        if (day === null) return;
        merge.mutate({
          id: into.id,
          version: into.version,
          fromId: from.id,
          fromVersion: from.version,
          day,
          same: Object.fromEntries(same),
          relations: Object.fromEntries(
            coming.map(({ personId }) => [personId, relations[personId] ?? ('other' as const)]),
          ),
        });
      }}
    >
      {merge.isError ? <ProblemNotice error={merge.error} /> : null}
      <fieldset className={edit.choices}>
        <legend>{t('keep')}</legend>
        {[pair.household, pair.other].map((side) => (
          <label key={side.id} className={edit.choice}>
            <input
              type="radio"
              name="kept"
              checked={side.id === into.id}
              onChange={() => setKeptId(side.id)}
            />
            {side.head}
            {side.listCode === null ? '' : ` · ${side.listCode}`} · {side.village.name}
          </label>
        ))}
      </fieldset>
      <div className={edit.fields}>
        {coming.map(({ personId, fullName }) => (
          <RelationField
            key={personId}
            id={`pair-${personId}`}
            label={t('relation', { name: fullName, head: into.head })}
            value={relations[personId] ?? 'other'}
            onChange={(relation) => setRelations({ ...relations, [personId]: relation })}
          />
        ))}
        <DayField id="pair-day" label={t('day')} value={day} today={today} onChange={setDay} />
      </div>
      <p className={edit.note}>
        {t('merging', {
          from: nameOf(from),
          into: nameOf(into),
          same: same.size,
          coming: coming.length,
        })}
      </p>
      <div>
        <Button type="submit" loading={merge.isPending}>
          {t('mergeNow')}
        </Button>
      </div>
    </form>
  );
}

const nameOf = ({ head, listCode }: Side): string => (listCode === null ? head : `${head} (${listCode})`);

/** The one on the village list, or the one recorded first. */
function firstKept({ household, other }: DuplicateComparison): Side {
  if ((household.listCode === null) !== (other.listCode === null))
    return household.listCode === null ? other : household;
  return (household.since ?? '9') <= (other.since ?? '9') ? household : other;
}

const pairIdOf = ({ household, other }: DuplicateComparison): PairId => ({
  id: household.id,
  otherId: other.id,
});

function DismissForm({ pair, onDecided }: DecisionProps) {
  const t = useWords(duplicatesWords);
  const [reason, setReason] = useState('');
  const [short, setShort] = useState(false);
  const back = useCommand({ send: reopenPair, changes: CHANGED, done: () => t('undone') });
  const dismiss = useCommand({
    send: dismissPair,
    changes: CHANGED,
    onDone: ({ version }) => {
      showToast({
        text: t('dismissedDone'),
        action: { label: t('undo'), run: () => back.mutate({ ...pairIdOf(pair), version }) },
      });
      onDecided();
    },
  });
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const said = reason.normalize('NFC').trim();
        setShort(said.length < 3);
        if (said.length >= 3) dismiss.mutate({ ...pairIdOf(pair), version: pair.version, reason: said });
      }}
    >
      {dismiss.isError ? <ProblemNotice error={dismiss.error} /> : null}
      <div className={styles.dismiss}>
        <TextField
          label={t('dismissReason')}
          maxLength={500}
          value={reason}
          error={short ? t('dismissShort') : undefined}
          onChange={setReason}
        />
        <Button type="submit" variant="outline" loading={dismiss.isPending}>
          {t('dismiss')}
        </Button>
      </div>
    </form>
  );
}

function UndoButton({ pair, onDecided }: DecisionProps) {
  const t = useWords(duplicatesWords);
  const reopen = useCommand({
    send: reopenPair,
    changes: CHANGED,
    done: () => t('undone'),
    onDone: onDecided,
  });
  const apart = useCommand({
    send: undoMerge,
    changes: CHANGED,
    done: () => t('undone'),
    onDone: onDecided,
  });
  const error = reopen.error ?? apart.error;
  if (pair.state === 'merged' && pair.merge === null) return <p className={edit.note}>{t('cannotUndo')}</p>;
  return (
    <>
      {error === null ? null : <ProblemNotice error={error} />}
      <div>
        <Button
          variant="outline"
          loading={reopen.isPending || apart.isPending}
          onClick={() => {
            if (pair.merge === null) reopen.mutate({ ...pairIdOf(pair), version: pair.version });
            else apart.mutate({ id: pair.merge.into, mergeId: pair.merge.id, version: pair.merge.version });
          }}
        >
          {t('undo')}
        </Button>
      </div>
    </>
  );
}
