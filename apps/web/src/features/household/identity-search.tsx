import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useWords } from '../../platform/i18n.ts';
import { ProblemNotice } from '../../platform/problem-notice.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { findByIdentityNumber } from './household.api.ts';
import styles from './household-filters.module.css';
import { listWords } from './household-list.words.ts';

/** Finds who bears exactly one number; neither the number nor what was found is kept anywhere on the page. */
export function IdentitySearch() {
  const t = useWords(listWords);
  const [number, setNumber] = useState('');
  const [short, setShort] = useState(false);
  const search = useMutation({ mutationFn: findByIdentityNumber, gcTime: 0 });

  function submit(event: FormEvent) {
    event.preventDefault();
    const tooShort = number.replace(/\D/g, '').length < 6;
    setShort(tooShort);
    if (!tooShort) search.mutate(number);
  }
  const found = search.data;
  return (
    <Disclosure label={t('byNumber')} summary={t('byNumber')} className={styles.number}>
      <form className={styles.numberPanel} onSubmit={submit} noValidate>
        <TextField
          label={t('number')}
          description={t('numberLead')}
          inputMode="numeric"
          maxLength={30}
          value={number}
          error={short ? t('numberShort') : undefined}
          onChange={setNumber}
        />
        <div>
          <Button type="submit" variant="outline" loading={search.isPending}>
            {t('findNumber')}
          </Button>
        </div>
        <div role="status">
          {search.isError ? <ProblemNotice error={search.error} /> : null}
          {found === undefined ? null : (
            <>
              {found.households.length === 0 && !found.elsewhere ? <p>{t('numberNone')}</p> : null}
              {found.households.length === 0 ? null : (
                <>
                  <p>{t('numberFound')}</p>
                  <ul>
                    {found.households.map((one) => (
                      <li key={one.id}>
                        <Link to="/ho/$id" params={{ id: one.id }}>
                          {one.head}
                        </Link>
                        , {one.village.name}, {one.commune.name}
                      </li>
                    ))}
                  </ul>
                </>
              )}
              {found.elsewhere ? <p>{t('numberElsewhere')}</p> : null}
            </>
          )}
        </div>
      </form>
    </Disclosure>
  );
}
