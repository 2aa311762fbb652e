import type { OpeningPlan } from '@benvung/contract/review-desk';
import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Answer } from '../../platform/answer.tsx';
import { DayField } from '../../platform/day-field.tsx';
import { TableExport } from '../../platform/export/table-export.tsx';
import { formatCount } from '../../platform/formats.ts';
import { useWords } from '../../platform/i18n.ts';
import { ProblemNotice } from '../../platform/problem-notice.tsx';
import { useCommand } from '../../platform/use-command.ts';
import { Block } from '../../ui/block.tsx';
import { CheckField } from '../../ui/check-field.tsx';
import { FormErrors } from '../../ui/form-errors.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TableBox } from '../../ui/table-box.tsx';
import { ColumnHeads } from '../../ui/table-head.tsx';
import { DESK_KEYS, planQuery, sendOpening } from './desk.api.ts';
import styles from './desk.module.css';
import { deskWords } from './desk.words.ts';

type Commune = OpeningPlan['communes'][number];

interface OpeningCheckProps {
  readonly unit: number;
  readonly year: number;
  readonly today: string;
  readonly onDone: () => void;
}

/** Households carried over by the chosen communes. */
export function carriedBy(communes: readonly Commune[]): {
  poor: number;
  nearPoor: number;
  undetermined: number;
  sum: number;
} {
  const sum = { poor: 0, nearPoor: 0, undetermined: 0, sum: 0 };
  for (const { carryOver } of communes) {
    sum.poor += carryOver.poor;
    sum.nearPoor += carryOver.nearPoor;
    sum.undetermined += carryOver.undetermined;
  }
  sum.sum = sum.poor + sum.nearPoor + sum.undetermined;
  return sum;
}

/** The check page of an opening: which communes can, which cannot and why, whom they carry over, under what standard. */
export function OpeningCheck({ unit, year, today, onDone }: OpeningCheckProps) {
  const [day, setDay] = useState<string | null>(`${year}-12-14`);
  const plan = useQuery(planQuery(unit, year, day ?? `${year}-12-14`));
  return (
    <Answer query={plan} rows={10}>
      {(data) => <OpeningForm {...{ plan: data, day, setDay, today, onDone }} />}
    </Answer>
  );
}

interface OpeningFormProps {
  readonly plan: OpeningPlan;
  readonly day: string | null;
  readonly setDay: (day: string | null) => void;
  readonly today: string;
  readonly onDone: () => void;
}

function OpeningForm({ plan, day, setDay, today, onDone }: OpeningFormProps) {
  const t = useWords(deskWords);
  const { year } = plan;
  const able = plan.communes.filter(({ obstacle }) => obstacle === null);
  const unable = plan.communes.filter(({ obstacle }) => obstacle !== null);
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set());
  const [source, setSource] = useState('');
  const [decidedBy, setDecidedBy] = useState<string>(t('decidedByDefault'));
  const [inProcedure, setInProcedure] = useState(true);
  const [attempt, setAttempt] = useState(0);
  const chosen = able.filter(({ unit }) => !left.has(unit.id));
  const opening = useCommand({
    send: (body: object, commandId) => sendOpening({ ...body, commandId }),
    changes: DESK_KEYS,
    done: ({ opened, carriedOver }) =>
      t('openedToast', { count: formatCount(opened), carried: formatCount(carriedOver) }),
    onDone,
  });
  if (able.length === 0 && unable.every(({ obstacle }) => obstacle === 'alreadyOpened'))
    return <Notice kind="note" title={t('allOpened', { year })} />;
  const errors = [
    ...(day === null ? [{ field: 'reference-day', message: t('dayMissing') }] : []),
    ...(decidedBy.trim() === '' ? [{ field: 'decided-by', message: t('decidedByMissing') }] : []),
    ...(chosen.length === 0 ? [{ field: 'chosen', message: t('chooseOne') }] : []),
  ];
  const said = (field: string) =>
    attempt > 0 ? errors.find((error) => error.field === field)?.message : undefined;
  const open = () => {
    setAttempt(attempt + 1);
    if (errors.length > 0 || day === null) return;
    opening.mutate({
      communeIds: chosen.map(({ unit }) => unit.id),
      year,
      referenceDay: day,
      source: source.trim(),
      decidedBy: decidedBy.trim(),
      inProcedure,
    });
  };
  const carried = carriedBy(chosen);
  const one = plan.communes.length === 1;
  return (
    <>
      {attempt > 0 ? (
        <FormErrors title={t('errors', { count: errors.length })} errors={errors} attempt={attempt} />
      ) : null}
      <div className={styles.form}>
        <DayField
          id="reference-day"
          label={t('referenceDay')}
          description={t('referenceHint')}
          value={day}
          onChange={setDay}
          today={`${year}-12-31` > today ? `${year}-12-31` : today}
          error={said('reference-day')}
        />
        <div>
          <p className={styles.second}>{t('standardsOfDay')}</p>
          <p>
            {plan.standard === null ? t('noStandard') : plan.standard.name}
            {plan.local === null ? null : ` · ${t('localStandard', { name: plan.local.name })}`}
          </p>
        </div>
        <TextInput
          label={t('sourceLabel')}
          description={t('sourceHint')}
          value={source}
          maxLength={500}
          onChange={(event) => setSource(event.currentTarget.value)}
        />
        <TextInput
          id="decided-by"
          label={t('decidedByLabel')}
          value={decidedBy}
          maxLength={200}
          error={said('decided-by')}
          onChange={(event) => setDecidedBy(event.currentTarget.value)}
        />
        <CheckField
          label={t('inProcedure')}
          description={t('inProcedureHint')}
          checked={inProcedure}
          onChange={setInProcedure}
        />
      </div>
      {one ? null : <Communes {...{ able, unable, left, setLeft, error: said('chosen') }} />}
      {one && unable[0]?.obstacle ? (
        <Notice kind="warning" title={t(`obstacle.${unable[0].obstacle}`)} />
      ) : (
        <Notice
          kind="note"
          title={
            carried.sum === 0
              ? t('carryNone')
              : t('carrySum', {
                  sum: formatCount(carried.sum),
                  poor: formatCount(carried.poor),
                  nearPoor: formatCount(carried.nearPoor),
                  undetermined: formatCount(carried.undetermined),
                })
          }
        >
          <p>{t('cannotUndoOpen')}</p>
        </Notice>
      )}
      {opening.isError ? <ProblemNotice error={opening.error} /> : null}
      {plan.standard === null || able.length === 0 ? null : (
        <div className={styles.acts}>
          <Button onClick={open} loading={opening.isPending}>
            {one ? t('openOneButton', { year }) : t('openButton', { count: formatCount(chosen.length) })}
          </Button>
        </div>
      )}
    </>
  );
}

