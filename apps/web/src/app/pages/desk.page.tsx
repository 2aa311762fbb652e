import type { DeskView } from '@benvung/contract/review-desk';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { type ReactNode, useCallback } from 'react';
import { CloseCheck, LockCheck, ReopenCheck } from '../../features/review/act-check.tsx';
import { Corrections } from '../../features/review/corrections.tsx';
import { deskQuery, exportRoundList } from '../../features/review/desk.api.ts';
import styles from '../../features/review/desk.module.css';
import { deskWords } from '../../features/review/desk.words.ts';
import { LedgerDesk } from '../../features/review/ledger-desk.tsx';
import type { LedgerClass, LedgerMeasure } from '../../features/review/ledger-model.ts';
import { MatchingDesk } from '../../features/review/matching-desk.tsx';
import { MissingList } from '../../features/review/missing-list.tsx';
import { OpeningCheck } from '../../features/review/opening-check.tsx';
import { PopulationBase } from '../../features/review/population-base.tsx';
import { ClassChip } from '../../features/standard/class-chip.tsx';
import { Answer } from '../../platform/answer.tsx';
import { ExportMenu } from '../../platform/export/export-menu.tsx';
import { useWords } from '../../platform/i18n.ts';
import { PageHeading } from '../../platform/page-heading.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useSession } from '../session-context.ts';
import { LIST_EXPORTERS, useMay } from '../use-may.ts';
import { usePlace } from '../use-place.ts';
import { DeskOverview, ENTERING, entryOf } from './desk-overview.tsx';
import { writeOpenCell } from './open-cell.ts';
import { PlacePath } from './place-path.tsx';
import { isProcedurePart, ProcedureOf } from './procedure-parts.tsx';

const OFFICERS = ['officer', 'administrator'] as const;
const OPENERS = ['officer', 'approver', 'administrator'] as const;
const APPROVERS = ['approver', 'administrator'] as const;
/** Who answers for how it is collected. */
const ANSWERING = ['officer', 'approver', 'inspector', 'administrator'] as const;

/** Tabs of the desk by what they are called in the address; acts have check pages beside them. */
const TABS = [
  ['', 'overview', 'all'],
  ['trinh-tu', 'procedure', 'all'],
  ['phan-cong', 'assignments', 'commune'],
  ['chat-luong', 'quality', 'all'],
  ['hop-thon', 'meetings', 'commune'],
  ['cong-nhan', 'recognition', 'all'],
  ['dan-so', 'population', 'commune'],
  ['ghep-ho', 'matching', 'commune'],
  ['khong-con', 'gone', 'commune'],
  ['so-bien-dong', 'ledger', 'all'],
  ['dinh-chinh', 'corrections', 'commune'],
] as const;

const TITLES = {
  'trinh-tu': 'procedureTitle',
  'de-nghi': 'requestTitle',
  'hop-thon': 'meetingsTitle',
  'phan-cong': 'assignmentsTitle',
  'chat-luong': 'qualityTitle',
  'cong-nhan': 'recognitionTitle',
  'dan-so': 'baseTitle',
  'ghep-ho': 'matchTitle',
  'khong-con': 'goneTitle',
  'so-bien-dong': 'ledgerTitle',
  'dinh-chinh': 'correctionTitle',
  mo: 'openTitle',
  'ket-thuc': 'closeTitle',
  'mo-lai': 'reopenTitle',
  khoa: 'lockTitle',
} as const;
type Part = keyof typeof TITLES;
const isPart = (text: string | undefined): text is Part => text !== undefined && text in TITLES;

/** The round desk: where the round stands, what is in the way, and every act on it. */
export function DeskPage() {
  const t = useWords(deskWords);
  const place = usePlace();
  const params = useParams({ strict: false });
  const year = Number(params.nam);
  const part = isPart(params.muc) ? params.muc : null;
  const desk = useQuery(deskQuery(place.unit.id, Number.isInteger(year) ? year : 0));
  return (
    <>
      <PlacePath />
      <PageHeading>{t(part === null ? 'title' : TITLES[part], { year })}</PageHeading>
      <Answer query={desk} rows={12}>
        {(data) => (
          <>
            <Tabs desk={data} part={part} />
            {part === null ? <DeskOverview desk={data} /> : <PartOf desk={data} part={part} />}
          </>
        )}
      </Answer>
    </>
  );
}

