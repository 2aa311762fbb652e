import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Answer } from '../../platform/answer.tsx';
import { useWords } from '../../platform/i18n.ts';
import { ProblemNotice } from '../../platform/problem-notice.tsx';
import { useCommand } from '../../platform/use-command.ts';
import { Block } from '../../ui/block.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { accountWords } from './account.words.ts';
import { mailAddressQuery, setMailAddress } from './own-account.api.ts';

/** Where a person wants to be reminded by mail; said clearly when this house sends none. */
export function MailAddress() {
  const t = useWords(accountWords);
  const query = useQuery(mailAddressQuery);
  return (
    <div className="no-print">
      <Block title={t('mailTitle')}>
        <p>{t('mailLead')}</p>
        <Answer query={query} rows={2}>
          {({ address, on }) => (
            <>
              {on ? null : <p>{t('mailOff')}</p>}
              <AddressForm key={address} kept={address} />
            </>
          )}
        </Answer>
      </Block>
    </div>
  );
}

function AddressForm({ kept }: { readonly kept: string | null }) {
  const t = useWords(accountWords);
  const [address, setAddress] = useState(kept ?? '');
  const [wrong, setWrong] = useState(false);
  const command = useCommand({
    send: setMailAddress,
    changes: [mailAddressQuery.queryKey],
    done: (_answer, now) => t(now === null ? 'mailDropped' : 'mailKept'),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const told = address.trim();
    const sound = /^[^\s@]+@[^\s@]+\.[^\s@]+$/u.test(told);
    setWrong(!sound);
    if (sound) command.mutate(told);
  };
  return (
    <form noValidate onSubmit={submit}>
      <TextField
        label={t('mailAddress')}
        inputMode="email"
        maxLength={254}
        value={address}
        onChange={setAddress}
        error={wrong ? t('mailWrong') : undefined}
      />
      {command.isError ? <ProblemNotice error={command.error} /> : null}
      <p>
        <Button type="submit" variant="outline" loading={command.isPending}>
          {t('mailKeep')}
        </Button>{' '}
        {kept === null ? null : (
          <Button variant="subtle" onClick={() => command.mutate(null)}>
            {t('mailDrop')}
          </Button>
        )}
      </p>
    </form>
  );
}