interface CommunesProps {
  readonly able: readonly Commune[];
  readonly unable: readonly Commune[];
  readonly left: ReadonlySet<number>;
  readonly setLeft: (left: ReadonlySet<number>) => void;
  readonly error: string | undefined;
}

function Communes({ able, unable, left, setLeft, error }: CommunesProps) {
  const t = useWords(deskWords);
  const toggle = (id: number) => {
    const next = new Set(left);
    if (!next.delete(id)) next.add(id);
    setLeft(next);
  };
  return (
    <>
      <Block title={t('mayOpen', { count: formatCount(able.length) })}>
        {error === undefined ? null : <p className={styles.wrong}>{error}</p>}
        <label className={styles.line}>
          <input
            id="chosen"
            type="checkbox"
            className={styles.check}
            checked={left.size === 0}
            onChange={() => setLeft(left.size === 0 ? new Set(able.map(({ unit }) => unit.id)) : new Set())}
          />
          {t('chooseAll', { count: formatCount(able.length) })}
        </label>
        <TableExport title={t('mayOpen', { count: able.length })}>
          <TableBox className={styles.box} label={t('mayOpen', { count: able.length })}>
            <table className={styles.table}>
              <caption className="visually-hidden">{t('mayOpen', { count: able.length })}</caption>
              <thead>
                <tr>
                  <th rowSpan={2} scope="col" className="no-print">
                    {t('opens')}
                  </th>
                  <th rowSpan={2} scope="col">
                    {t('unit')}
                  </th>
                  <th colSpan={3} scope="colgroup">
                    {t('carryColumn')}
                  </th>
                </tr>
                <tr>
                  <ColumnHeads words={['poor', 'nearPoor', 'undetermined']} t={t} className={styles.number} />
                </tr>
              </thead>
              <tbody>
                {able.map(({ unit, carryOver }) => (
                  <tr key={unit.id}>
                    <td className="no-print">
                      <label className={styles.checkBox}>
                        <span className="visually-hidden">{unit.name}</span>
                        <input
                          type="checkbox"
                          className={styles.check}
                          checked={!left.has(unit.id)}
                          onChange={() => toggle(unit.id)}
                        />
                      </label>
                    </td>
                    <th scope="row">{unit.name}</th>
                    <td className={styles.number}>{formatCount(carryOver.poor)}</td>
                    <td className={styles.number}>{formatCount(carryOver.nearPoor)}</td>
                    <td className={styles.number}>{formatCount(carryOver.undetermined)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </TableBox>
        </TableExport>
      </Block>
      {unable.length === 0 ? null : (
        <Block title={t('mayNotOpen', { count: formatCount(unable.length) })}>
          <p>
            {unable
              .map(({ unit, obstacle }) => `${unit.name}: ${t(`obstacle.${obstacle ?? 'ended'}`)}`)
              .join(' · ')}
          </p>
        </Block>
      )}
    </>
  );
}