function Tabs({ desk, part }: { readonly desk: DeskView; readonly part: Part | null }) {
  const t = useWords(deskWords);
  const navigate = useNavigate();
  const params = { nam: String(desk.year), donVi: String(desk.unit.id) };
  const alone = desk.unit.level === 'commune';
  const answers = useMay(ANSWERING);
  const shown = TABS.filter(
    ([muc, , where]) =>
      (where === 'all' || alone) && (answers || (muc !== 'phan-cong' && muc !== 'chat-luong')),
  );
  if (desk.unit.level === 'nation') return null;
  return (
    <nav aria-label={t('sections')} className="no-print">
      {/* eleven parts take four lines of a telephone: there one is chosen from a list */}
      <label className={styles.partChoice}>
        <span>{t('sections')}</span>
        <select
          value={part ?? ''}
          onChange={({ currentTarget: { value } }) =>
            void navigate(
              value === ''
                ? { to: '/ra-soat/$nam/$donVi', params }
                : { to: '/ra-soat/$nam/$donVi/$muc', params: { ...params, muc: value } },
            )
          }
        >
          {part !== null && !shown.some(([muc]) => muc === part) ? (
            <option value={part}>{t(TITLES[part], { year: desk.year })}</option>
          ) : null}
          {shown.map(([muc, word]) => (
            <option key={muc} value={muc}>
              {t(word)}
            </option>
          ))}
        </select>
      </label>
      <div className={`${styles.tabs} ${styles.many}`}>
        {shown.map(([muc, word]) =>
          muc === '' ? (
            <Link
              key={muc}
              to="/ra-soat/$nam/$donVi"
              params={params}
              activeOptions={{ exact: true }}
              {...(part === null ? { 'aria-current': 'page' as const } : {})}
            >
              {t(word)}
            </Link>
          ) : (
            <Link
              key={muc}
              to="/ra-soat/$nam/$donVi/$muc"
              params={{ ...params, muc }}
              {...(part === muc ? { 'aria-current': 'page' as const } : {})}
            >
              {t(word)}
            </Link>
          ),
        )}
      </div>
    </nav>
  );
}

interface PartProps {
  readonly desk: DeskView;
  readonly part: Part;
}

const renderClass = (one: string | null, provisional = false): ReactNode =>
  one === null ? null : <ClassChip class={one} provisional={provisional} />;

function PartOf({ desk, part }: PartProps) {
  const t = useWords(deskWords);
  const { today } = useSession();
  const navigate = useNavigate();
  const mayOpen = useMay(OPENERS);
  const mayWrite = useMay(OFFICERS);
  const mayLock = useMay(APPROVERS);
  const mayEnter = useMay(ENTERING);
  const { year, unit } = desk;
  const row = unit.level === 'commune' ? desk.rows[0] : undefined;
  const back = useCallback(
    () =>
      void navigate({
        to: '/ra-soat/$nam/$donVi',
        params: { nam: String(year), donVi: String(unit.id) },
      }),
    [navigate, year, unit.id],
  );
  if (isProcedurePart(part))
    return unit.level === 'nation' ? (
      <DeskOverview desk={desk} />
    ) : (
      <ProcedureOf key={`${unit.id} ${year}`} {...{ desk, part }} />
    );
  const refusal = <Notice kind="note" title={t('notYours')} />;
  switch (part) {
    case 'so-bien-dong':
      return <Ledger desk={desk} />;
    case 'mo':
      if (unit.level === 'nation') return <DeskOverview desk={desk} />;
      return mayOpen ? (
        <OpeningCheck key={unit.id} {...{ unit: unit.id, year, today, onDone: back }} />
      ) : (
        refusal
      );
    case 'khoa':
      return mayLock ? (
        <LockCheck desk={desk} onDone={back} />
      ) : (
        <Notice kind="note" title={t('notYoursLock')} />
      );
    case 'dan-so':
      return row === undefined ? (
        <DeskOverview desk={desk} />
      ) : (
        <PopulationBase
          key={`${unit.id}-${year}`}
          commune={unit.id}
          year={year}
          today={today}
          may={mayWrite}
        />
      );
    default:
      if (row === undefined) return <DeskOverview desk={desk} />;
      if (row.round === null) return <Notice kind="empty" title={t('noRound', { year })} />;
      if (part === 'ket-thuc')
        return mayWrite ? (
          <CloseCheck
            row={row}
            year={year}
            onDone={back}
            {...(mayEnter ? { entry: entryOf(row.round.id) } : {})}
          />
        ) : (
          refusal
        );
      if (part === 'mo-lai') return mayWrite ? <ReopenCheck row={row} year={year} onDone={back} /> : refusal;
      return (
        <>
          <RoundListExport round={row.round.id} part={part} />
          <OfRound desk={desk} part={part} round={row.round} />
        </>
      );
  }
}

