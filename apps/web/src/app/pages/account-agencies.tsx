import type { AccountView } from '@benvung/contract/access';
import type { UnitRef } from '@benvung/contract/shared';
import { useQuery } from '@tanstack/react-query';
import accounts from '../../features/access/accounts.module.css';
import { dutyDesksQuery, setAgencyMembers } from '../../features/plan/duty/duty.api.ts';
import { dutyWords } from '../../features/plan/duty/duty.words.ts';
import { Answer } from '../../platform/answer.tsx';
import { useWords } from '../../platform/i18n.ts';
import { ProblemNotice } from '../../platform/problem-notice.tsx';
import { useCommand } from '../../platform/use-command.ts';
import { CheckField } from '../../ui/check-field.tsx';

/** At which agency's desk an account stands, for every unit where it holds the agency's role. */
export function AccountAgencies({ view }: { readonly view: AccountView }) {
  const t = useWords(dutyWords);
  const units = view.roles.flatMap(({ role, unit }) => (role === 'agency' ? [unit] : []));
  if (units.length === 0) return null;
  return (
    <section className={accounts.part} aria-labelledby="account-agencies">
      <h3 id="account-agencies">{t('desksOfAccount')}</h3>
      <p>{t('desksOfAccountLead')}</p>
      {units.map((unit) => (
        <DesksOfUnit key={unit.id} accountId={view.id} unit={unit} />
      ))}
    </section>
  );
}

interface DesksOfUnitProps {
  readonly accountId: string;
  readonly unit: UnitRef;
}

function DesksOfUnit({ accountId, unit }: DesksOfUnitProps) {
  const t = useWords(dutyWords);
  const desks = useQuery(dutyDesksQuery(unit.id));
  const command = useCommand({
    send: setAgencyMembers,
    changes: [['duties']],
    done: () => t('membersSaved'),
  });
  return (
    <Answer query={desks} rows={3}>
      {({ agencies }) => {
        const open = agencies.filter(({ closed }) => !closed);
        return (
          <fieldset disabled={command.isPending}>
            <legend>{unit.name}</legend>
            {open.length === 0 ? <p>{t('noAgencies')}</p> : null}
            {open.map(({ id, name, members }) => {
              const others = members.map((member) => member.id).filter((member) => member !== accountId);
              const stands = others.length < members.length;
              return (
                <CheckField
                  key={id}
                  label={name}
                  checked={stands}
                  onChange={(on) => command.mutate({ id, accounts: on ? [...others, accountId] : others })}
                />
              );
            })}
            {command.isError ? <ProblemNotice error={command.error} /> : null}
          </fieldset>
        );
      }}
    </Answer>
  );
}
