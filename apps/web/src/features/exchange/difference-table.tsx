import type { DifferenceView } from '@benvung/contract/exchange-comparison';
import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { formatDay } from '../../platform/formats.ts';
import { useWords } from '../../platform/i18n.ts';
import { ProblemNotice } from '../../platform/problem-notice.tsx';
import { useCommand } from '../../platform/use-command.ts';
import { TableBox } from '../../ui/table-box.tsx';
import { TableHead } from '../../ui/table-head.tsx';
import { type Decision, decideDifference, type OpenedNumbers } from './comparison.api.ts';
import { comparisonWords } from './comparison.words.ts';
import styles from './exchange.module.css';

interface DifferenceTableProps {
  readonly comparisonId: string;
  readonly differences: readonly DifferenceView[];
  /** Identity numbers that were opened, by the number of the difference. */
  readonly opened: OpenedNumbers;
  readonly household: (id: string, children: ReactNode) => ReactNode;
}

/** What stands here and there, side by side, with the three ways to decide. */
export function DifferenceTable({ comparisonId, differences, opened, household }: DifferenceTableProps) {
  const t = useWords(comparisonWords);
  const decide = useCommand({
    send: (decision: Decision, commandId) => decideDifference(comparisonId, decision, commandId),
    changes: [['comparisons', comparisonId]],
  });
  return (
    <>
      {decide.isError ? <ProblemNotice error={decide.error} /> : null}
      <TableBox className={styles.scroll} label={t('title')}>
        <table className={styles.table}>
          <caption className="visually-hidden">{t('title')}</caption>
          <TableHead words={['here', 'there', 'decide']} t={t} />
          <tbody>
            {differences.map((one) => (
              <tr key={one.number}>
                <td>
                  <Person person={one.ours} fields={one.fields} number={opened.get(one.number)?.ours} />
                  {one.householdId === null ? null : household(one.householdId, t('household'))}
                </td>
                <td>
                  <Person person={one.theirs} fields={one.fields} number={opened.get(one.number)?.theirs} />
                </td>
                <td>
                  <Deciding one={one} busy={decide.isPending} onDecide={decide.mutate} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
    </>
  );
}

function Person({
  person,
  fields,
  number,
}: {
  readonly person: DifferenceView['ours'];
  readonly fields: readonly string[];
  /** The whole identity number, once it was opened. */
  readonly number: string | null | undefined;
}) {
  const t = useWords(comparisonWords);
  if (person === null) return <span>–</span>;
  const day = person.birthDate;
  const parts = {
    fullName: person.fullName,
    birthDate: day === null ? t('blank') : day.length === 4 ? day : formatDay(day),
    sex: person.sex === 'male' ? t('male') : person.sex === 'female' ? t('female') : t('blank'),
    identityNumber: number ?? person.identityNumber ?? t('blank'),
  };
  return (
    <ul className={styles.plain}>
      {(Object.keys(parts) as (keyof typeof parts)[]).map((key) => (
        <li key={key}>
          {key === 'fullName' ? '' : `${t(key)}: `}
          {fields.includes(key) ? <mark>{parts[key]}</mark> : parts[key]}
        </li>
      ))}
      {person.place === null ? null : <li className={styles.second}>{person.place}</li>}
    </ul>
  );
}

interface DecidingProps {
  readonly one: DifferenceView;
  readonly busy: boolean;
  readonly onDecide: (decision: Decision) => void;
}

function Deciding({ one, busy, onDecide }: DecidingProps) {
  const t = useWords(comparisonWords);
  const [keeping, setKeeping] = useState(false);
  const [reason, setReason] = useState('');
  const { number, decision, kind } = one;
  const said =
    decision === null ? null : (
      <p>
        {t('decidedBy', { what: t(decision), who: one.decidedBy ?? '' })}
        {one.reason ? ` · ${one.reason}` : ''}
      </p>
    );
  if (decision === 'theirs') return said;
  if (keeping)
    return (
      <form
        className={styles.fixes}
        onSubmit={(event) => {
          event.preventDefault();
          onDecide({ number, decision: 'ours', reason });
          setKeeping(false);
        }}
      >
        <input
          // biome-ignore lint/a11y/noAutofocus: opened by the person to type at once
          autoFocus
          className={styles.input}
          aria-label={t('reason')}
          placeholder={t('reason')}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <Button type="submit" size="xs">
          {t('keep')}
        </Button>
        <Button size="xs" variant="subtle" onClick={() => setKeeping(false)}>
          {t('close')}
        </Button>
      </form>
    );
  return (
    <>
      {said}
      <div className={styles.fixes}>
        {kind === 'differs' ? (
          <Button
            size="xs"
            variant="outline"
            disabled={busy}
            onClick={() => onDecide({ number, decision: 'theirs', reason: '' })}
          >
            {t('theirs')}
          </Button>
        ) : null}
        <Button size="xs" variant="outline" onClick={() => setKeeping(true)}>
          {t('ours')}
        </Button>
        <Button
          size="xs"
          variant="subtle"
          disabled={busy}
          onClick={() => onDecide({ number, decision: 'later', reason: '' })}
        >
          {t('later')}
        </Button>
      </div>
    </>
  );
}
