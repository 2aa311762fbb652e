import type { MatchPair, MatchPairs } from '@benvung/contract/review-desk';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import { Answer } from '../../platform/answer.tsx';
import { formatCount } from '../../platform/formats.ts';
import { useWords } from '../../platform/i18n.ts';
import { ProblemNotice } from '../../platform/problem-notice.tsx';
import { useCommand } from '../../platform/use-command.ts';
import { Chip } from '../../ui/chip.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PagesOfList } from '../../ui/pages.tsx';
import { showToast } from '../../ui/toasts.tsx';
import { DESK_KEYS, pairsQuery, sendDecision, sendDecisions, sendProposal, sendUndo } from './desk.api.ts';
import styles from './desk.module.css';
import { deskWords } from './desk.words.ts';

type Decision = 'same' | 'different';
type State = 'undecided' | 'decided';

interface MatchingDeskProps {
  readonly roundId: string;
  /** The reader may decide and the round is open. */
  readonly may: boolean;
  /** The round is open: this year’s classes are not final. */
  readonly open: boolean;
  readonly renderClass: (householdClass: string | null, provisional: boolean) => ReactNode;
  readonly renderHousehold: (id: string, head: string) => ReactNode;
}

/** This year's list meets last year's: pairs side by side, each decided by a person, each decision with a way back. */
export function MatchingDesk({ roundId, may, open, renderClass, renderHousehold }: MatchingDeskProps) {
  const t = useWords(deskWords);
  const [state, setState] = useState<State>('undecided');
  const [page, setPage] = useState(1);
  const pairs = useQuery(pairsQuery(roundId, state, page));
  const turn = (next: State) => {
    setState(next);
    setPage(1);
  };
  const finding = useCommand({
    send: (_: null, commandId) => sendProposal(roundId, { commandId }),
    changes: DESK_KEYS,
    done: ({ matches }) => t('foundPairs', { count: formatCount(matches.length) }),
    onDone: () => turn('undecided'),
  });
  return (
    <>
      <p>{t('matchLead')}</p>
      {may ? null : <p className={styles.second}>{t('onlyOpen')}</p>}
      {finding.isError ? <ProblemNotice error={finding.error} /> : null}
      <Answer query={pairs} rows={8}>
        {(data) => (
          <>
            <div className={styles.spread}>
              <div className={styles.acts}>
                {(['undecided', 'decided'] as const).map((one) => (
                  <Button
                    key={one}
                    variant={one === state ? 'light' : 'outline'}
                    aria-pressed={one === state}
                    onClick={() => turn(one)}
                  >
                    {t(one, { count: formatCount(countOf(data, one)) })}
                  </Button>
                ))}
              </div>
              {may ? (
                <Button variant="outline" loading={finding.isPending} onClick={() => finding.mutate(null)}>
                  {t('findPairs')}
                </Button>
              ) : null}
            </div>
            <Pairs {...{ data, state, roundId, may, open, renderClass, renderHousehold }} />
            <PagesOfList page={data.page} t={t} onPage={setPage} />
          </>
        )}
      </Answer>
    </>
  );
}

const countOf = ({ counts }: MatchPairs, state: State): number =>
  state === 'undecided' ? counts.undecided : counts.same + counts.different;

interface PairsProps extends Omit<MatchingDeskProps, 'roundId'> {
  readonly data: MatchPairs;
  readonly state: State;
  readonly roundId: string;
}

function Pairs({ data, state, roundId, may, open, renderClass, renderHousehold }: PairsProps) {
  const t = useWords(deskWords);
  const list = useRef<HTMLUListElement>(null);
  const left = useNextPair(list, data.pairs);
  useStepKeys(list);
  const undoing = useCommand({
    send: (match: string, commandId) => sendUndo(match, { commandId }),
    changes: DESK_KEYS,
    done: () => t('undone'),
  });
  const deciding = useCommand({
    send: ({ match, decision }: { match: string; decision: Decision }, commandId) =>
      sendDecision(match, { decision, commandId }),
    changes: DESK_KEYS,
    onDone: (_, { match, decision }) => {
      showToast({
        text: t(decision === 'same' ? 'sameToast' : 'differentToast'),
        action: { label: t('undo'), run: () => undoing.mutate(match) },
      });
      left.current = data.pairs.findIndex(({ id }) => id === match);
    },
  });
  const joining = useCommand({
    send: (ids: readonly string[], commandId) => sendDecisions(roundId, { ids, decision: 'same', commandId }),
    changes: DESK_KEYS,
    done: ({ decided }) => t('sameAllDone', { count: formatCount(decided) }),
  });
  const counts = { arrived: formatCount(data.arrived), missing: formatCount(data.missing) };
  if (data.pairs.length === 0)
    return (
      <Notice kind="empty" title={state === 'undecided' ? t('noPairs') : t('noDecided')}>
        <p>{t('noPairsHint', counts)}</p>
      </Notice>
    );
  const certain = data.pairs.filter(
    ({ certainty, decision }) => certainty === 'certain' && decision === null,
  );
  const busy = deciding.isPending || joining.isPending || undoing.isPending;
  const decide = (match: string, decision: Decision) => {
    if (!busy) deciding.mutate({ match, decision });
  };
  const onKey = (event: KeyboardEvent<HTMLUListElement>) => {
    if (event.nativeEvent.isComposing || !(event.target instanceof HTMLElement)) return;
    const id = event.target.dataset.pair;
    if (!may || state !== 'undecided' || id === undefined) return;
    if (event.key !== 'Enter' && event.key !== 'Delete') return;
    event.preventDefault();
    decide(id, event.key === 'Enter' ? 'same' : 'different');
  };
  return (
    <>
      {state === 'undecided' && may ? (
        <div className={styles.spread}>
          <p className={styles.hint}>{t('pairKeys')}</p>
          {certain.length === 0 ? null : (
            <Button loading={joining.isPending} onClick={() => joining.mutate(certain.map(({ id }) => id))}>
              {t('sameAll', { count: formatCount(certain.length) })}
            </Button>
          )}
        </div>
      ) : null}
      {[deciding, joining, undoing].map((act, at) =>
        // biome-ignore lint/suspicious/noArrayIndexKey: three acts that never change places
        act.isError ? <ProblemNotice key={at} error={act.error} /> : null,
      )}
      <ul className={styles.pairs} ref={list} onKeyDown={onKey}>
        {data.pairs.map((pair, at) => (
          <li key={pair.id} className={styles.pair} data-pair={pair.id} tabIndex={-1}>
            <h2 className="visually-hidden">{t('pairAt', { at: at + 1, all: data.pairs.length })}</h2>
            <Evidence pair={pair} />
            <div className={styles.sides}>
              <Side
                title={t('thisYear')}
                side={pair.listed}
                provisional={open}
                {...{ renderClass, renderHousehold }}
              />
              <Side
                title={t('lastYearList')}
                side={pair.candidate}
                provisional={false}
                {...{ renderClass, renderHousehold }}
              />
            </div>
            {may ? (
              <div className={styles.acts}>
                {pair.decision === null ? (
                  <>
                    <Button variant="outline" onClick={() => decide(pair.id, 'same')}>
                      {t('same')}
                    </Button>
                    <Button variant="outline" onClick={() => decide(pair.id, 'different')}>
                      {t('different')}
                    </Button>
                  </>
                ) : pair.undoable ? (
                  <Button variant="outline" onClick={() => undoing.mutate(pair.id)}>
                    {t('undo')}
                  </Button>
                ) : (
                  <span className={styles.hint}>{t('undoImpossible')}</span>
                )}
              </div>
            ) : null}
          </li>
        ))}
      </ul>
      {state === 'undecided' ? <p className={styles.second}>{t('restArrived', counts)}</p> : null}
    </>
  );
}

