import type { UnitRef } from '@benvung/contract/shared';
import type { UnitDetail } from '@benvung/contract/territory';
import { addDays } from '@benvung/domain/shared/day';
import type { ReactNode } from 'react';
import { TableExport } from '../../platform/export/table-export.tsx';
import { formatCount, formatDay } from '../../platform/formats.ts';
import { useLanguage, useWords } from '../../platform/i18n.ts';
import { Block } from '../../ui/block.tsx';
import { sourceText } from './source-text.ts';
import { territoryWords } from './territory.words.ts';
import styles from './unit-facts.module.css';
import { typeLabel } from './unit-type.ts';
import { UnitsExport } from './units-export.tsx';

export type RenderUnit = (unit: UnitRef, on?: string) => ReactNode;

const untilText = (to: string | null, now: string): string =>
  to === null ? now : formatDay(addDays(to, -1));

const COUNT_WORDS = {
  province: 'provinces',
  district: 'districts',
  commune: 'communes',
  village: 'villages',
} as const;

/** How many units of each level lie below, beside the official number where there is one. */
export function UnitCounts({ unit }: { readonly unit: UnitDetail }) {
  const t = useWords(territoryWords);
  if (unit.level === 'village' || unit.level === 'commune') return null;
  return (
    <Block
      title={t('counts', { day: formatDay(unit.on) })}
      actions={unit.counts.length === 0 ? null : <UnitsExport unit={unit} on={unit.on} />}
    >
      {unit.counts.length === 0 ? <p>{t('countsEmpty')}</p> : null}
      <dl className={styles.counts}>
        {unit.counts.map(({ level, count, official }) => (
          <div key={level}>
            <dt>{t(COUNT_WORDS[level])}</dt>
            <dd className="num">
              {official === null
                ? formatCount(count)
                : t('countOfficial', { count: formatCount(count), official: formatCount(official) })}
            </dd>
          </div>
        ))}
      </dl>
    </Block>
  );
}

/** Every name, code, type and parent a unit ever had, with its days: a code means nothing without them. */
export function UnitVersions({
  unit,
  renderUnit,
}: {
  readonly unit: UnitDetail;
  readonly renderUnit: RenderUnit;
}) {
  const t = useWords(territoryWords);
  const language = useLanguage();
  const coded = unit.versions.some(({ code }) => code !== null);
  return (
    <Block title={t('versions')}>
      <TableExport title={`${t('versionsTable')} · ${unit.name}`}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls sideways is reached by keyboard */}
        <section className={styles.scroll} tabIndex={0} aria-label={t('versionsTable')}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{t('from')}</th>
                <th scope="col">{t('to')}</th>
                <th scope="col">{t('name')}</th>
                {coded ? <th scope="col">{t('code')}</th> : null}
                <th scope="col">{t('type')}</th>
                <th scope="col">{t('area')}</th>
                <th scope="col">{t('within')}</th>
                <th scope="col">{t('source')}</th>
              </tr>
            </thead>
            <tbody>
              {[...unit.versions].reverse().map((version) => (
                <tr key={version.validFrom}>
                  <td className="num">{formatDay(version.validFrom)}</td>
                  <td className="num">{untilText(version.validTo, t('now'))}</td>
                  <td className={styles.named}>{version.name}</td>
                  {coded ? <td className="num">{version.code ?? '–'}</td> : null}
                  <td>{typeLabel(version.type)}</td>
                  <td>{version.areaType === null ? '–' : t(version.areaType)}</td>
                  <td>{version.parent === null ? '–' : renderUnit(version.parent, version.validFrom)}</td>
                  <td>{sourceText(version.source, language)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </TableExport>
    </Block>
  );
}

/** What a unit was made of, and what became of it, with the share and the resolution. */
export function UnitChanges({
  unit,
  renderUnit,
}: {
  readonly unit: UnitDetail;
  readonly renderUnit: RenderUnit;
}) {
  const t = useWords(territoryWords);
  const isAlike = (one: UnitDetail['predecessors'][number]) => one.unit.level === unit.level;
  const alike = unit.predecessors.filter(isAlike);
  // A level that ended: its ground counts here, but this unit was not made of it.
  const ended = unit.predecessors.filter((one) => !isAlike(one));
  return (
    <div className={styles.pair}>
      <Block title={t('past')}>
        <Changes changes={alike} before empty={t('pastEmpty')} renderUnit={renderUnit} />
        {ended.length === 0 ? null : (
          <details className={styles.more}>
            <summary>{t('endedHere', { count: ended.length })}</summary>
            <Changes changes={ended} before empty="" renderUnit={renderUnit} />
          </details>
        )}
      </Block>
      <Block title={t('future')}>
        <Changes changes={unit.successors} empty={t('futureEmpty')} renderUnit={renderUnit} />
      </Block>
    </div>
  );
}

interface ChangesProps {
  readonly changes: UnitDetail['successors'];
  readonly empty: string;
  /** The other unit is the older one: it is opened on the day before. */
  readonly before?: boolean;
  readonly renderUnit: RenderUnit;
}

function Changes({ changes, empty, before = false, renderUnit }: ChangesProps) {
  const t = useWords(territoryWords);
  const language = useLanguage();
  if (changes.length === 0) return <p>{empty}</p>;
  return (
    <ul className={styles.plain}>
      {changes.map((one) => (
        <li key={`${one.day}-${one.unit.id}`}>
          {renderUnit(one.unit, before ? addDays(one.day, -1) : one.day)}
          {one.unit.code === null ? '' : ` (${one.unit.code})`}, {t(one.whole ? 'wholly' : 'inPart')},{' '}
          {t('onDay', { day: formatDay(one.day) })}
          <span className={styles.source}>
            {t('byDecision', { source: sourceText(one.source, language) })}
          </span>
        </li>
      ))}
    </ul>
  );
}
