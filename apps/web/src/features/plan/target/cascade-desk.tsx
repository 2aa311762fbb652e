import type { TargetCascade } from '@benvung/contract/plan-target';
import { problemText } from '@benvung/contract/problem-texts';
import { printRate } from '@benvung/domain/plan/target/rate';
import type { SplitMethod } from '@benvung/domain/plan/target/split-target';
import { plannedRate } from '@benvung/domain/plan/target/target';
import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { formatCount, formatTime } from '../../../platform/formats.ts';
import { getLanguage, useWords } from '../../../platform/i18n.ts';
import { ProblemNotice } from '../../../platform/problem-notice.tsx';
import { useCommand } from '../../../platform/use-command.ts';
import { MenuButton } from '../../../ui/menu-button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { GridCopy } from './cascade-copy.tsx';
import { CascadeGrid } from './cascade-grid.tsx';
import {
  applyChanges,
  type Branch,
  lineToType,
  mayType,
  partsOf,
  type Sums,
  sumsOf,
  typedBySystem,
} from './cascade-model.ts';
import { saveTyped } from './save-typed.ts';
import { splitAmong } from './split-parts.ts';
import { actOnTargets, TARGET_KEYS } from './target.api.ts';
import styles from './target.module.css';
import { targetWords } from './target.words.ts';
import { TargetPanel } from './target-panel.tsx';
import { useCascade } from './use-cascade.ts';
import { useNarrow } from './use-narrow.ts';

interface CascadeDeskProps {
  readonly cascade: TargetCascade;
  readonly renderUnit: (unit: { id: number; name: string }, label: string) => ReactNode;
}

/** Hands a target down so that it adds up: the tree, the sum of the level one works on, splitting, saving, sending. */
export function CascadeDesk({ cascade, renderUnit }: CascadeDeskProps) {
  const t = useWords(targetWords);
  const { branches, draft, toggle } = useCascade(cascade);
  const { value: typed, set: setTyped } = draft;
  const [activeKey, setActiveKey] = useState('');
  const [shown, setShown] = useState<string | null>(null);
  const [said, setSaid] = useState<{ kind: 'note' | 'error'; title: string; text: string } | null>(null);
  const narrow = useNarrow();
  const active = branches.find(({ key }) => key === activeKey) ?? branches[0];
  const whole = active === undefined ? undefined : groupOf(active, branches);
  const kinds = cascade.shown.map((code) => cascade.indicators.find((one) => one.code === code)?.kind);
  const panel = branches.find(({ key }) => key === shown);
  const split = (method: SplitMethod) => {
    if (whole === undefined) return;
    const result = splitAmong(whole, partsOf(whole, branches), { method, typed });
    if (!result.ok) {
      const problem = result.problem as Parameters<typeof problemText>[0];
      setSaid({ kind: 'error', title: t('splitRefused'), text: problemText(problem, getLanguage()) });
      return;
    }
    setTyped(() => result.value);
    setSaid({ kind: 'note', title: '', text: t('splitDone') });
  };
  return (
    <>
      {whole === undefined ? null : (
        <CascadeBar
          {...{ cascade, branches, whole, typed }}
          onSplit={split}
          onSaved={() => {
            draft.drop();
            setSaid(null);
          }}
          onDrop={() => {
            draft.drop();
            setSaid(null);
          }}
          onTakeOpening={() =>
            setTyped((last) => ({ ...last, ...openingOf([whole, ...partsOf(whole, branches)]) }))
          }
          extra={
            <>
              <GridCopy {...{ cascade, branches }} />
              {active === undefined ? null : (
                <Button variant="outline" onClick={() => setShown(active.key)}>
                  {t('details', { unit: active.row.unit.name })}
                </Button>
              )}
            </>
          }
        />
      )}
      {draft.restoredAt === null || Object.keys(typed).length === 0 ? null : (
        <p className={styles.second}>{t('restored', { time: formatTime(draft.restoredAt) })}</p>
      )}
      {branches.some(({ row }) => row.facts.provisional) ? (
        <p className={styles.second}>{t('soFar', { year: cascade.year - 1, next: cascade.year })}</p>
      ) : null}
      {said === null ? null : (
        <Notice kind={said.kind} title={said.title === '' ? said.text : said.title}>
          {said.title === '' ? null : <p>{said.text}</p>}
        </Notice>
      )}
      <CascadeGrid
        caption={t('caption', { year: cascade.year, unit: cascade.unit.name })}
        branches={branches}
        onlyStocks={kinds.every((kind) => kind === 'stock')}
        severalIndicators={cascade.shown.length > 1}
        narrow={narrow}
        onChange={(changes) => setTyped((last) => applyChanges(branches, last, changes))}
        onActiveRow={setActiveKey}
        onToggle={toggle}
      />
      {panel === undefined ? null : (
        <TargetPanel
          key={panel.key}
          branch={panel}
          branches={branches}
          year={cascade.year}
          onClose={() => setShown(null)}
          renderUnit={renderUnit}
        />
      )}
    </>
  );
}

