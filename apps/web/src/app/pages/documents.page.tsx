import { DOCUMENT_KINDS, KIND_RULES } from '@benvung/domain/document/document-kinds';
import { DOCUMENT_STATES } from '@benvung/domain/document/document-state';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { BatchActs } from '../../features/document/batch-acts.tsx';
import { exportRegister, registerQuery } from '../../features/document/document.api.ts';
import styles from '../../features/document/document.module.css';
import { documentWords } from '../../features/document/document.words.ts';
import { DocumentTable } from '../../features/document/document-table.tsx';
import { IncomingForm } from '../../features/document/incoming-form.tsx';
import { NoticeForm } from '../../features/document/notice-form.tsx';
import { PrintedTogether, PrintTogether } from '../../features/document/print-together.tsx';
import { ScanDesk } from '../../features/document/scan-desk.tsx';
import { SeriesLine } from '../../features/document/series-line.tsx';
import { Answer } from '../../platform/answer.tsx';
import { ExportMenu } from '../../platform/export/export-menu.tsx';
import { useLanguage, useWords } from '../../platform/i18n.ts';
import { PageHeading } from '../../platform/page-heading.tsx';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Pages } from '../../ui/pages.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { DocumentsSearch } from '../search.ts';
import { useMay } from '../use-may.ts';
import { usePlace } from '../use-place.ts';
import { PlacePath } from './place-path.tsx';

const YEARS_SHOWN = 6;

/** "Văn bản nào đã có, còn việc gì phải làm?" */
export function DocumentsPage() {
  const t = useWords(documentWords);
  const place = usePlace();
  const search = useSearch({ from: '/van-ban' });
  const navigate = useNavigate({ from: '/van-ban' });
  const mayWrite = useMay(['officer', 'approver']);
  const mayExport = useMay(['officer', 'approver', 'inspector']);
  const [drafting, setDrafting] = useState<'notice' | 'incoming' | 'scans' | null>(null);
  const [words, setWords] = useState('');
  // the field of the search begins anew
  const [cleared, setCleared] = useState(0);
  const filter = {
    unit: place.unit.id,
    q: words === '' ? undefined : words,
    kind: search.loai,
    state: search.buoc,
    year: search.nam,
  };
  const register = useQuery(registerQuery({ ...filter, page: search.trang }));
  const set = (change: Partial<DocumentsSearch>) =>
    void navigate({ search: (last) => ({ ...last, trang: undefined, ...change }), replace: true });
  const filtered = [filter.q, filter.kind, filter.state, filter.year].some((one) => one !== undefined);
  return (
    <>
      <PlacePath />
      <PageHeading>{t('title')}</PageHeading>
      <p>{t('lead', { unit: place.unit.name })}</p>
      <Filters key={cleared} search={search} onChange={set} words={words} onWords={setWords} />
      <div className={styles.line}>
        {mayWrite && drafting === null ? (
          <>
            <Button onClick={() => setDrafting('notice')}>{t('newNotice')}</Button>
            <Button variant="outline" onClick={() => setDrafting('incoming')}>
              {t('newIncoming')}
            </Button>
            <Button variant="outline" onClick={() => setDrafting('scans')}>
              {t('manyScans')}
            </Button>
          </>
        ) : null}
        {filter.kind === undefined ? null : (
          <PrintTogether filter={filter} total={register.data?.page.total ?? 0} />
        )}
      </div>
      {mayWrite && filter.kind !== undefined ? (
        <SeriesLine
          unit={filter.unit}
          kind={filter.kind}
          year={filter.year ?? Number(place.on.slice(0, 4))}
        />
      ) : null}
      <PrintedTogether />
      {mayWrite && filter.kind !== undefined ? (
        <BatchActs unit={filter.unit} kind={filter.kind} year={filter.year} today={place.on} />
      ) : null}
      {drafting === 'scans' ? <ScanDesk unit={place.unit.id} onClose={() => setDrafting(null)} /> : null}
      {drafting === 'incoming' ? (
        <IncomingForm
          unit={place.unit.id}
          today={place.on}
          onKept={(id) => void navigate({ to: '/van-ban/$id', params: { id } })}
          onClose={() => setDrafting(null)}
        />
      ) : null}
      {drafting === 'notice' ? (
        <NoticeForm
          unit={place.unit.id}
          today={place.on}
          onMade={(id) => void navigate({ to: '/van-ban/$id', params: { id } })}
          onClose={() => setDrafting(null)}
        />
      ) : null}
      <Answer query={register} rows={8}>
        {({ documents, page }) =>
          documents.length === 0 ? (
            <Notice
              kind="empty"
              title={t(filtered ? 'noneFound' : 'none')}
              actions={
                filtered ? (
                  <Button
                    variant="outline"
                    onClick={() => {
                      setWords('');
                      setCleared(cleared + 1);
                      set(NOTHING);
                    }}
                  >
                    {t('clear')}
                  </Button>
                ) : undefined
              }
            />
          ) : (
            <>
              <DocumentTable documents={documents} caption={t('title')} />
              {mayExport ? <ExportMenu personal load={(choice) => exportRegister(filter, choice)} /> : null}
              <Pages
                page={page.page}
                pages={Math.ceil(page.total / page.pageSize)}
                texts={{
                  label: t('pages'),
                  previous: t('previous'),
                  next: t('next'),
                  at: (at, of) => t('pageAt', { page: String(at), pages: String(of) }),
                }}
                onPage={(trang) => set({ trang })}
              />
            </>
          )
        }
      </Answer>
    </>
  );
}

const NOTHING: DocumentsSearch = { loai: undefined, buoc: undefined, nam: undefined };

interface FiltersProps {
  readonly search: DocumentsSearch;
  readonly onChange: (change: Partial<DocumentsSearch>) => void;
  readonly words: string;
  readonly onWords: (words: string) => void;
}

function Filters({ search, onChange, words, onWords }: FiltersProps) {
  const t = useWords(documentWords);
  const language = useLanguage();
  const place = usePlace();
  const [typed, setTyped] = useState(words);
  const last = Number(place.on.slice(0, 4));
  const years = Array.from({ length: YEARS_SHOWN }, (_, at) => String(last + 1 - at));
  return (
    <form
      className={`${styles.filters} no-print`}
      onSubmit={(event) => {
        event.preventDefault();
        onWords(typed.trim());
        onChange({});
      }}
    >
      <TextField
        label={t('search')}
        value={typed}
        maxLength={200}
        onChange={setTyped}
        onBlur={() => onWords(typed.trim())}
      />
      <ChoiceField
        label={t('kind')}
        value={search.loai ?? ''}
        nothing={t('everyKind')}
        choices={DOCUMENT_KINDS.map((kind) => ({ value: kind, label: KIND_RULES[kind].label[language] }))}
        onChange={(loai) => onChange({ loai: loai === '' ? undefined : loai })}
      />
      <ChoiceField
        label={t('state')}
        value={search.buoc ?? ''}
        nothing={t('everyState')}
        choices={DOCUMENT_STATES.map((state) => ({ value: state, label: t(state) }))}
        onChange={(buoc) => onChange({ buoc: buoc === '' ? undefined : buoc })}
      />
      <ChoiceField
        label={t('year')}
        value={search.nam === undefined ? '' : String(search.nam)}
        nothing={t('everyYear')}
        choices={years.map((year) => ({ value: year, label: year }))}
        onChange={(nam) => onChange({ nam: nam === '' ? undefined : Number(nam) })}
      />
    </form>
  );
}
