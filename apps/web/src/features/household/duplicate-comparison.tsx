import type { DuplicateComparison } from '@benvung/contract/household-duplicates';
import type { Relation } from '@benvung/domain/household/household-facts';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { DayField } from '../../platform/day-field.tsx';
import { writeDayText } from '../../platform/day-text.ts';
import { formatDay, formatInstant } from '../../platform/formats.ts';
import { useWords } from '../../platform/i18n.ts';
import { ProblemNotice } from '../../platform/problem-notice.tsx';
import { useCommand } from '../../platform/use-command.ts';
import { Block } from '../../ui/block.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { showToast } from '../../ui/toasts.tsx';
import { dismissPair, mergePair, type PairId, reopenPair, undoMerge } from './duplicates.api.ts';
import styles from './duplicates.module.css';
import { duplicatesWords } from './duplicates.words.ts';
import edit from './edit.module.css';
import { useFactWord } from './fact.words.ts';
import type { RenderClass } from './household-table.tsx';
import { RelationField } from './relation-field.tsx';

type Side = DuplicateComparison['household'];
type Member = Side['members'][number];
const CHANGED = [['duplicates'], ['household'], ['households']] as const;

interface ComparisonProps {
  readonly pair: DuplicateComparison;
  readonly today: string;
  readonly canDecide: boolean;
  readonly renderClass: RenderClass;
  /** Something was decided: on to the next pair. */
  readonly onDecided: () => void;
}

/** Two households side by side, what differs marked, and what a person may decide. */
export function Comparison(props: ComparisonProps) {
  const { pair, canDecide, renderClass } = props;
  const t = useWords(duplicatesWords);
  return (
    <Block title={t('compare')}>
      <ul className={styles.why}>
        {pair.why.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <div className={edit.scroll}>
        <table className={styles.compare}>
          <thead>
            <tr>
              <th scope="col">
                <span className="visually-hidden">{t('field')}</span>
              </th>
              {[pair.household, pair.other].map((side) => (
                <th key={side.id} scope="col" className={styles.side}>
                  <Link to="/ho/$id" params={{ id: side.id }}>
                    {side.head}
                  </Link>
                  {side.ended === null ? '' : ` (${t('ended')})`}
                </th>
              ))}
              <th scope="col">
                <span className="visually-hidden">{t('differs')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            <FieldRows pair={pair} renderClass={renderClass} />
            <MemberRows pair={pair} />
          </tbody>
        </table>
      </div>
      {pair.decided === null ? null : (
        <Notice
          kind="note"
          title={
            pair.decided.reason === null
              ? t('decidedPlain', { by: pair.decided.by, at: formatInstant(pair.decided.at) })
              : t('decidedBy', {
                  by: pair.decided.by,
                  at: formatInstant(pair.decided.at),
                  reason: pair.decided.reason,
                })
          }
        />
      )}
      {canDecide ? <Decisions {...props} /> : <p className={edit.note}>{t('onlyOfficers')}</p>}
    </Block>
  );
}

interface RowProps {
  readonly label: ReactNode;
  readonly one: ReactNode;
  readonly other: ReactNode;
  readonly mark: string;
  readonly differs: boolean;
}

const Row = ({ label, one, other, mark, differs }: RowProps) => (
  <tr className={differs ? styles.differs : ''}>
    <th scope="row">{label}</th>
    <td>{one}</td>
    <td>{other}</td>
    <td className={styles.mark}>{mark}</td>
  </tr>
);

function FieldRows({ pair, renderClass }: Pick<ComparisonProps, 'pair' | 'renderClass'>) {
  const t = useWords(duplicatesWords);
  const day = (value: string | null) => (value === null ? '–' : formatDay(value));
  const rows: [string, (side: Side) => string | null, ((side: Side) => ReactNode)?][] = [
    [t('head'), (side) => side.head],
    [t('listCode'), (side) => side.listCode],
    [t('village'), (side) => `${side.village.name}, ${side.commune.name}`],
    [t('address'), (side) => side.address],
    [t('phone'), (side) => side.phone],
    [t('size'), (side) => String(side.persons)],
    [t('since'), (side) => day(side.since)],
    [
      t('class'),
      (side) => side.class,
      (side) => (
        <>
          {renderClass(side.class, side.classState)} {side.classYear ?? ''}
        </>
      ),
    ],
  ];
  return rows.map(([label, value, show]) => {
    const [one, other] = [value(pair.household), value(pair.other)];
    const differs = one?.toLowerCase() !== other?.toLowerCase();
    const told = (side: Side, text: string | null) => (show === undefined ? (text ?? '–') : show(side));
    return (
      <Row
        key={label}
        label={label}
        one={told(pair.household, one)}
        other={told(pair.other, other)}
        mark={t(differs ? 'differs' : 'same')}
        differs={differs}
      />
    );
  });
}

function MemberRows({ pair }: { readonly pair: DuplicateComparison }) {
  const t = useWords(duplicatesWords);
  const word = useFactWord();
  const tell = (member: Member | undefined) =>
    member === undefined
      ? '–'
      : [member.fullName, word(member.relation), writeDayText(member.birthDate)].filter(Boolean).join(', ');
  const matched = pair.evidence.map(({ oneId, otherId }) => [
    pair.household.members.find(({ personId }) => personId === oneId),
    pair.other.members.find(({ personId }) => personId === otherId),
  ]);
  const known = new Set(matched.flat().map((member) => member?.personId));
  const alone = (side: Side) => side.members.filter(({ personId }) => !known.has(personId));
  return (
    <>
      {matched.map(([one, other], at) => (
        <Row
          key={`${one?.personId ?? ''} ${other?.personId ?? at}`}
          label={at === 0 ? t('members') : <span className="visually-hidden">{t('members')}</span>}
          one={tell(one)}
          other={tell(other)}
          mark={t('samePerson')}
          differs={false}
        />
      ))}
      {[pair.household, pair.other].flatMap((side, at) =>
        alone(side).map((member) => (
          <Row
            key={member.personId}
            label={<span className="visually-hidden">{t('members')}</span>}
            one={at === 0 ? tell(member) : '–'}
            other={at === 1 ? tell(member) : '–'}
            mark={t('onlyHere')}
            differs
          />
        )),
      )}
    </>
  );
}

function Decisions(props: ComparisonProps) {
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

function MergeForm({ pair, today, onDecided }: ComparisonProps) {
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

function DismissForm({ pair, onDecided }: ComparisonProps) {
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

function UndoButton({ pair, onDecided }: ComparisonProps) {
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
