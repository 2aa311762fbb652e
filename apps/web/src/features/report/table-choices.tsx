import type { OfficialTable } from '@benvung/contract/report';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { formatDay } from '../../platform/formats.ts';
import { useLanguage, useWords } from '../../platform/i18n.ts';
import { formsQuery } from './report.api.ts';
import { reportWords } from './report.words.ts';
import styles from './table-choices.module.css';

interface MapDay {
  readonly day: string;
  readonly label: string;
}

interface TableChoicesProps {
  readonly number: number;
  readonly year: number;
  readonly map: string | null;
  /** The standards the unit classifies under; a choice where there are two. */
  readonly standards: NonNullable<OfficialTable['standards']>;
  readonly standard: string | undefined;
  readonly onStandard: (standard: string | undefined) => void;
  /** Not there until they are known. */
  readonly mapDays: readonly MapDay[] | undefined;
  readonly onNumber: (number: number) => void;
  readonly onYear: (year: number) => void;
  readonly onMap: (map: string | null) => void;
  /** The unit picker, which belongs to another feature. */
  readonly unitPicker: ReactNode;
}

/** Which table, of which year, of which unit, on which map: always all visible. */
export function TableChoices(props: TableChoicesProps) {
  const t = useWords(reportWords);
  const forms = useQuery(formsQuery);
  const years = forms.data?.years ?? [];
  const withChosen = years.includes(props.year) ? years : [props.year, ...years];
  return (
    <div className={`${styles.choices} no-print`}>
      <label className={styles.field}>
        {t('otherForm')}
        <select
          className={styles.select}
          style={{ width: 190 }}
          value={props.number}
          onChange={(event) => props.onNumber(Number(event.target.value))}
        >
          {(forms.data?.forms ?? [{ number: props.number, title: '' }]).map((form) => (
            <option key={form.number} value={form.number}>
              {form.number}. {form.title}
            </option>
          ))}
        </select>
      </label>
      <label className={styles.field}>
        {t('year')}
        <select
          className={styles.select}
          value={props.year}
          onChange={(event) => props.onYear(Number(event.target.value))}
        >
          {[...withChosen]
            .sort((a, b) => b - a)
            .map((year) => (
              <option key={year} value={year}>
                {year}
              </option>
            ))}
        </select>
      </label>
      <span className={styles.field}>
        {t('unit')} {props.unitPicker}
      </span>
      <MapChoice {...props} />
      <StandardChoice {...props} />
    </div>
  );
}

/** National money follows the national class, local money the local one: which is shown is always said. */
function StandardChoice({ standards, standard, onStandard }: TableChoicesProps) {
  const t = useWords(reportWords);
  const language = useLanguage();
  const shown = standards.find(({ id, local }) => (standard === undefined ? !local : id === standard));
  if (standards.length < 2) return null;
  return (
    <>
      <label className={`${styles.field} ${styles.standard}`}>
        {t('standardChoice')}
        <select
          className={styles.select}
          value={shown?.id ?? ''}
          onChange={(event) => {
            const chosen = standards.find(({ id }) => id === event.target.value);
            onStandard(chosen?.local ? chosen.id : undefined);
          }}
        >
          {standards.map(({ id, title, local }) => (
            <option key={id} value={id}>
              {t(local ? 'localStandard' : 'nationalStandard')} · {title[language]}
            </option>
          ))}
        </select>
      </label>
      <p className={styles.note}>{t(shown?.local ? 'localMoney' : 'nationalMoney')}</p>
    </>
  );
}

function MapChoice({ map, mapDays: known, onMap }: TableChoicesProps) {
  const t = useWords(reportWords);
  const mapDays = [...(known ?? [])].sort((a, b) => (a.day < b.day ? 1 : -1));
  const first = mapDays[0]?.day ?? null;
  return (
    <fieldset className={styles.map}>
      <legend>{t('map')}</legend>
      <label>
        <input type="radio" name="map" checked={map === null} onChange={() => onMap(null)} />
        {t('asItWas')}
      </label>
      {first === null ? (
        known && <span>{t('noMaps')}</span>
      ) : (
        <>
          <label>
            <input type="radio" name="map" checked={map !== null} onChange={() => onMap(first)} />
            {t('onMapOf')}
          </label>
          <select
            className={`${styles.select} ${styles.mapDay}`}
            aria-label={t('mapDay')}
            value={map ?? first}
            onChange={(event) => onMap(event.target.value)}
          >
            {mapDays.map((one) => (
              <option key={one.day} value={one.day}>
                {formatDay(one.day)}
                {one.label === formatDay(one.day) ? '' : ` · ${one.label}`}
              </option>
            ))}
          </select>
        </>
      )}
    </fieldset>
  );
}
