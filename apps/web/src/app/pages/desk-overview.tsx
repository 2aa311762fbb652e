import type { DeskView } from '@benvung/contract/review-desk';
import { Button } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { Blockers } from '../../features/review/blockers.tsx';
import styles from '../../features/review/desk.module.css';
import { deskWords } from '../../features/review/desk.words.ts';
import {
  buildAreasModel,
  buildCommunesModel,
  buildVillagesModel,
  type DeskLinks,
  sumOfRound,
} from '../../features/review/desk-model.ts';
import { RoundHistoryBlock } from '../../features/review/round-history.tsx';
import { GridExport } from '../../platform/export/table-export.tsx';
import { formatCount, formatDay } from '../../platform/formats.ts';
import { useWords } from '../../platform/i18n.ts';
import { Grid } from '../../ui/grid/grid.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useMay } from '../use-may.ts';

/** Who may type results, and where. */
export const ENTERING = ['enumerator', 'officer'] as const;
export const entryOf = (round: string) => ({ to: '/nhap-phieu/$dot', params: { dot: round } }) as const;

/** Where the round of a unit stands and what is in its way; one filled button, the next step. */
export function DeskOverview({ desk }: { readonly desk: DeskView }) {
  const t = useWords(deskWords);
  const navigate = useNavigate();
  const { unit, year, rows } = desk;
  const alone = unit.level === 'commune' ? rows[0] : undefined;
  const mayEnter = useMay(ENTERING);
  const model = useMemo(() => {
    const links: DeskLinks = {
      desk: (id) => `/ra-soat/${year}/${id}`,
      households: (id, filter) =>
        `/ho?${new URLSearchParams({ nam: String(year), 'don-vi': String(id), ...asTexts(filter) })}`,
      ...(unit.level === 'commune' ? { gone: `/ra-soat/${year}/${unit.id}/khong-con?trang-thai=gone` } : {}),
    };
    if (unit.level === 'nation') return buildAreasModel(desk, links, t);
    return unit.level === 'commune' ? buildVillagesModel(desk, links, t) : buildCommunesModel(desk, links, t);
  }, [desk, unit, year, t]);
  return (
    <>
      <div className={styles.spread}>
        <StatusLine desk={desk} />
        <Acts desk={desk} />
      </div>
      <MergedRounds desk={desk} />
      {alone?.round === null && rows.length === 1 ? (
        <Notice kind="empty" title={t('noRound', { year })}>
          <p>{t('noRoundHint', { count: formatCount(alone.carryOver ?? 0) })}</p>
        </Notice>
      ) : null}
      {alone?.round?.status === 'OPEN' ? (
        <Blockers
          row={alone}
          year={year}
          title={t('blocking')}
          {...(mayEnter ? { entry: entryOf(alone.round.id) } : {})}
        />
      ) : null}
      {alone?.round === null ? null : (
        <>
          <Grid model={model} onOpen={(href) => void navigate({ href })} />
          <GridExport
            model={model}
            title={model.caption}
            place={unit.name}
            facts={[`${t('year')} ${year}`]}
          />
        </>
      )}
      {alone === undefined || alone.round === null ? null : (
        <>
          <p className={styles.second}>{t('addsUp', { sum: formatCount(sumOfRound(alone.counts)) })}</p>
          <RoundHistoryBlock roundId={alone.round.id} />
        </>
      )}
    </>
  );
}

