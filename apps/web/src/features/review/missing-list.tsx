import type { MissingHouseholds } from '@benvung/contract/review-desk';
import { GONE_REASONS, type GoneReason } from '@benvung/domain/review/review-record';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Answer } from '../../platform/answer.tsx';
import { formatCount } from '../../platform/formats.ts';
import { useWords } from '../../platform/i18n.ts';
import { ProblemNotice } from '../../platform/problem-notice.tsx';
import { useCommand } from '../../platform/use-command.ts';
import { Notice } from '../../ui/notice.tsx';
import { PagesOfList } from '../../ui/pages.tsx';
import { TableBox } from '../../ui/table-box.tsx';
import { showToast } from '../../ui/toasts.tsx';
import { DESK_KEYS, missingQuery, sendMissing } from './desk.api.ts';
import styles from './desk.module.css';
import { deskWords } from './desk.words.ts';

type Household = MissingHouseholds['households'][number];
export type MissingState = 'pending' | 'gone';

interface MissingListProps {
  readonly roundId: string;
  readonly state: MissingState;
  readonly may: boolean;
  readonly onState: (state: MissingState) => void;
  readonly renderClass: (householdClass: string) => ReactNode;
  readonly renderHousehold: (id: string, head: string) => ReactNode;
}

interface Telling {
  readonly households: readonly { householdId: string; version: number; reason: GoneReason | null }[];
  /** What undoing would tell: the reasons before. */
  readonly before: readonly (GoneReason | null)[];
}

/** Last year's households without a result: each still here, or gone for a reason the ledger uses. */
export function MissingList(props: MissingListProps) {
  const { roundId, state, may, onState } = props;
  const t = useWords(deskWords);
  const [page, setPage] = useState(1);
  const missing = useQuery(missingQuery(roundId, state, page));
  return (
    <>
      <p>{t('goneLead')}</p>
      {may ? null : <p className={styles.second}>{t('onlyOpen')}</p>}
      <Answer query={missing} rows={10}>
        {(data) => (
          <>
            <div className={styles.acts}>
              {(
                [
                  ['pending', 'stillPending'],
                  ['gone', 'goneTold'],
                ] as const
              ).map(([one, word]) => (
                <Button
                  key={one}
                  variant={one === state ? 'light' : 'outline'}
                  aria-pressed={one === state}
                  onClick={() => {
                    setPage(1);
                    onState(one);
                  }}
                >
                  {t(word, { count: formatCount(data.counts[one]) })}
                </Button>
              ))}
            </div>
            {data.households.length === 0 ? (
              <Notice kind="empty" title={state === 'pending' ? t('nonePending') : t('noneGone')} />
            ) : (
              <MissingTable {...props} key={`${state}-${page}`} households={data.households} />
            )}
            <PagesOfList page={data.page} t={t} onPage={setPage} />
          </>
        )}
      </Answer>
    </>
  );
}

function useTelling(roundId: string) {
  const t = useWords(deskWords);
  const undo = useCommand({
    send: ({ households }: Telling, commandId) => sendMissing(roundId, { households, commandId }),
    changes: DESK_KEYS,
    done: ({ told }) => t('takenBackToast', { count: formatCount(told) }),
  });
  const tell = useCommand({
    send: ({ households }: Telling, commandId) => sendMissing(roundId, { households, commandId }),
    changes: DESK_KEYS,
    onDone: ({ told }, { households, before }) =>
      showToast({
        text: t(households[0]?.reason === null ? 'takenBackToast' : 'goneToast', {
          count: formatCount(told),
        }),
        action: {
          label: t('undo'),
          run: () =>
            undo.mutate({
              households: households.map(({ householdId, version }, at) => ({
                householdId,
                version: version + 1,
                reason: before[at] ?? null,
              })),
              before: [],
            }),
        },
      }),
  });
  return { tell, error: tell.error ?? undo.error };
}

