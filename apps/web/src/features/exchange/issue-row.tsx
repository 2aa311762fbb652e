import type { BatchIssueView } from '@benvung/contract/exchange-batch';
import { Button } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, type Ref, useState } from 'react';
import { formatCount } from '../../platform/formats.ts';
import { useWords } from '../../platform/i18n.ts';
import { Glyph } from '../../ui/glyph.tsx';
import styles from './exchange.module.css';
import { exchangeWords } from './exchange.words.ts';

interface IssueRowProps {
  readonly issue: BatchIssueView;
  readonly index: number;
  readonly current: boolean;
  readonly open: boolean;
  readonly editing: boolean;
  /** What the cell was put right to. */
  readonly mended: string | undefined;
  /** Of a household that may be known: what was decided. */
  readonly decision: boolean | null;
  readonly household: (id: string, children: ReactNode) => ReactNode;
  readonly onDecide: (candidate: string, same: boolean | null) => void;
  readonly measure: Ref<HTMLTableRowElement>;
  readonly onFocus: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onEdit: (on: boolean) => void;
  readonly onCorrect: (to: string, everywhere: boolean) => void;
}

export function IssueRow(props: IssueRowProps) {
  const { issue, index, current, measure, onFocus, onKeyDown } = props;
  return (
    <tr
      ref={measure}
      data-index={index}
      data-row={index}
      data-severity={issue.severity}
      aria-rowindex={index + 2}
      tabIndex={current ? 0 : -1}
      onFocus={onFocus}
      onKeyDown={onKeyDown}
    >
      <th scope="row" className={styles.at}>
        <span className={styles.mark}>
          <Glyph shape={issue.severity} />
        </span>
        {issue.at}
      </th>
      <td>{issue.value}</td>
      <td>{issue.message}</td>
      <td>{issue.match === null ? <WaysOut {...props} /> : <Deciding {...props} match={issue.match} />}</td>
    </tr>
  );
}

function WaysOut({ issue, open, editing, mended, onEdit, onCorrect }: IssueRowProps) {
  const t = useWords(exchangeWords);
  const many = issue.equal > 1 && issue.column !== null;
  const wordOf = ({ kind, to }: BatchIssueView['fixes'][number]) => {
    const fix = kind === 'blank' ? t('blank') : kind === 'yearOnly' ? t('yearOnly', { year: to }) : to;
    return many ? t('forAll', { fix, count: formatCount(issue.equal) }) : fix;
  };
  if (editing) return <EditCell issue={issue} onEdit={onEdit} onCorrect={onCorrect} />;
  return (
    <div className={styles.fixes}>
      {mended === undefined ? null : (
        <span className={styles.fixed}>
          <Glyph shape="check" /> {mended === '' ? t('fixedBlank') : t('fixedTo', { to: mended })}
        </span>
      )}
      {open && issue.editable && mended === undefined
        ? issue.fixes.map((fix) => (
            <Button
              key={fix.kind + fix.to}
              variant="outline"
              size="xs"
              onClick={() => onCorrect(fix.to, many)}
            >
              {wordOf(fix)}
            </Button>
          ))
        : null}
      {open && issue.editable ? (
        <Button variant="subtle" size="xs" onClick={() => onEdit(true)}>
          {t('otherValue')}
        </Button>
      ) : null}
    </div>
  );
}

interface DecidingProps extends Pick<IssueRowProps, 'open' | 'decision' | 'household' | 'onDecide'> {
  readonly match: NonNullable<BatchIssueView['match']>;
}

/** One household or two, said before anything is written. */
function Deciding({ match, open, decision, household, onDecide }: DecidingProps) {
  const t = useWords(exchangeWords);
  return (
    <div className={styles.fixes}>
      {decision === null ? null : (
        <span className={styles.fixed}>
          <Glyph shape="check" /> {t(decision ? 'sameHousehold' : 'otherHousehold')}
        </span>
      )}
      {open && decision === null ? (
        <>
          <Button variant="outline" size="xs" onClick={() => onDecide(match.candidate, true)}>
            {t('sameHousehold')}
          </Button>
          <Button variant="outline" size="xs" onClick={() => onDecide(match.candidate, false)}>
            {t('otherHousehold')}
          </Button>
        </>
      ) : null}
      {open && decision !== null ? (
        <Button variant="subtle" size="xs" onClick={() => onDecide(match.candidate, null)}>
          {t('decideAgain')}
        </Button>
      ) : null}
      {household(match.candidate, t('seeKnown'))}
    </div>
  );
}

function EditCell({ issue, onEdit, onCorrect }: Pick<IssueRowProps, 'issue' | 'onEdit' | 'onCorrect'>) {
  const t = useWords(exchangeWords);
  const [text, setText] = useState(issue.value ?? '');
  return (
    <form
      className={styles.fixes}
      onSubmit={(event) => {
        event.preventDefault();
        onCorrect(text.trim(), false);
      }}
    >
      <input
        // biome-ignore lint/a11y/noAutofocus: opened by the person to type at once
        autoFocus
        className={styles.input}
        aria-label={t('newValue', { at: issue.at })}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onEdit(false);
        }}
      />
      <Button type="submit" size="xs">
        {t('keep')}
      </Button>
      <Button variant="subtle" size="xs" onClick={() => onEdit(false)}>
        {t('close')}
      </Button>
    </form>
  );
}
