import type { PlaceListReport, TerritoryListReport } from '@benvung/contract/territory';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { Answer } from '../../platform/answer.tsx';
import { DayField } from '../../platform/day-field.tsx';
import { formatCount, formatDay, formatInstant } from '../../platform/formats.ts';
import { useWords } from '../../platform/i18n.ts';
import { useCommand } from '../../platform/use-command.ts';
import { Block } from '../../ui/block.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TableHead } from '../../ui/table-head.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './load-form.module.css';
import { LoadForm } from './load-form.tsx';
import {
  type FileToLoad,
  loadPlaceList,
  loadsQuery,
  loadUnitList,
  TERRITORY_KEY,
  type UnitListToLoad,
} from './territory.api.ts';
import { territoryWords } from './territory.words.ts';

/** Designations, or local groups: rows with a unit, a day and a decision. */
export function LoadPlaceList({ list }: { readonly list: 'designations' | 'local-groups' }) {
  const t = useWords(territoryWords);
  const load = useCommand<FileToLoad, PlaceListReport>({
    send: loadPlaceList(list),
    changes: [TERRITORY_KEY],
  });
  const designations = list === 'designations';
  return (
    <LoadForm
      title={t(designations ? 'loadDesignations' : 'loadGroups')}
      lead={t(designations ? 'loadDesignationsLead' : 'loadGroupsLead')}
      fileLabel={t('file')}
      accept=".xlsx,.csv"
      report={load.data}
      busy={load.isPending}
      problem={load.error}
      hasNews={({ added, ended }) => added + ended > 0}
      onSend={(file, dryRun) => load.mutate({ file, dryRun })}
      onReset={load.reset}
    >
      {({ written, rows, added, ended, unchanged }) =>
        written ? (
          <Notice kind="done" title={t('written', { added, ended })} />
        ) : added + ended === 0 ? (
          <Notice kind="note" title={t('nothingNew')} />
        ) : (
          <Notice kind="note" title={t('tried', { rows, added, ended, unchanged })} />
        )
      }
    </LoadForm>
  );
}

/** A newer list of units of the nation, with what became of the old ones. */
export function LoadUnitList({ today }: { readonly today: string }) {
  const t = useWords(territoryWords);
  const id = useId();
  const [day, setDay] = useState<string | null>(null);
  const [source, setSource] = useState('');
  const [complete, setComplete] = useState(false);
  const load = useCommand<UnitListToLoad, TerritoryListReport>({
    send: loadUnitList,
    changes: [TERRITORY_KEY],
  });
  const reset =
    <Value,>(set: (value: Value) => void) =>
    (value: Value) => {
      set(value);
      load.reset();
    };
  return (
    <LoadForm
      title={t('loadUnits')}
      lead={t('loadUnitsLead')}
      fileLabel={t('fileUnits')}
      accept=".xlsx,.csv,.json"
      report={load.data}
      busy={load.isPending}
      problem={load.error}
      hasNews={({ versions, ended }) => versions + ended > 0}
      onSend={(file, dryRun) => load.mutate({ file, dryRun, day, source: source.trim(), complete })}
      onReset={load.reset}
      answers={
        <>
          <div className={styles.answers}>
            <DayField
              label={t('dayInForce')}
              description={t('dayInForceHint')}
              value={day}
              today={today}
              onChange={reset(setDay)}
            />
            <TextField
              label={t('source')}
              description={t('decisionHint')}
              value={source}
              onChange={reset(setSource)}
              maxLength={500}
            />
          </div>
          <label className={styles.check} htmlFor={`${id}-complete`}>
            <input
              id={`${id}-complete`}
              type="checkbox"
              checked={complete}
              onChange={({ target }) => reset(setComplete)(target.checked)}
            />
            {t('complete')}
          </label>
        </>
      }
    >
      {(report) => <UnitListOutcome report={report} />}
    </LoadForm>
  );
}

function UnitListOutcome({ report }: { readonly report: TerritoryListReport }) {
  const t = useWords(territoryWords);
  const { written, day, versions, newUnits, ended, villages, changes } = report;
  const told = { day: formatDay(day), ended: formatCount(ended), newUnits: formatCount(newUnits) };
  return (
    <>
      {written ? (
        <Notice
          kind="done"
          title={t('writtenUnits', {
            day: told.day,
            versions: formatCount(versions),
            villages: formatCount(villages),
          })}
        />
      ) : (
        <Notice kind="note" title={t('triedUnits', { ...told, changed: formatCount(versions - newUnits) })} />
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls is reached by keyboard */}
      <section className={styles.scroll} tabIndex={0} aria-label={t('changesTable')}>
        <table className={styles.table}>
          <TableHead words={['change', 'code', 'name', 'details']} t={t} />
          <tbody>
            {changes.map((change) => (
              <tr key={`${change.kind}-${change.code}-${change.name}`}>
                <td>{t(change.kind)}</td>
                <td className="num">{change.code}</td>
                <td>{change.name}</td>
                <td>
                  <ChangeDetails change={change} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

function ChangeDetails({ change }: { readonly change: TerritoryListReport['changes'][number] }) {
  const t = useWords(territoryWords);
  const units = change.others.join(', ');
  if (change.kind === 'changed') return t('wasCalled', { was: change.was ?? '' });
  if (change.kind === 'new') return t('madeOfUnits', { units });
  if (units === '') return t('wentUnknown');
  return t(change.split ? 'wentSplit' : 'wentInto', { units });
}

/** The lists loaded so far. */
export function LoadedLists() {
  const t = useWords(territoryWords);
  const loads = useQuery(loadsQuery);
  return (
    <Block title={t('loads')}>
      <Answer query={loads} rows={3}>
        {(data) => (
          <table className={styles.table}>
            <TableHead words={['name', 'loadsAt', 'loadsBy']} t={t} />
            <tbody>
              {data.loads.map(({ name, at, by }) => (
                <tr key={`${name}-${at}`}>
                  <td>{name === 'shipped' ? t('shippedLists') : name}</td>
                  <td className="num">{formatInstant(at)}</td>
                  <td>{by === 'system' ? t('bySystem') : by}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Answer>
    </Block>
  );
}
