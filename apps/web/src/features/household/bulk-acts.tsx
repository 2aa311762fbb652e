import type { ActedOnMany } from '@benvung/contract/household-acts';
import type { UnitRef } from '@benvung/contract/shared';
import { END_REASONS, type EndReason } from '@benvung/domain/household/move-household';
import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { DayField } from '../../platform/day-field.tsx';
import { formatCount } from '../../platform/formats.ts';
import { useWords } from '../../platform/i18n.ts';
import { newId } from '../../platform/new-id.ts';
import { ProblemNotice } from '../../platform/problem-notice.tsx';
import { useCommand } from '../../platform/use-command.ts';
import { Block } from '../../ui/block.tsx';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { showToast } from '../../ui/toasts.tsx';
import { MOST_CHOSEN } from './choose-all.tsx';
import styles from './edit.module.css';
import { useFactWord } from './fact.words.ts';
import { actOnMany } from './household-acts.api.ts';
import { editWords } from './household-edit.words.ts';
import { listWords } from './household-list.words.ts';
import type { RenderVillage } from './move-household.tsx';
import type { Chosen } from './use-chosen.ts';

/** What the server takes at once; more goes in turns. */
const AT_ONCE = 200;
type Act = Exclude<Parameters<typeof actOnMany>[0]['act'], { kind: 'undo-move' }>;
const CHANGED = [['households'], ['household'], ['duplicates']];

interface BulkBarProps {
  readonly chosen: Chosen;
  readonly today: string;
  readonly renderVillage: RenderVillage;
  readonly onClear: () => void;
  /** The way to choose everything the filters hold. */
  readonly more?: ReactNode;
}

/** What can be done with the chosen households; before it is, who can and who cannot and why. */
export function BulkBar({ chosen, today, renderVillage, onClear, more }: BulkBarProps) {
  const t = useWords(listWords);
  const [act, setAct] = useState<Act['kind'] | null>(null);
  if (chosen.size === 0) return null;
  return (
    <section aria-label={t('chosen', { count: formatCount(chosen.size) })} className={styles.bulk}>
      <div className={styles.buttons}>
        <strong role="status">{t('chosen', { count: formatCount(chosen.size) })}</strong>
        {more}
        <Button variant="outline" size="xs" onClick={() => setAct('move')}>
          {t('moveMany')}
        </Button>
        <Button variant="outline" size="xs" onClick={() => setAct('end')}>
          {t('endMany')}
        </Button>
        <Button variant="subtle" size="xs" onClick={onClear}>
          {t('unchoose')}
        </Button>
      </div>
      {chosen.size > MOST_CHOSEN ? (
        <p className={styles.warning}>▲ {t('tooMany', { count: formatCount(MOST_CHOSEN) })}</p>
      ) : null}
      {act === null || chosen.size > MOST_CHOSEN ? null : (
        <BulkForm
          key={act}
          kind={act}
          {...{ chosen, today, renderVillage }}
          onClose={() => setAct(null)}
          onDone={() => {
            setAct(null);
            onClear();
          }}
        />
      )}
    </section>
  );
}

interface BulkFormProps extends Omit<BulkBarProps, 'onClear'> {
  readonly kind: Act['kind'];
  readonly onClose: () => void;
  readonly onDone: () => void;
}