/** The rounds of communes that became this one, each with its own desk. */
export function MergedRounds({ desk, part = '' }: { readonly desk: DeskView; readonly part?: string }) {
  const t = useWords(deskWords);
  const former =
    desk.unit.level === 'commune' ? desk.rows.filter(({ unit }) => unit.id !== desk.unit.id) : [];
  if (former.length === 0) return null;
  return (
    <Notice kind="note" title={t('mergedRounds')}>
      <ul>
        {former.map(({ unit, round }) => (
          <li key={unit.id}>
            <a href={`/ra-soat/${desk.year}/${unit.id}${part}`}>{unit.name}</a>
            {round === null ? '' : ` · ${t(round.status)}`}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

const asTexts = (filter: Readonly<Record<string, string | number>>): Record<string, string> =>
  Object.fromEntries(Object.entries(filter).map(([name, value]) => [name, String(value)]));

function StatusLine({ desk }: { readonly desk: DeskView }) {
  const t = useWords(deskWords);
  const { unit, year, years, rows } = desk;
  const navigate = useNavigate();
  const round = unit.level === 'commune' ? rows[0]?.round : undefined;
  const shown = [...new Set([year, ...years, Number(desk.today.slice(0, 4))])].sort((a, b) => b - a);
  const told =
    round === undefined || round === null
      ? []
      : [
          t('standardLine', { standard: round.standardId }),
          ...(round.localStandardId === null ? [] : [round.localStandardId]),
          t('referenceLine', { day: formatDay(round.referenceDay) }),
          t('openedOn', { day: formatDay(round.openedOn) }),
          ...(round.closedOn === null ? [] : [t('closedOn', { day: formatDay(round.closedOn) })]),
          ...(round.lockedOn === null ? [] : [t('lockedOn', { day: formatDay(round.lockedOn) })]),
        ];
  const parts = (
    [
      ['NOT_BEGUN', 'notBegunPart'],
      ['OPEN', 'openPart'],
      ['CLOSED', 'closedPart'],
      ['LOCKED', 'lockedPart'],
    ] as const
  ).flatMap(([one, word]) => {
    const count = rows.filter((row) => (row.round?.status ?? 'NOT_BEGUN') === one).length;
    return count === 0 ? [] : [t(word, { count: formatCount(count) })];
  });
  const status = round === undefined ? null : t(round?.status ?? 'NOT_BEGUN');
  return (
    <div className={styles.line}>
      <label className={`${styles.line} no-print`}>
        {t('year')}
        <select
          value={year}
          onChange={(event) =>
            void navigate({
              to: '/ra-soat/$nam/$donVi',
              params: { nam: event.target.value, donVi: String(unit.id) },
            })
          }
        >
          {shown.map((one) => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </select>
      </label>
      {unit.level === 'commune' || rows.length === 0 ? null : (
        <span>{t('communesLine', { count: formatCount(rows.length), parts: parts.join(' · ') })}</span>
      )}
      {status === null ? null : (
        <span>
          <strong>{t('roundLine', { year, status })}</strong>
          {told.length === 0 ? null : <span className={styles.second}> · {told.join(' · ')}</span>}
        </span>
      )}
    </div>
  );
}

type Act = 'mo' | 'ket-thuc' | 'mo-lai' | 'khoa' | 'dinh-chinh';

function Acts({ desk }: { readonly desk: DeskView }) {
  const t = useWords(deskWords);
  const mayOpen = useMay(['officer', 'approver', 'administrator']);
  const mayWrite = useMay(['officer', 'administrator']);
  const mayLock = useMay(['approver', 'administrator']);
  const { unit, year, rows } = desk;
  if (unit.level === 'nation') return null;
  const alone = unit.level === 'commune';
  const statuses = new Set(rows.map(({ round }) => round?.status ?? 'NOT_BEGUN'));
  const acts: { act: Act; word: string }[] = [];
  if (mayOpen && statuses.has('NOT_BEGUN'))
    acts.push({ act: 'mo', word: alone ? t('openRound', { year }) : t('openRounds', { year }) });
  if (alone && mayWrite && statuses.has('OPEN'))
    acts.push({ act: 'ket-thuc', word: t('closeRound', { year }) });
  if (mayLock && statuses.has('CLOSED')) acts.push({ act: 'khoa', word: t('lockYear', { year }) });
  if (alone && mayWrite && statuses.has('CLOSED'))
    acts.push({ act: 'mo-lai', word: t('reopenRound', { year }) });
  if (alone && mayLock && statuses.has('LOCKED'))
    acts.push({ act: 'dinh-chinh', word: t('correctYear', { year }) });
  return (
    <div className={`${styles.acts} no-print`}>
      {acts.map(({ act, word }, at) => (
        <Button
          key={act}
          variant={at === 0 ? 'filled' : 'outline'}
          renderRoot={(props: Record<string, unknown>) => (
            <Link
              {...props}
              to="/ra-soat/$nam/$donVi/$muc"
              params={{ nam: String(year), donVi: String(unit.id), muc: act }}
            />
          )}
        >
          {word}
        </Button>
      ))}
    </div>
  );
}