/** The level one works on: the active row when units stand below it, otherwise the row above. */
const groupOf = (active: Branch, branches: readonly Branch[]): Branch =>
  active.open === true && partsOf(active, branches).length > 0 ? active : (active.parent ?? active);

const openingOf = (branches: readonly Branch[]) =>
  Object.fromEntries(
    branches
      .filter((branch) => branch.line === null && mayType(branch))
      .map((branch) => [branch.key, typedBySystem(branch, lineToType(branch))]),
  );

interface CascadeBarProps {
  readonly cascade: TargetCascade;
  readonly branches: readonly Branch[];
  readonly whole: Branch;
  readonly typed: Readonly<Record<string, unknown>>;
  readonly onSplit: (method: SplitMethod) => void;
  readonly onSaved: () => void;
  readonly onDrop: () => void;
  readonly onTakeOpening: () => void;
  readonly extra: ReactNode;
}

function CascadeBar({
  cascade,
  branches,
  whole,
  typed,
  onSplit,
  onSaved,
  onDrop,
  onTakeOpening,
  extra,
}: CascadeBarProps) {
  const t = useWords(targetWords);
  const parts = partsOf(whole, branches);
  const sums = sumsOf(whole, branches);
  const changed = Object.keys(typed).length;
  const open = parts.filter(mayType);
  const saving = useCommand({
    send: (_input: null, commandId) => saveTyped(branches, { year: cascade.year, commandId }),
    changes: TARGET_KEYS,
    done: (count) => t('saved', { count }),
    onDone: onSaved,
  });
  const sending = useCommand({
    send: actOnTargets,
    changes: TARGET_KEYS,
    done: ({ changed: count }) => t('sent', { count }),
  });
  const toSend = open.filter(
    ({ row }) => row.version > 0 && (row.state === 'draft' || row.state === 'asked'),
  );
  const adds = sums === null || sums.rest === 0 || (whole.indicator.kind === 'coverage' && sums.rest < 0);
  const may = open.length > 0;
  return (
    <>
      <div className={`${styles.bar} no-print`}>
        <p className={styles.sums} role="status">
          <SumLine whole={whole} sums={sums} />
        </p>
        {may ? (
          <MenuButton
            label={t('split')}
            items={(whole.indicator.kind === 'stock' ? STOCK_METHODS : WHOLE_METHODS).map(
              ([method, word]) => ({
                key: method,
                label: t(word),
                run: () => onSplit(method),
              }),
            )}
          />
        ) : null}
        {changed > 0 ? (
          <>
            <Button onClick={() => saving.mutate(null)} loading={saving.isPending}>
              {t('save', { count: formatCount(changed) })}
            </Button>
            <Button variant="outline" onClick={onDrop}>
              {t('discard')}
            </Button>
          </>
        ) : may && toSend.length > 0 && adds ? (
          <Button
            loading={sending.isPending}
            onClick={() =>
              sending.mutate({
                year: cascade.year,
                act: 'propose',
                targets: toSend.map(({ row }) => ({
                  unitId: row.unit.id,
                  indicator: row.indicator,
                  version: row.version,
                })),
              })
            }
          >
            {t('send')}
          </Button>
        ) : null}
        {whole.line === null && mayType(whole) ? (
          <Button variant="outline" onClick={onTakeOpening}>
            {t('takeOpening', { year: cascade.year - 1 })}
          </Button>
        ) : null}
        {extra}
      </div>
      {may && toSend.length > 0 && (changed > 0 || !adds) ? (
        <p className={`${styles.second} no-print`}>{t('sendWaits')}</p>
      ) : null}
      {saving.isError ? <ProblemNotice error={saving.error} /> : null}
      {sending.isError ? <ProblemNotice error={sending.error} /> : null}
    </>
  );
}

const STOCK_METHODS = [
  ['stock', 'splitStock'],
  ['rate', 'splitRate'],
  ['capacity', 'splitCapacity'],
] as const;
const WHOLE_METHODS = [['stock', 'splitStock']] as const;

function SumLine({ whole, sums }: { readonly whole: Branch; readonly sums: Sums | null }) {
  const t = useWords(targetWords);
  const unit = whole.row.unit.name;
  if (sums === null) {
    const rate = whole.line === null ? null : plannedRate(whole.line);
    if (rate !== null) return t('headRateOnly', { unit, rate: printRate(rate) });
    if (!mayType(whole)) return t('ownNone', { unit });
    return t('headNone', { unit, column: whole.indicator.kind === 'stock' ? t('reduce') : t('assigned') });
  }
  const { parts, rest } = sums;
  const fits = rest === 0 || (rest < 0 && whole.indicator.kind === 'coverage');
  return (
    <>
      {t('headAssigned', { unit, whole: formatCount(sums.whole), parts: formatCount(parts) })}
      {' · '}
      <span className={fits ? styles.fit : styles.short}>
        {fits
          ? `✓ ${t('headFit')}`
          : rest > 0
            ? `▲ ${t('headRest', { rest: formatCount(rest) })}`
            : `▲ ${t('headOver', { rest: formatCount(-rest) })}`}
      </span>
    </>
  );
}
