import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { formsQuery } from '../../features/report/report.api.ts';
import { isHouseholdClass } from '../../features/standard/class-chip.tsx';
import { SimulatedChange } from '../../features/standard/simulated-change.tsx';
import { SimulationTable } from '../../features/standard/simulation.tsx';
import {
  type SimulationAsked,
  simulationQuery,
  standardsQuery,
} from '../../features/standard/standard.api.ts';
import { standardWords } from '../../features/standard/standard.words.ts';
import { standardsWords } from '../../features/standard/standards.words.ts';
import { UnitPicker } from '../../features/territory/unit-picker.tsx';
import { formatCount } from '../../platform/formats.ts';
import { useLanguage, useWords } from '../../platform/i18n.ts';
import { PageHeading } from '../../platform/page-heading.tsx';
import { ProblemNotice } from '../../platform/problem-notice.tsx';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { SidePanel } from '../../ui/side-panel.tsx';
import { latestYear } from '../latest-year.ts';
import type { SimulationSearch } from '../search.ts';
import { useSession } from '../session-context.ts';
import { LIST_EXPORTERS, useMay } from '../use-may.ts';
import { usePlace } from '../use-place.ts';
import { PlacePath } from './place-path.tsx';
import styles from './standard.module.css';

/** `/quan-tri/thu-chuan`: who of an area would change class under another standard. */
export function SimulationPage() {
  const t = useWords(standardsWords);
  const search = useSearch({ from: '/quan-tri/thu-chuan' });
  const session = useSession();
  const place = usePlace();
  const years = useQuery(formsQuery).data?.years ?? [];
  const year = search.nam ?? latestYear(years, session.today);
  const asked: SimulationAsked | null =
    search.chuan === undefined ? null : { unit: place.unit.id, year, standard: search.chuan };
  return (
    <>
      <PlacePath />
      <PageHeading>{t('simulationTitle')}</PageHeading>
      <p>{t('simulationLead')}</p>
      <Choices year={year} years={years} />
      {asked === null ? null : <Trial key={JSON.stringify(asked)} asked={asked} />}
    </>
  );
}

function useChange() {
  const navigate = useNavigate({ from: '/quan-tri/thu-chuan' });
  return (change: SimulationSearch) =>
    void navigate({
      search: (last) => ({ ...last, tu: undefined, sang: undefined, ...change }),
      resetScroll: false,
    });
}

function Choices({ year, years }: { readonly year: number; readonly years: readonly number[] }) {
  const t = useWords(standardsWords);
  const language = useLanguage();
  const search = useSearch({ from: '/quan-tri/thu-chuan' });
  const session = useSession();
  const place = usePlace();
  const standards = useQuery(standardsQuery).data?.standards ?? [];
  const change = useChange();
  const known = [...new Set([year, ...years])].sort((a, b) => b - a);
  return (
    <div className={`${styles.fields} no-print`}>
      <span className={styles.picker}>
        <strong>{t('unit')}</strong>
        <UnitPicker
          unit={place.unit}
          on={place.on}
          roots={session.roles.map((held) => held.unit)}
          onPick={(unit) => change({ 'don-vi': unit.id })}
        />
      </span>
      <ChoiceField
        label={t('year')}
        value={String(year)}
        choices={known.map((each) => ({ value: String(each), label: String(each) }))}
        onChange={(nam) => change({ nam: Number(nam) || undefined })}
      />
      <ChoiceField
        label={t('toTry')}
        value={search.chuan ?? ''}
        nothing={t('choose')}
        choices={standards.map(({ id, title, state }) => ({
          value: id,
          // A title that says what the standard is needs no second word for it.
          label: title[language].includes('(')
            ? title[language]
            : `${title[language]} (${t(state).toLocaleLowerCase()})`,
        }))}
        onChange={(chuan) => change({ chuan: chuan || undefined })}
      />
    </div>
  );
}

function Trial({ asked }: { readonly asked: SimulationAsked }) {
  const t = useWords(standardsWords);
  const [progress, setProgress] = useState<{ done: number; total: number } | null>(null);
  const tried = useQuery(simulationQuery(asked, (done, total) => setProgress({ done, total })));
  const change = useChange();
  if (tried.isError) return <ProblemNotice error={tried.error} onRetry={() => void tried.refetch()} />;
  if (tried.data === undefined) return <Progress progress={progress} />;
  if (tried.data.done === 0) return <Notice kind="empty" title={t('nobody', { year: asked.year })} />;
  return (
    <>
      <SimulationTable simulation={tried.data} onOpen={(tu, sang) => change({ tu, sang })} />
      <ChangePanel asked={asked} />
    </>
  );
}

function Progress({ progress }: { readonly progress: { done: number; total: number } | null }) {
  const t = useWords(standardsWords);
  const text =
    progress === null
      ? t('starting')
      : t('running', { done: formatCount(progress.done), total: formatCount(progress.total) });
  return (
    <div className={styles.progress}>
      <p role="status">{text}</p>
      <progress
        className={styles.bar}
        aria-label={text}
        value={progress?.done ?? 0}
        max={progress?.total || 1}
      />
    </div>
  );
}

/** The households of the number that was opened. */
function ChangePanel({ asked }: { readonly asked: SimulationAsked }) {
  const t = useWords(standardsWords);
  const word = useWords(standardWords);
  const { tu = null, sang = null } = useSearch({ from: '/quan-tri/thu-chuan' });
  const change = useChange();
  const mayExport = useMay(LIST_EXPORTERS);
  if (!isHouseholdClass(tu) || !isHouseholdClass(sang)) return null;
  return (
    <SidePanel
      title={t('changeTitle', { from: word(tu), to: word(sang), standard: asked.standard })}
      closeLabel={t('close')}
      contentKey={`${tu} ${sang}`}
      onClose={() => change({})}
    >
      <SimulatedChange
        asked={{ ...asked, from: tu, to: sang }}
        mayExport={mayExport}
        renderLink={(household) => (
          <Link to="/ho/$id" params={{ id: household.id }}>
            {household.head}
          </Link>
        )}
      />
    </SidePanel>
  );
}
