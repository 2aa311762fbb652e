import type { ViewFilters } from '@benvung/contract/saved-views';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useWords } from '../../platform/i18n.ts';
import { ProblemNotice } from '../../platform/problem-notice.tsx';
import { useCommand } from '../../platform/use-command.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { showToast } from '../../ui/toasts.tsx';
import { listWords } from './household-list.words.ts';
import { dropView, keepView, savedViewsQuery } from './saved-views.api.ts';
import styles from './saved-views.module.css';

type View = { readonly id: string; readonly name: string; readonly filters: ViewFilters };

interface SavedViewsProps {
  /** What the list is narrowed by now. */
  readonly filters: ViewFilters;
  readonly link: (view: View) => ReactNode;
}

const CHANGED = [['saved-views']] as const;

/** Lists a person named to come back to; kept on the server for them alone. */
export function SavedViews({ filters, link }: SavedViewsProps) {
  const t = useWords(listWords);
  const views = useQuery(savedViewsQuery);
  const known = views.data?.views ?? [];
  return (
    <Disclosure
      className={`${styles.saved} no-print`}
      label={t('savedViews', { count: known.length })}
      summary={t('savedViews', { count: known.length })}
    >
      <div className={styles.panel}>
        {views.isError ? <ProblemNotice error={views.error} /> : null}
        {known.length === 0 ? (
          <p className={styles.note}>{t('noViews')}</p>
        ) : (
          <ul>
            {known.map((view) => (
              <Line key={view.id} view={view} link={link} />
            ))}
          </ul>
        )}
        <SaveThis filters={filters} />
      </div>
    </Disclosure>
  );
}

function Line({ view, link }: { readonly view: View; readonly link: SavedViewsProps['link'] }) {
  const t = useWords(listWords);
  const removing = useCommand({
    send: (_: null, commandId) => dropView(view.id, commandId),
    changes: [...CHANGED],
    onDone: () =>
      showToast({
        text: t('viewRemoved', { name: view.name }),
        action: {
          label: t('undo'),
          run: () => void keep.mutate({ name: view.name, filters: view.filters }),
        },
      }),
  });
  const keep = useCommand({
    send: (body: Omit<View, 'id'>, commandId) => keepView(body, commandId),
    changes: [...CHANGED],
  });
  return (
    <li className={styles.line}>
      {link(view)}
      <Button
        variant="subtle"
        size="xs"
        aria-label={t('removeView', { name: view.name })}
        loading={removing.isPending}
        onClick={() => removing.mutate(null)}
      >
        {t('removeShort')}
      </Button>
    </li>
  );
}

function SaveThis({ filters }: Pick<SavedViewsProps, 'filters'>) {
  const t = useWords(listWords);
  const [name, setName] = useState('');
  const [pressed, setPressed] = useState(false);
  const saving = useCommand({
    send: (body: Omit<View, 'id'>, commandId) => keepView(body, commandId),
    changes: [...CHANGED],
    done: (_answer, { name: kept }) => t('viewSaved', { name: kept }),
    onDone: () => {
      setName('');
      setPressed(false);
    },
  });
  function submit(event: FormEvent) {
    event.preventDefault();
    setPressed(true);
    const said = name.normalize('NFC').trim();
    if (said !== '') saving.mutate({ name: said, filters });
  }
  return (
    <form className={styles.form} noValidate onSubmit={submit}>
      <TextField
        label={t('viewName')}
        maxLength={60}
        value={name}
        onChange={setName}
        error={pressed && name.trim() === '' ? t('viewNameMissing') : undefined}
      />
      <Button type="submit" variant="outline" loading={saving.isPending}>
        {t('saveView')}
      </Button>
      {saving.isError ? <ProblemNotice error={saving.error} /> : null}
    </form>
  );
}
