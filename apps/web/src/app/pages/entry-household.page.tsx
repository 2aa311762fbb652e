import type { EntryList, EntryRow, EntryView } from '@benvung/contract/review-entry';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { entriesQuery, entryFormQuery, fetchEntry } from '../../features/review/entry/entry.api.ts';
import { entryWords } from '../../features/review/entry/entry.words.ts';
import { EntryForm } from '../../features/review/entry/entry-form.tsx';
import type { RenderClass } from '../../features/review/entry/live-result.tsx';
import { readLocalDraft } from '../../features/review/entry/use-draft.ts';
import { ClassChip, isHouseholdClass } from '../../features/standard/class-chip.tsx';
import { standardWords } from '../../features/standard/standard.words.ts';
import { Answer } from '../../platform/answer.tsx';
import { isMissing } from '../../platform/http.ts';
import { useWords } from '../../platform/i18n.ts';
import { newId } from '../../platform/new-id.ts';
import { PageHeading } from '../../platform/page-heading.tsx';
import { useSession } from '../session-context.ts';

const renderClass: RenderClass = (householdClass) => <ClassChip class={householdClass} provisional />;

/** One household's form, typed from paper. */
export function EntryHouseholdPage() {
  const t = useWords(entryWords);
  const classWord = useWords(standardWords);
  const session = useSession();
  const { dot, ho } = useParams({ from: '/nhap-phieu/$dot/$ho' });
  const search = useSearch({ from: '/nhap-phieu/$dot/$ho' });
  const navigate = useNavigate();
  const { moi, ...listSearch } = search;
  const form = useQuery(entryFormQuery(dot));
  const opened = useQuery({
    queryKey: ['entry', dot, ho],
    // What was typed elsewhere, or recorded here, must be seen; while it is typed nothing is asked again.
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async () => {
      const account = session.account.id;
      const local = await readLocalDraft({ accountId: account, roundId: dot, householdId: ho, villageId: 0 });
      const view = await fetchEntry(dot, ho).catch((error: unknown) => {
        if (moi === 1 && search.thon !== undefined && isMissing(error)) return null;
        throw error;
      });
      return { local: local ?? null, view };
    },
  });
  const village = search.thon ?? opened.data?.view?.household.villageId;
  const list = useQuery({ ...entriesQuery(dot, village), enabled: village !== undefined });
  const rows = list.data?.households ?? [];
  const at = rows.findIndex(({ householdId }) => householdId === ho);
  const view = useMemo((): EntryView | undefined => {
    if (opened.data === undefined || form.data === undefined) return undefined;
    if (opened.data.view !== null) return opened.data.view;
    const found = list.data;
    if (found === undefined) return undefined;
    return blankView({ id: ho, villageId: search.thon ?? 0 }, { list: found, hash: form.data.asked.hash });
  }, [opened.data, form.data, list.data, ho, search.thon]);

  const toList = () =>
    void navigate({ to: '/nhap-phieu/$dot', params: { dot }, search: { ...listSearch, thon: village } });
  const open = (row: EntryRow | undefined) => {
    if (row === undefined) toList();
    else
      void navigate({
        to: '/nhap-phieu/$dot/$ho',
        params: { dot, ho: row.householdId },
        search: { ...listSearch, thon: village },
      });
  };
  const name = view?.household.village ?? '';
  const title =
    at < 0
      ? t('titleNew', { village: name })
      : t('titleHousehold', { village: name, at: at + 1, all: rows.length });
  return (
    <Answer query={form} rows={12}>
      {(data) => (
        <Answer query={opened} rows={12}>
          {(answer) =>
            view === undefined ? null : (
              <EntryForm
                key={ho}
                view={view}
                form={data}
                local={answer.local ?? undefined}
                accountId={session.account.id}
                heading={<PageHeading>{title}</PageHeading>}
                renderClass={renderClass}
                classWord={(of) => (isHouseholdClass(of) ? classWord(of) : of)}
                onList={toList}
                onNext={() => open(rows[at + 1])}
                onPrevious={() => open(at > 0 ? rows[at - 1] : undefined)}
                onRecorded={() => open(nextToDo(rows, ho))}
              />
            )
          }
        </Answer>
      )}
    </Answer>
  );
}

/** The next form of the village that is still to be typed, going round to the first. */
function nextToDo(rows: readonly EntryRow[], after: string): EntryRow | undefined {
  const at = rows.findIndex(({ householdId }) => householdId === after);
  return [...rows.slice(at + 1), ...rows.slice(0, Math.max(0, at))].find(isToDo);
}

const isToDo = ({ state, draftOf }: EntryRow): boolean =>
  (state === 'notBegun' || state === 'inProgress') && draftOf === null;

/** A household nobody has registered: nothing is known of it but the name it asked under, if it did. */
function blankView(
  { id, villageId }: { id: string; villageId: number },
  { list, hash }: { list: EntryList; hash: string },
): EntryView {
  const head = list.households.find(({ householdId }) => householdId === id)?.head ?? '';
  return {
    round: list.round,
    today: list.today,
    household: { id, head, listCode: null, villageId, village: villageOf(list, villageId), version: 0 },
    recordVersion: 0,
    recorded: false,
    enumerators: [],
    offered: {
      householdVersion: 0,
      questionnaireHash: hash,
      members: head === '' ? [] : [{ personId: newId(), answers: { fullName: head, relation: 'head' } }],
      left: {},
      household: {},
      paper: { incomeScore: null, deprivationScore: null, class: null },
    },
    draft: null,
  };
}

const villageOf = (list: EntryList, villageId: number): string =>
  list.villages.find(({ unit }) => unit.id === villageId)?.unit.name ?? '?';
