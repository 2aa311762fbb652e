import type { UnitRef } from '@benvung/contract/shared';
import type { UnitDetail } from '@benvung/contract/territory';
import { useQuery } from '@tanstack/react-query';
import { Link, Navigate, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { AreaTree } from '../../features/territory/area-tree.tsx';
import { MapDayChoice } from '../../features/territory/map-day-choice.tsx';
import { countedUnitQuery } from '../../features/territory/territory.api.ts';
import { territoryWords } from '../../features/territory/territory.words.ts';
import {
  DesignatedUnits,
  UnitDesignations,
  UnitLocalGroups,
} from '../../features/territory/unit-designations.tsx';
import { UnitChanges, UnitCounts, UnitVersions } from '../../features/territory/unit-facts.tsx';
import { UnitPath } from '../../features/territory/unit-path.tsx';
import { UnitSearch } from '../../features/territory/unit-search.tsx';
import { typeLabel } from '../../features/territory/unit-type.ts';
import { UnitVillages } from '../../features/territory/unit-villages.tsx';
import { WaitingVillage, WaitingVillages } from '../../features/territory/waiting-villages.tsx';
import { Answer } from '../../platform/answer.tsx';
import { formatDay } from '../../platform/formats.ts';
import { isMissing } from '../../platform/http.ts';
import { useWords } from '../../platform/i18n.ts';
import { MissingPage } from '../../platform/missing-page.tsx';
import { PageHeading } from '../../platform/page-heading.tsx';
import { platformWords } from '../../platform/platform.words.ts';
import { Notice } from '../../ui/notice.tsx';
import { reachable } from '../reach.ts';
import { useSession } from '../session-context.ts';
import styles from './territory.module.css';

/** The reader's own unit is the first page. */
export function TerritoryStartPage() {
  const { home } = useSession();
  const search = useSearch({ from: '/dia-ban' });
  return <Navigate to="/dia-ban/$id" params={{ id: String(home.id) }} search={search} replace />;
}

/** "Đơn vị này là gì, trước đây là gì, nay thuộc đâu?" with the tree of all units beside it. */
export function TerritoryPage() {
  const t = useWords(territoryWords);
  const shared = useWords(platformWords);
  const session = useSession();
  const navigate = useNavigate();
  const { id } = useParams({ from: '/dia-ban/$id' });
  const { ngay } = useSearch({ from: '/dia-ban/$id' });
  const on = ngay ?? session.today;
  const unit = useQuery(countedUnitQuery(Number(id), on));
  const open = (to: UnitRef) =>
    void navigate({
      to: '/dia-ban/$id',
      params: { id: String(to.id) },
      search: ngay === undefined ? {} : { ngay },
    });
  if (unit.data === undefined && isMissing(unit.error))
    return (
      <MissingPage title={shared('notFoundTitle')} wayBack={<Link to="/dia-ban">{t('toTerritory')}</Link>} />
    );
  return (
    <div className={styles.frame}>
      <aside className={`${styles.side} no-print`} aria-label={t('title')}>
        <MapDayChoice
          on={on}
          today={session.today}
          onDay={(day) =>
            void navigate({ to: '.', search: (last) => ({ ...last, ngay: day }), resetScroll: false })
          }
        />
        <UnitSearch on={on} onPick={open} />
        <AreaTree on={on} chosen={unit.data} onChoose={open} />
        {session.roles.some(({ role }) => role === 'administrator') ? (
          <Link to="/dia-ban/nap">{t('toLoad')}</Link>
        ) : null}
      </aside>
      <div className={styles.unit}>
        {unit.data === undefined && unit.isError ? <PageHeading>{t('title')}</PageHeading> : null}
        <Answer query={unit} rows={10}>
          {(data) => <Unit key={data.id} unit={data} on={on} />}
        </Answer>
      </div>
    </div>
  );
}

interface UnitProps {
  readonly unit: UnitDetail;
  readonly on: string;
}

const ACTING = ['officer', 'administrator'];

function Unit({ unit, on }: UnitProps) {
  const session = useSession();
  const { today } = session;
  const inForce = unit.on === on;
  const path = [...unit.ancestors.map(({ id }) => id), unit.id];
  const mayAct =
    on === today &&
    inForce &&
    session.roles.some(({ role, unit: area }) => ACTING.includes(role) && path.includes(area.id));
  const renderUnit = (other: UnitRef, day?: string) => (
    <Link
      to="/dia-ban/$id"
      params={{ id: String(other.id) }}
      search={day === undefined ? (on === today ? {} : { ngay: on }) : { ngay: day }}
    >
      {other.name}
    </Link>
  );
  const isCommune = unit.level === 'commune';
  return (
    <>
      <UnitPath path={[...unit.ancestors, unit]} renderLink={renderUnit} />
      <UnitHeading unit={unit} on={on} />
      <WaitingVillage unit={unit} on={on} today={today} mayAct={mayAct} />
      <UnitCounts unit={unit} />
      <WaitingVillages holder={unit} on={on} today={today} mayAct={mayAct} renderUnit={renderUnit} />
      {isCommune ? (
        <UnitVillages commune={unit} on={unit.on} today={today} mayAct={mayAct} renderUnit={renderUnit} />
      ) : null}
      {unit.level === 'nation' ? null : <UnitChanges unit={unit} renderUnit={renderUnit} />}
      <UnitVersions unit={unit} renderUnit={renderUnit} />
      {inForce && unit.level !== 'nation' ? <UnitDesignations unit={unit} on={on} /> : null}
      {inForce && !isCommune && unit.level !== 'village' ? (
        <DesignatedUnits under={unit.id} on={on} renderUnit={renderUnit} />
      ) : null}
      {inForce && (isCommune || unit.level === 'province') ? <UnitLocalGroups unit={unit} on={on} /> : null}
    </>
  );
}

function UnitHeading({ unit, on }: UnitProps) {
  const t = useWords(territoryWords);
  const session = useSession();
  const known = formatDay(unit.on);
  const mine = reachable(
    [...unit.ancestors, unit],
    session.roles.map((held) => held.unit),
  ).some(({ id }) => id === unit.id);
  const facts = [
    typeLabel(unit.type),
    unit.areaType === null ? '' : t(unit.areaType),
    unit.code === null ? '' : t('codeOn', { code: unit.code, day: known }),
  ];
  return (
    <div>
      <PageHeading>{unit.name}</PageHeading>
      <p className={styles.sub}>{facts.filter(Boolean).join(' · ')}</p>
      {unit.on === on && mine ? (
        <p className={`${styles.links} no-print`}>
          <Link to="/ho" search={{ 'don-vi': unit.id }}>
            {t('viewHouseholds')}
          </Link>
          {unit.level === 'village' ? null : (
            <Link to="/bieu" search={{ 'don-vi': unit.id }}>
              {t('viewTables')}
            </Link>
          )}
        </p>
      ) : null}
      {unit.on === on ? null : (
        <Notice kind="note" title={t('notOnMap', { unit: unit.name, day: formatDay(on), known })} />
      )}
    </div>
  );
}