/** A pair that was decided leaves the list: the hand goes to the one that took its place. */
function useNextPair(list: RefObject<HTMLUListElement | null>, pairs: MatchPairs['pairs']) {
  const left = useRef<number | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: looks whenever the list is another
  useEffect(() => {
    if (left.current === null) return;
    const all = [...(list.current?.querySelectorAll<HTMLElement>('[data-pair]') ?? [])];
    all[Math.min(left.current, all.length - 1)]?.focus();
    left.current = null;
  }, [pairs]);
  return left;
}

/** F8 and Shift+F8, wherever one is on the page. */
function useStepKeys(list: RefObject<HTMLUListElement | null>): void {
  useEffect(() => {
    function onKeyDown(event: globalThis.KeyboardEvent) {
      if (event.key !== 'F8' || event.isComposing) return;
      const all = [...(list.current?.querySelectorAll<HTMLElement>('[data-pair]') ?? [])];
      if (all.length === 0) return;
      event.preventDefault();
      const at = all.findIndex((one) => event.target instanceof Node && one.contains(event.target));
      const next = at < 0 ? (event.shiftKey ? -1 : 0) : at + (event.shiftKey ? -1 : 1);
      all[(next + all.length) % all.length]?.focus();
    }
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [list]);
}

const EVIDENCE = [
  'headIdentityNumber',
  'memberIdentityNumber',
  'headNameBirthYearVillage',
  'members',
  'identityNumbersDiffer',
  'namesDiffer',
  'severalCandidates',
] as const;

function Evidence({ pair }: { readonly pair: MatchPair }) {
  const t = useWords(deskWords);
  const known = EVIDENCE.filter((one) => pair.evidence.includes(one));
  return (
    <div className={styles.line}>
      {pair.decision === null ? (
        <Chip
          look={pair.certainty === 'certain' ? 'done' : 'warning'}
          glyph={pair.certainty === 'certain' ? 'check' : 'question'}
        >
          {t(`certainty.${pair.certainty}`)}
        </Chip>
      ) : (
        <Chip look="plain" glyph={pair.decision === 'same' ? 'check' : 'cross'}>
          {t('decidedAs', { what: t(pair.decision), who: pair.decidedBy ?? '' })}
        </Chip>
      )}
      <span>{known.map((one) => t(`evidence.${one}`)).join(' · ')}</span>
    </div>
  );
}

interface SideProps {
  readonly title: string;
  readonly side: MatchPair['listed'];
  /** Of a round that is still open. */
  readonly provisional: boolean;
  readonly renderClass: MatchingDeskProps['renderClass'];
  readonly renderHousehold: MatchingDeskProps['renderHousehold'];
}

function Side({ title, side, provisional, renderClass, renderHousehold }: SideProps) {
  const t = useWords(deskWords);
  return (
    <div className={styles.side}>
      <h3>{title}</h3>
      <span className={styles.name}>{renderHousehold(side.id, side.head)}</span>
      <span>
        {side.village}
        {side.persons === null ? null : ` · ${t('personsCount', { count: side.persons })}`}
      </span>
      <span>{renderClass(side.class, provisional)}</span>
      <ul className={styles.members}>
        {side.members.map(({ name, birthYear, common }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two members may bear the same name and year
          <li key={at} className={common ? styles.common : ''}>
            {birthYear === null ? name : t('bornIn', { name, year: birthYear })}
            {common ? ` ✓ ${t('inBoth')}` : null}
          </li>
        ))}
      </ul>
    </div>
  );
}
