import type { AgencyView, DutyDesks } from '@benvung/contract/plan-duty';
import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { formatCount } from '../../../platform/formats.ts';
import { useWords } from '../../../platform/i18n.ts';
import { ProblemNotice } from '../../../platform/problem-notice.tsx';
import { useCommand } from '../../../platform/use-command.ts';
import { Block } from '../../../ui/block.tsx';
import { FormFoot } from '../../../ui/form-foot.tsx';
import { ListTable } from '../../../ui/list-table.tsx';
import { ModalBox } from '../../../ui/modal-box.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { keepAgency, setAgencyMembers } from './duty.api.ts';
import styles from './duty.module.css';
import { dutyWords } from './duty.words.ts';

type Open = { readonly kind: 'agency' | 'members'; readonly agency: AgencyView | null } | null;

/** The bodies of a unit: what is open at their desks, and who stands there. */
export function AgencyList({ desks }: { readonly desks: DutyDesks }) {
  const t = useWords(dutyWords);
  const [open, setOpen] = useState<Open>(null);
  const { agencies, mayKeepAgencies, mayKeepMembers, unit } = desks;
  return (
    <Block
      title={t('agencies', { unit: unit.name })}
      actions={
        mayKeepAgencies ? (
          <Button variant="outline" onClick={() => setOpen({ kind: 'agency', agency: null })}>
            {t('addAgency')}
          </Button>
        ) : null
      }
    >
      <p className={styles.second}>{t('agenciesLead')}</p>
      {agencies.length === 0 ? null : (
        <ListTable
          styles={styles}
          caption={t('agencies', { unit: unit.name })}
          words={['agency', 'members', 'mailAddress', 'openDuties']}
          t={t}
        >
          {agencies.map((agency) => (
            <tr key={agency.id}>
              <th scope="row">
                {agency.name} {agency.closed ? `(${t('closedShown')})` : ''}
                <div className={styles.second}>{agency.shortNames.join(', ')}</div>
                {mayKeepAgencies ? (
                  <Button
                    className="no-print"
                    size="xs"
                    variant="subtle"
                    aria-label={t('changeAgencyOf', { name: agency.name })}
                    onClick={() => setOpen({ kind: 'agency', agency })}
                  >
                    {t('changeAgency')}
                  </Button>
                ) : null}
              </th>
              <td data-label={t('members')}>
                {agency.members.map(({ name }) => name).join(', ') || t('noMembers')}{' '}
                {mayKeepMembers ? (
                  <Button
                    className="no-print"
                    size="xs"
                    variant="subtle"
                    aria-label={t('membersOf', { name: agency.name })}
                    onClick={() => setOpen({ kind: 'members', agency })}
                  >
                    {t('changeAgency')}
                  </Button>
                ) : null}
              </td>
              <td data-label={t('mailAddress')}>{agency.mailAddress}</td>
              <td data-label={t('openDuties')}>{formatCount(agency.openDuties)}</td>
            </tr>
          ))}
        </ListTable>
      )}
      {open?.kind === 'agency' ? (
        <ModalBox
          title={open.agency === null ? t('addAgency') : t('changeAgencyOf', { name: open.agency.name })}
          onClose={() => setOpen(null)}
        >
          <AgencyForm unit={unit.id} agency={open.agency} onClose={() => setOpen(null)} />
        </ModalBox>
      ) : null}
      {open?.kind === 'members' && open.agency !== null ? (
        <ModalBox title={t('membersOf', { name: open.agency.name })} onClose={() => setOpen(null)}>
          <MembersForm agency={open.agency} people={desks.people} onClose={() => setOpen(null)} />
        </ModalBox>
      ) : null}
    </Block>
  );
}

interface AgencyFormProps {
  readonly unit: number;
  readonly agency: AgencyView | null;
  readonly onClose: () => void;
}

function AgencyForm({ unit, agency, onClose }: AgencyFormProps) {
  const t = useWords(dutyWords);
  const [name, setName] = useState(agency?.name ?? '');
  const [short, setShort] = useState(agency?.shortNames.join(', ') ?? '');
  const [mail, setMail] = useState(agency?.mailAddress ?? '');
  const [closed, setClosed] = useState(agency?.closed ?? false);
  const command = useCommand({
    send: keepAgency,
    changes: [['duties', 'desks']],
    done: () => t('agencySaved'),
    onDone: onClose,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    command.mutate({
      id: agency?.id ?? null,
      unit,
      version: agency?.version ?? 1,
      name: name.normalize('NFC').trim(),
      shortNames: short.split(',').flatMap((part) => part.trim() || []),
      mailAddress: mail.trim() || null,
      closed,
    });
  };
  return (
    <form className={styles.stack} noValidate onSubmit={submit}>
      <TextField label={t('agency')} maxLength={200} value={name} onChange={setName} />
      <TextField label={t('shortNames')} maxLength={300} value={short} onChange={setShort} />
      <TextField label={t('mailAddress')} maxLength={254} inputMode="email" value={mail} onChange={setMail} />
      {agency === null ? null : (
        <label>
          <input type="checkbox" checked={closed} onChange={({ target }) => setClosed(target.checked)} />{' '}
          {t('closedDesk')}
        </label>
      )}
      {command.isError ? <ProblemNotice error={command.error} /> : null}
      <FormFoot
        className={styles.cardFoot}
        act={t('saveAgency')}
        busy={command.isPending}
        close={t('close')}
        closeLook="subtle"
        onClose={onClose}
      />
    </form>
  );
}

interface MembersFormProps {
  readonly agency: AgencyView;
  readonly people: DutyDesks['people'];
  readonly onClose: () => void;
}

function MembersForm({ agency, people, onClose }: MembersFormProps) {
  const t = useWords(dutyWords);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(agency.members.map(({ id }) => id)));
  const command = useCommand({
    send: setAgencyMembers,
    changes: [['duties']],
    done: () => t('membersSaved'),
    onDone: onClose,
  });
  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  return (
    <div className={styles.stack}>
      <fieldset className={styles.group}>
        <legend className="visually-hidden">{t('members')}</legend>
        <div className={styles.choices}>
          {people.map(({ id, name }) => (
            <label key={id}>
              <input type="checkbox" checked={chosen.has(id)} onChange={() => toggle(id)} />
              {name}
            </label>
          ))}
        </div>
      </fieldset>
      {command.isError ? <ProblemNotice error={command.error} /> : null}
      <div className={styles.cardFoot}>
        <Button
          loading={command.isPending}
          onClick={() => command.mutate({ id: agency.id, accounts: [...chosen] })}
        >
          {t('saveMembers')}
        </Button>
        <Button variant="subtle" onClick={onClose}>
          {t('close')}
        </Button>
      </div>
    </div>
  );
}