const FILES = { 'ghep-ho': 'matches', 'khong-con': 'missing', 'dinh-chinh': 'corrections' } as const;

function RoundListExport({ round, part }: { readonly round: string; readonly part: Part }) {
  const may = useMay(LIST_EXPORTERS);
  const list = part in FILES ? FILES[part as keyof typeof FILES] : undefined;
  return may && list !== undefined ? (
    <ExportMenu personal load={(choice) => exportRoundList(round, list, choice)} />
  ) : null;
}

function OfRound({ desk, part, round }: PartProps & { readonly round: { id: string; status: string } }) {
  const search = useSearch({ strict: false });
  const navigate = useNavigate();
  const mayWrite = useMay(OFFICERS) && round.status === 'OPEN';
  const mayCorrect = useMay(APPROVERS);
  const { year, unit } = desk;
  const renderHousehold = (id: string, head: string) => (
    <Link to="/ho/$id" params={{ id }} search={{ nam: year }}>
      {head}
    </Link>
  );
  if (part === 'ghep-ho')
    return (
      <MatchingDesk
        key={round.id}
        roundId={round.id}
        may={mayWrite}
        open={round.status === 'OPEN'}
        {...{ renderClass, renderHousehold }}
      />
    );
  if (part === 'khong-con')
    return (
      <MissingList
        key={round.id}
        roundId={round.id}
        may={mayWrite}
        state={search['trang-thai'] ?? 'pending'}
        onState={(state) =>
          void navigate({
            to: '.',
            search: state === 'gone' ? { 'trang-thai': 'gone' } : {},
            resetScroll: false,
          })
        }
        {...{ renderClass, renderHousehold }}
      />
    );
  return (
    <Corrections
      key={round.id}
      roundId={round.id}
      unit={unit.id}
      year={year}
      locked={round.status === 'LOCKED'}
      may={mayCorrect}
      renderCorrect={(id, label, head) => (
        <Button
          variant="outline"
          aria-label={`${label}: ${head}`}
          renderRoot={(props) => (
            <Link to="/ho/$id" params={{ id }} search={{ nam: year, viec: 'dinh-chinh' }} {...props} />
          )}
        >
          {label}
        </Button>
      )}
      {...{ renderClass, renderHousehold }}
    />
  );
}

function Ledger({ desk }: { readonly desk: DeskView }) {
  const navigate = useNavigate();
  const { unit, year } = desk;
  const hrefOf = useCallback(
    (of: LedgerClass, measure: LedgerMeasure) => (place: number, column: string) => {
      const open = writeOpenCell({ unit: place, rest: null, column, line: measure });
      return `/bieu/${of === 'POOR' ? 2 : 3}?nam=${year}&don-vi=${unit.id}&o=${open}`;
    },
    [unit.id, year],
  );
  return (
    <LedgerDesk
      key={`${unit.id}-${year}`}
      unit={unit.id}
      year={year}
      hrefOf={hrefOf}
      onOpen={(href) => void navigate({ href })}
    />
  );
}