function BulkForm({ kind, chosen, today, renderVillage, onClose, onDone }: BulkFormProps) {
  const t = useWords(listWords);
  const edit = useWords(editWords);
  const word = useFactWord();
  const [day, setDay] = useState<string | null>(today);
  const [village, setVillage] = useState<UnitRef | null>(null);
  const [reason, setReason] = useState<EndReason | ''>('movedAway');
  const [pressed, setPressed] = useState(false);
  const [seen, setSeen] = useState<{ act: Act; outcome: ActedOnMany } | null>(null);

  const look = useCommand({
    send: (act: Act, commandId) => inTurns({ attempt: true, act, households: versionsOf(chosen) }, commandId),
    onDone: (outcome, act) => setSeen({ act, outcome }),
  });
  const run = useCommand({
    send: ({ act, ids }: { act: Act; ids: ReadonlySet<string> }, commandId) =>
      inTurns(
        { attempt: false, act, households: versionsOf(chosen).filter(({ id }) => ids.has(id)) },
        commandId,
      ),
    changes: CHANGED,
    onDone: ({ done }) => {
      const text = t(kind === 'move' ? 'moved' : 'ended', { count: done.length });
      const action = { label: t('undo'), run: () => void undo(done) };
      showToast(kind === 'move' ? { text, action } : { text });
      onDone();
    },
  });
  const undo = useUndoMoves();

  function asked(): Act | null {
    if (day === null) return null;
    if (kind === 'end') return reason === '' ? null : { kind, day, reason };
    return village === null ? null : { kind, day, villageId: village.id };
  }
  function preview() {
    setPressed(true);
    const act = asked();
    if (act !== null) look.mutate(act);
  }
  const changed = <Value,>(set: (value: Value) => void) => {
    return (value: Value) => {
      setSeen(null);
      set(value);
    };
  };
  const problem = look.error ?? run.error;
  return (
    <Block title={t(kind === 'move' ? 'moveTitle' : 'endTitle', { count: chosen.size })}>
      <p className={styles.note}>{t('bulkLead')}</p>
      {problem === null ? null : <ProblemNotice error={problem} />}
      <div className={styles.fields}>
        {kind === 'move' ? (
          renderVillage({
            id: 'bulk-village',
            label: edit('newVillage'),
            village,
            onPick: changed(setVillage),
            error: pressed && village === null ? edit('villageMissing') : undefined,
          })
        ) : (
          <ChoiceField
            id="bulk-reason"
            label={edit('reason')}
            value={reason}
            choices={END_REASONS.map((one) => ({ value: one, label: word(one) }))}
            onChange={changed(setReason)}
          />
        )}
        <DayField
          id="bulk-day"
          label={edit('day')}
          value={day}
          today={today}
          onChange={changed(setDay)}
          error={pressed && day === null ? edit('dayMissing') : undefined}
        />
      </div>
      {seen === null ? null : <Outcome outcome={seen.outcome} />}
      <div className={styles.buttons}>
        {seen === null || seen.outcome.done.length === 0 ? (
          <Button onClick={preview} loading={look.isPending}>
            {t('look')}
          </Button>
        ) : (
          <Button
            loading={run.isPending}
            onClick={() => run.mutate({ act: seen.act, ids: new Set(seen.outcome.done.map(({ id }) => id)) })}
          >
            {t(kind === 'move' ? 'moveNow' : 'endNow', { count: seen.outcome.done.length })}
          </Button>
        )}
        <Button variant="outline" onClick={onClose}>
          {edit('close')}
        </Button>
      </div>
    </Block>
  );
}

/** Takes back moves just made; the form they were made in is gone by then. */
function useUndoMoves() {
  const t = useWords(listWords);
  const client = useQueryClient();
  return async (moved: ActedOnMany['done']): Promise<void> => {
    try {
      const { done, refused } = await inTurns(
        { attempt: false, act: { kind: 'undo-move' }, households: moved },
        newId(),
      );
      const [first] = refused;
      if (done.length > 0) showToast({ text: t('moveUndone', { count: formatCount(done.length) }) });
      if (first !== undefined)
        showToast({
          kind: 'error',
          text: `${t('moveNotUndone', { count: formatCount(refused.length) })} ${first.head}: ${first.text}`,
        });
    } catch (error) {
      showToast({ kind: 'error', text: error instanceof Error ? error.message : String(error) });
    }
    for (const queryKey of CHANGED) void client.invalidateQueries({ queryKey });
  };
}

/** As many requests as it takes, one after the other; each turn's command id follows from the first. */
async function inTurns(asked: Parameters<typeof actOnMany>[0], commandId: string): Promise<ActedOnMany> {
  const all: ActedOnMany = { done: [], refused: [] };
  for (let from = 0; from < asked.households.length; from += AT_ONCE) {
    const households = asked.households.slice(from, from + AT_ONCE);
    const { done, refused } = await actOnMany({ ...asked, households }, turnId(commandId, from / AT_ONCE));
    all.done.push(...done);
    all.refused.push(...refused);
  }
  return all;
}

/** The same turn of the same command has the same id, so that sending it again does no harm. */
const turnId = (commandId: string, turn: number): string =>
  turn === 0
    ? commandId
    : `${commandId.slice(0, -4)}${((Number.parseInt(commandId.slice(-4), 16) + turn) % 0x10000).toString(16).padStart(4, '0')}`;

const versionsOf = (chosen: Chosen) => [...chosen.values()].map(({ id, version }) => ({ id, version }));

function Outcome({ outcome: { done, refused } }: { readonly outcome: ActedOnMany }) {
  const t = useWords(listWords);
  return (
    <div role="status">
      <Notice
        kind={refused.length === 0 ? 'done' : 'warning'}
        title={
          refused.length === 0
            ? t('can', { count: done.length })
            : `${t('can', { count: done.length })}, ${t('cannot', { count: refused.length })}`
        }
      >
        {done.length === 0 ? <p>{t('nobodyCan')}</p> : null}
        {refused.length === 0 ? null : (
          <ul className={styles.refused}>
            {refused.map((one) => (
              <li key={one.id}>
                {one.head}: {one.text}
              </li>
            ))}
          </ul>
        )}
      </Notice>
    </div>
  );
}
