import type { DesignationView, UnitDetail } from '@benvung/contract/territory';
import { addDays } from '@benvung/domain/shared/day';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Answer } from '../../platform/answer.tsx';
import { formatDay } from '../../platform/formats.ts';
import { useWords } from '../../platform/i18n.ts';
import { Block } from '../../ui/block.tsx';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { designatedUnitsQuery, designationsQuery, localGroupsQuery } from './territory.api.ts';
import { territoryWords } from './territory.words.ts';
import styles from './unit-facts.module.css';
import type { RenderUnit } from './unit-facts.tsx';

/** What decisions say of a place on the day, of it and of what it lies in; and of itself at other times. */
export function UnitDesignations({ unit, on }: { readonly unit: UnitDetail; readonly on: string }) {
  const t = useWords(territoryWords);
  const found = useQuery(designationsQuery(unit.id, on));
  const others = unit.designations.filter((one) => !(one.from <= on && (one.to === null || on < one.to)));
  return (
    <Block title={t('designations', { day: formatDay(on) })}>
      <Answer query={found} rows={2}>
        {({ designations }) =>
          designations.length === 0 ? (
            <p>{t('designationsEmpty')}</p>
          ) : (
            <Designations designations={designations} of={unit.id} />
          )
        }
      </Answer>
      {others.length === 0 ? null : (
        <>
          <h3>{t('designationsPast')}</h3>
          <Designations designations={others} of={unit.id} />
        </>
      )}
    </Block>
  );
}

interface DesignationsProps {
  readonly designations: readonly DesignationView[];
  /** The unit whose page it is: its own are not named again. */
  readonly of: number;
}

function Designations({ designations, of }: DesignationsProps) {
  const t = useWords(territoryWords);
  return (
    <ul className={styles.plain}>
      {designations.map((one) => (
        <li key={`${one.unit.id}-${one.kind}-${one.from}`}>
          {one.unit.id === of ? one.label : t('givenTo', { label: one.label, unit: one.unit.name })},{' '}
          {one.to === null
            ? t('fromOn', { from: formatDay(one.from) })
            : t('fromTo', { from: formatDay(one.from), to: formatDay(addDays(one.to, -1)) })}
          <span className={styles.source}>
            {one.decision}
            {one.endDecision === null ? '' : `; ${one.endDecision}`}
          </span>
        </li>
      ))}
    </ul>
  );
}

interface DesignatedUnitsProps {
  readonly under: number;
  readonly on: string;
  readonly renderUnit: RenderUnit;
}

/** The designated units of an area, by kind. */
export function DesignatedUnits({ under, on, renderUnit }: DesignatedUnitsProps) {
  const t = useWords(territoryWords);
  const [kind, setKind] = useState('');
  const found = useQuery(designatedUnitsQuery({ under, on, kind }));
  return (
    <Block title={t('designated', { day: formatDay(on) })}>
      <Answer query={found} rows={3}>
        {({ kinds, designations, more }) => (
          <>
            <div className={styles.filter}>
              <ChoiceField
                label={t('kind')}
                value={kind}
                nothing={t('allKinds')}
                choices={kinds.map(({ code, label }) => ({ value: code, label }))}
                onChange={setKind}
              />
            </div>
            {designations.length === 0 ? <p>{t('designatedEmpty', { day: formatDay(on) })}</p> : null}
            <ul className={styles.plain}>
              {designations.map((one) => (
                <li key={`${one.unit.id}-${one.kind}`}>
                  {renderUnit(one.unit)}: {one.label}
                  <span className={styles.source}>{one.decision}</span>
                </li>
              ))}
            </ul>
            {more ? <p>{t('more')}</p> : null}
          </>
        )}
      </Answer>
    </Block>
  );
}

/** Groups that count as local there, and whether a text says so. */
export function UnitLocalGroups({ unit, on }: { readonly unit: UnitDetail; readonly on: string }) {
  const t = useWords(territoryWords);
  const found = useQuery(localGroupsQuery(unit.id, on));
  return (
    <Block title={t('localGroups', { day: formatDay(on) })}>
      <Answer query={found} rows={1}>
        {({ groups, verified }) => (
          <>
            <p>
              {groups === null
                ? t('localGroupsEmpty')
                : groups.length === 0
                  ? t('localGroupsNone')
                  : groups.map(({ name }) => name).join(', ')}
            </p>
            {verified ? null : <p className={styles.mark}>{t('unverified')}</p>}
          </>
        )}
      </Answer>
    </Block>
  );
}
