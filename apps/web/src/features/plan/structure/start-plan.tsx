import { emptyPlan, type PlanContent } from '@benvung/domain/plan/structure/plan-structure';
import { nameInSentence } from '@benvung/domain/territory/unit-type';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useWords } from '../../../platform/i18n.ts';
import { ProblemNotice } from '../../../platform/problem-notice.tsx';
import { useCommand } from '../../../platform/use-command.ts';
import { ChoiceField } from '../../../ui/choice-field.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { programmeChoicesQuery, startPlan } from './plan-structure.api.ts';
import styles from './plan-structure.module.css';
import { planStructureWords } from './plan-structure.words.ts';
import { PLAN_YEARS } from './row-parts.ts';

const [FIRST_YEAR, LAST_YEAR] = PLAN_YEARS;
const isYear = (text: string): boolean =>
  /^\d{4}$/u.test(text) && Number(text) >= FIRST_YEAR && Number(text) <= LAST_YEAR;

interface StartPlanProps {
  readonly unit: { readonly id: number; readonly name: string };
  readonly years: { readonly from: number; readonly to: number };
  readonly programme?: string;
  /** What was read from a document; without it the plan starts empty. */
  readonly content?: PlanContent;
  /** Why it cannot be made yet. */
  readonly waitsFor?: string | undefined;
  readonly onStarted: (id: string) => void;
}

/** Which plan it is to be: of what years and which programme. */
export function StartPlan({ unit, years, programme, content, waitsFor, onStarted }: StartPlanProps) {
  const t = useWords(planStructureWords);
  const known = useQuery(programmeChoicesQuery);
  const [from, setFrom] = useState(String(years.from));
  const [to, setTo] = useState(String(years.to));
  const byYear = known.data?.programmes.find(
    (one) => one.from <= `${from}-12-01` && (one.before === null || one.before > `${from}-12-01`),
  );
  const [picked, setPicked] = useState(programme ?? '');
  const tree = picked === '' ? (byYear?.id ?? '') : picked;
  const start = useCommand({
    send: (asked: Omit<Parameters<typeof startPlan>[0], 'unit'>, commandId) =>
      startPlan({ unit: unit.id, ...asked }, commandId),
    changes: [['plans']],
    onDone: ({ id }) => onStarted(id),
  });
  const period = from === to ? `năm ${from}` : `giai đoạn ${from} - ${to}`;
  const subject = `Thực hiện công tác giảm nghèo bền vững ${period} trên địa bàn ${nameInSentence(unit.name)}`;
  return (
    <form
      className={styles.row}
      onSubmit={(event) => {
        event.preventDefault();
        const [yearFrom, yearTo] = [Number(from), Number(to)];
        if (waitsFor !== undefined || !isYear(from) || !isYear(to)) return;
        start.mutate({
          kind: yearFrom === yearTo ? 'annual' : 'period',
          yearFrom,
          yearTo,
          programme: tree,
          content: content ?? emptyPlan(subject),
        });
      }}
    >
      <div className={styles.fields}>
        {(
          [
            ['fromYear', from, setFrom],
            ['toYear', to, setTo],
          ] as const
        ).map(([word, value, onChange]) => (
          <TextField
            key={word}
            label={t(word)}
            value={value}
            inputMode="numeric"
            maxLength={4}
            error={isYear(value) ? undefined : t('noWhole', { text: value, from: FIRST_YEAR, to: LAST_YEAR })}
            onChange={onChange}
          />
        ))}
        <div className={styles.wide}>
          <ChoiceField
            label={t('programme')}
            value={tree}
            choices={(known.data?.programmes ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            onChange={setPicked}
          />
        </div>
      </div>
      {start.isError ? <ProblemNotice error={start.error} /> : null}
      {waitsFor === undefined ? (
        <Button type="submit" className={styles.below ?? ''} loading={start.isPending}>
          {t('create')}
        </Button>
      ) : (
        <p>{waitsFor}</p>
      )}
    </form>
  );
}