function MissingTable({
  households,
  roundId,
  state,
  may,
  renderClass,
  renderHousehold,
}: MissingListProps & { readonly households: readonly Household[] }) {
  const t = useWords(deskWords);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [bulk, setBulk] = useState<GoneReason>('movedAway');
  const { tell, error } = useTelling(roundId);
  const say = (some: readonly Household[], reason: GoneReason | null) => {
    if (some.length === 0) return;
    tell.mutate({
      households: some.map(({ householdId, version }) => ({ householdId, version, reason })),
      before: some.map((one) => one.reason),
    });
    setChosen(new Set());
  };
  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  const all = households.every(({ householdId }) => chosen.has(householdId));
  const picked = households.filter(({ householdId }) => chosen.has(householdId));
  return (
    <>
      {error === null ? null : <ProblemNotice error={error} />}
      {picked.length === 0 ? null : (
        <div className={`${styles.line} no-print`}>
          <label htmlFor="bulk-reason">{t('reasonForSelected', { count: formatCount(picked.length) })}</label>
          <ReasonSelect id="bulk-reason" value={bulk} onChange={(reason) => setBulk(reason ?? 'movedAway')} />
          <Button onClick={() => say(picked, bulk)} loading={tell.isPending}>
            {t('applyReason')}
          </Button>
        </div>
      )}
      <TableBox className={styles.box} label={t('goneTitle')}>
        <table className={styles.table}>
          <caption className="visually-hidden">{t('goneTitle')}</caption>
          <thead>
            <tr>
              {may && state === 'pending' ? (
                <th scope="col" className="no-print">
                  <label className={styles.checkBox}>
                    <span className="visually-hidden">{t('selectPage')}</span>
                    <input
                      type="checkbox"
                      className={styles.check}
                      checked={all}
                      onChange={() =>
                        setChosen(all ? new Set() : new Set(households.map(({ householdId }) => householdId)))
                      }
                    />
                  </label>
                </th>
              ) : null}
              <th scope="col">{t('head')}</th>
              <th scope="col">{t('village')}</th>
              <th scope="col">{t('classColumn')}</th>
              <th scope="col" className={styles.number}>
                {t('persons')}
              </th>
              <th scope="col">{t('reasonColumn')}</th>
            </tr>
          </thead>
          <tbody>
            {households.map((one) => (
              <tr key={one.householdId}>
                {may && state === 'pending' ? (
                  <td className="no-print">
                    <label className={styles.checkBox}>
                      <span className="visually-hidden">{t('selectHousehold', { head: one.head })}</span>
                      <input
                        type="checkbox"
                        className={styles.check}
                        checked={chosen.has(one.householdId)}
                        onChange={() => toggle(one.householdId)}
                      />
                    </label>
                  </td>
                ) : null}
                <th scope="row">{renderHousehold(one.householdId, one.head)}</th>
                <td>{one.village}</td>
                <td>{renderClass(one.class)}</td>
                <td className={styles.number}>{formatCount(one.persons)}</td>
                <td>
                  {may ? (
                    <ReasonSelect
                      value={one.reason}
                      label={t('reasonOf', { head: one.head })}
                      onChange={(reason) => say([one], reason)}
                    />
                  ) : one.reason === null ? (
                    ''
                  ) : (
                    t(`gone.${one.reason}`)
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
    </>
  );
}

interface ReasonSelectProps {
  readonly value: GoneReason | null;
  readonly label?: string;
  readonly id?: string;
  readonly onChange: (reason: GoneReason | null) => void;
}

function ReasonSelect({ value, label, id, onChange }: ReasonSelectProps) {
  const t = useWords(deskWords);
  return (
    <select
      className={styles.cellSelect}
      value={value ?? ''}
      {...(id === undefined ? {} : { id })}
      {...(label === undefined ? {} : { 'aria-label': label })}
      onChange={(event) => onChange((event.target.value || null) as GoneReason | null)}
    >
      {label === undefined ? null : (
        <option value="">{value === null ? t('stillHere') : t('takeBack')}</option>
      )}
      {GONE_REASONS.map((reason) => (
        <option key={reason} value={reason}>
          {t(`gone.${reason}`)}
        </option>
      ))}
    </select>
  );
}
