import type { QualityView } from '@benvung/contract/review-quality';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef } from 'react';
import { Answer } from '../../../platform/answer.tsx';
import { TableExport } from '../../../platform/export/table-export.tsx';
import { formatCount, formatInstant } from '../../../platform/formats.ts';
import { useWords } from '../../../platform/i18n.ts';
import { ProblemNotice } from '../../../platform/problem-notice.tsx';
import { useCommand } from '../../../platform/use-command.ts';
import { Block } from '../../../ui/block.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { TableBox } from '../../../ui/table-box.tsx';
import { ColumnHeads } from '../../../ui/table-head.tsx';
import styles from '../desk.module.css';
import { QUALITY_KEYS, qualityQuery, sendCheck } from './quality.api.ts';
import { qualityWords } from './quality.words.ts';

interface QualityProps {
  readonly unit: number;
  readonly year: number;
  /** Each finding with its names; for those who may see them. */
  readonly findings: ReactNode;
  readonly renderUnit: (unit: NonNullable<QualityView['rows'][number]['unit']>) => ReactNode;
}

/** How the checks of a year went in a unit, in figures; who may see names finds each finding below. */
export function QualityBoard({ unit, year, findings, renderUnit }: QualityProps) {
  const t = useWords(qualityWords);
  const quality = useQuery(qualityQuery(unit, year));
  return (
    <>
      <p className="no-print">{t('lead')}</p>
      <Answer query={quality} rows={10}>
        {(data) =>
          data.state.rounds === 0 ? (
            <Notice kind="empty" title={t('none', { year })} />
          ) : (
            <>
              <Standing data={data} />
              <Checks data={data} />
              <Places data={data} renderUnit={renderUnit} />
              {data.enumerators.length === 0 ? null : <Enumerators data={data} />}
              {findings ?? <Notice kind="note" title={t('namesHint')} />}
            </>
          )
        }
      </Answer>
    </>
  );
}

interface Part {
  readonly data: QualityView;
}

/** A commune that is behind is looked through at once; of a larger unit the reader begins, and it goes on until none is. */
function Standing({ data }: Part) {
  const t = useWords(qualityWords);
  const { unit, year, state } = data;
  const check = useCommand({
    send: (_: null, commandId) => sendCheck({ commandId, unit: unit.id, year }),
    changes: QUALITY_KEYS,
    onDone: ({ checked, remaining }) => {
      if (checked > 0 && remaining > 0) check.mutate(null);
    },
  });
  const begun = useRef(false);
  const waiting = state.unchecked > 0 || state.behind > 0;
  const { mutate } = check;
  useEffect(() => {
    if (unit.level !== 'commune' || !waiting || begun.current) return;
    begun.current = true;
    mutate(null);
  }, [unit.level, waiting, mutate]);
  const told = [
    ...(state.unchecked > 0 ? [t('neverChecked', { rounds: formatCount(state.unchecked) })] : []),
    ...(state.behind > 0 ? [t('behind', { forms: formatCount(state.behind) })] : []),
  ];
  return (
    <>
      {check.isError ? <ProblemNotice error={check.error} /> : null}
      <div className={styles.spread}>
        <p aria-live="polite">
          {told.length > 0
            ? told.join(' ')
            : t('upToDate', { time: state.checkedAt === null ? '' : formatInstant(state.checkedAt) })}
          {check.data !== undefined && check.data.remaining > 0
            ? ` ${t('checkedSome', { checked: check.data.checked, remaining: check.data.remaining })}`
            : ''}
        </p>
        {waiting ? (
          <Button className="no-print" loading={check.isPending} onClick={() => check.mutate(null)}>
            {t('checkNow')}
          </Button>
        ) : null}
      </div>
    </>
  );
}

const STATES = ['open', 'explained', 'sentBack'] as const;

function Checks({ data }: Part) {
  const t = useWords(qualityWords);
  return (
    <Block title={t('byCheck')}>
      <TableExport title={t('byCheck')} place={data.unit.name}>
        <TableBox label={t('byCheck')} className={styles.box}>
          <table className={styles.table}>
            <caption className="visually-hidden">{t('byCheck')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('check')}</th>
                <ColumnHeads words={['looked', 'withoutData', ...STATES]} t={t} className={styles.number} />
              </tr>
            </thead>
            <tbody>
              {data.checks.map((one) => (
                <tr key={one.check}>
                  <th scope="row" className={styles.words}>
                    {t(`check.${one.check}`)}
                  </th>
                  <td className={styles.number}>
                    {one.looked === 0 ? t('noData') : formatCount(one.looked)}
                  </td>
                  <td className={styles.number}>{formatCount(one.withoutData)}</td>
                  {STATES.map((state) => (
                    <td key={state} className={styles.number}>
                      {one.looked === 0 && one[state] === 0 ? '–' : formatCount(one[state])}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </TableBox>
      </TableExport>
    </Block>
  );
}

interface SumsProps {
  readonly title: string;
  readonly head: string;
  readonly rows: readonly {
    readonly key: string;
    readonly name: ReactNode;
    readonly open: number;
    readonly explained: number;
    readonly sentBack: number;
    readonly more?: ReactNode;
  }[];
  readonly more?: string;
}

function Sums({ title, head, rows, more }: SumsProps) {
  const t = useWords(qualityWords);
  if (rows.length === 0) return <p>{t('noFindings')}</p>;
  return (
    <TableExport title={title}>
      <TableBox label={title} className={styles.box}>
        <table className={styles.table}>
          <caption className="visually-hidden">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{head}</th>
              <ColumnHeads words={STATES} t={t} className={styles.number} />
              {more === undefined ? null : <th scope="col">{more}</th>}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key}>
                <th scope="row">{row.name}</th>
                {STATES.map((state) => (
                  <td key={state} className={styles.number}>
                    {formatCount(row[state])}
                  </td>
                ))}
                {more === undefined ? null : <td className={styles.words}>{row.more}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
    </TableExport>
  );
}

function Places({ data, renderUnit }: Part & Pick<QualityProps, 'renderUnit'>) {
  const t = useWords(qualityWords);
  return (
    <Block title={t('byPlace')}>
      <Sums
        title={t('byPlace')}
        head={t('place')}
        more={t('most')}
        rows={data.rows.map(({ unit, byCheck, ...sums }) => ({
          key: String(unit?.id ?? 0),
          name: unit === null ? t('unknownPlace') : renderUnit(unit),
          ...sums,
          more: [...byCheck]
            .sort((a, b) => b.count - a.count)
            .slice(0, 2)
            .map(({ check, count }) => `${t(`check.${check}`)}: ${formatCount(count)}`)
            .join('; '),
        }))}
      />
    </Block>
  );
}

function Enumerators({ data }: Part) {
  const t = useWords(qualityWords);
  const closed = data.enumerators.some(({ mark, name }) => mark !== null && name === null);
  return (
    <Block title={t('byEnumerator')}>
      {closed ? <p>{t('namesClosed')}</p> : null}
      <Sums
        title={t('byEnumerator')}
        head={t('enumerator')}
        rows={data.enumerators.map(({ mark, name, ...sums }) => ({
          key: String(mark),
          name: name ?? (mark === null ? t('nobodySaid') : t('enumeratorMark', { mark })),
          ...sums,
        }))}
      />
    </Block>
  );
}
