import type { UnitRef } from '@benvung/contract/shared';
import type { UnitDetail, UnitView } from '@benvung/contract/territory';
import { NATION_ID } from '@benvung/domain/territory/admin-unit';
import { useQueries, useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { Answer } from '../../platform/answer.tsx';
import { useWords } from '../../platform/i18n.ts';
import { Glyph } from '../../ui/glyph.tsx';
import styles from './area-tree.module.css';
import { unitQuery, unitsQuery } from './territory.api.ts';
import { territoryWords } from './territory.words.ts';
import { findTyped, moveInTree, type TreeLine, visibleLines } from './tree-model.ts';

interface AreaTreeProps {
  /** The day whose map is shown. */
  readonly on: string;
  readonly chosen: UnitDetail | undefined;
  readonly onChoose: (unit: UnitRef) => void;
}

const MOST_BELOW = 500;
/** Letters typed faster than this make one word. */
const TYPING_MS = 700;

/** All units of a day, opened step by step; keys as in any tree. */
export function AreaTree(props: AreaTreeProps) {
  const nation = useQuery(unitQuery(NATION_ID, props.on));
  return (
    <Answer query={nation} rows={8}>
      {(root) => <OpenTree {...props} root={root} />}
    </Answer>
  );
}

function OpenTree({ on, chosen, onChoose, root }: AreaTreeProps & { readonly root: UnitView }) {
  const t = useWords(territoryWords);
  const [opened, setOpened] = useState<ReadonlySet<number>>(new Set([root.id]));
  const [focused, setFocused] = useState(chosen?.id ?? root.id);
  const tree = useRef<HTMLDivElement>(null);
  const typed = useRef({ text: '', at: 0 });
  useEffect(() => {
    if (chosen === undefined) return;
    setFocused(chosen.id);
    setOpened((last) => new Set([...last, ...chosen.ancestors.map(({ id }) => id)]));
  }, [chosen]);

  const ids = [...opened];
  // What lay in another unit before is never shown in this one's place.
  const below = useQueries({
    queries: ids.map((parent) => ({
      ...unitsQuery({ on, parent, limit: MOST_BELOW }),
      placeholderData: undefined,
    })),
  });
  const children = new Map(ids.map((id, at) => [id, below[at]?.data?.units]));
  const lines = visibleLines({ root, opened, childrenOf: (id) => children.get(id) });
  const current = Math.max(
    lines.findIndex(({ unit }) => unit.id === focused),
    0,
  );

  const chosenAt = lines.findIndex(({ unit }) => unit.id === chosen?.id);
  useEffect(() => {
    const box = tree.current;
    const item = chosenAt < 0 ? null : box?.children.item(chosenAt);
    if (box && item instanceof HTMLElement) keepInSight(box, item);
  }, [chosenAt]);

  function focus(id: number) {
    setFocused(id);
    tree.current?.querySelector<HTMLElement>(`[data-unit="${id}"]`)?.focus();
  }
  function toggle(id: number) {
    setOpened((last) => {
      const next = new Set(last);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  }
  function type(letter: string, time: number): boolean {
    const kept = typed.current;
    typed.current = { text: time - kept.at < TYPING_MS ? kept.text + letter : letter, at: time };
    const found = findTyped(lines, current, typed.current.text);
    if (found !== undefined) focus(found);
    return found !== undefined;
  }
  /** A space within a name that is being typed belongs to it. */
  const isChoice = ({ key, timeStamp }: KeyboardEvent): boolean =>
    key === 'Enter' || (key === ' ' && timeStamp - typed.current.at >= TYPING_MS);

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const line = lines[current];
    const move = moveInTree(lines, current, event.key);
    // Whoever moves has finished the name they were typing.
    if (move !== undefined) typed.current = { text: '', at: 0 };
    if (move !== undefined && 'focus' in move) focus(move.focus);
    else if (move !== undefined) toggle('open' in move ? move.open : move.shut);
    else if (isChoice(event) && line !== undefined) onChoose(line.unit);
    else if (event.key.length !== 1 || !type(event.key, event.timeStamp)) return;
    event.preventDefault();
  }

  return (
    <div ref={tree} role="tree" aria-label={t('tree')} className={styles.tree}>
      {lines.map((line, at) => (
        <TreeItem
          key={line.unit.id}
          line={line}
          chosen={line.unit.id === chosen?.id}
          reachable={at === current}
          onKeyDown={onKeyDown}
          onToggle={() => toggle(line.unit.id)}
          onChoose={() => {
            setFocused(line.unit.id);
            onChoose(line.unit);
          }}
        />
      ))}
    </div>
  );
}

/** Scrolls the tree alone, never the page. */
function keepInSight(box: HTMLElement, item: HTMLElement): void {
  const [top, bottom] = [item.offsetTop - box.offsetTop, item.offsetTop - box.offsetTop + item.offsetHeight];
  if (top < box.scrollTop || bottom > box.scrollTop + box.clientHeight)
    box.scrollTop = top - Math.round(box.clientHeight / 3);
}

interface TreeItemProps {
  readonly line: TreeLine;
  readonly chosen: boolean;
  /** The one line that Tab reaches. */
  readonly reachable: boolean;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onToggle: () => void;
  readonly onChoose: () => void;
}

function TreeItem({ line, chosen, reachable, onKeyDown, onToggle, onChoose }: TreeItemProps) {
  const t = useWords(territoryWords);
  const { unit, depth, open, waiting, position, siblings } = line;
  return (
    <div
      role="treeitem"
      data-unit={unit.id}
      aria-level={depth}
      aria-posinset={position}
      aria-setsize={siblings}
      aria-selected={chosen}
      {...(unit.hasChildren ? { 'aria-expanded': open } : {})}
      tabIndex={reachable ? 0 : -1}
      className={`${styles.item} ${styles[`depth${Math.min(depth, 5)}`]}`}
      onKeyDown={onKeyDown}
      onClick={onChoose}
    >
      {unit.hasChildren ? (
        <span
          className={styles.twist}
          aria-hidden="true"
          onClick={(event) => {
            event.stopPropagation();
            onToggle();
          }}
        >
          <Glyph shape={open ? 'down' : 'right'} />
        </span>
      ) : (
        <span className={styles.twist} />
      )}
      <span className={styles.name}>{unit.name}</span>
      {waiting ? <span className={styles.waiting}>{t('loadingBelow')}</span> : null}
    </div>
  );
}
