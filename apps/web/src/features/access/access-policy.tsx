import { useQuery } from '@tanstack/react-query';
import { useWords } from '../../platform/i18n.ts';
import { ProblemNotice } from '../../platform/problem-notice.tsx';
import { useCommand } from '../../platform/use-command.ts';
import account from './account.module.css';
import { policyQuery, setPolicy } from './accounts.api.ts';
import styles from './accounts.module.css';
import { accountsWords } from './accounts.words.ts';

/** The nation's rule about second factors; for its administrators. */
export function AccessPolicyBox() {
  const t = useWords(accountsWords);
  const policy = useQuery(policyQuery);
  const save = useCommand({
    send: (required: boolean, commandId) => setPolicy(required ? ['administrator'] : [], commandId),
    changes: [policyQuery.queryKey, ['session']],
    done: () => t('policySaved'),
  });
  if (policy.data === undefined) return null;
  return (
    <section className={styles.policy} aria-labelledby="access-policy">
      <h2 id="access-policy">{t('policyTitle')}</h2>
      {save.isError ? <ProblemNotice error={save.error} /> : null}
      <label>
        <input
          type="checkbox"
          checked={policy.data.secondFactorRoles.includes('administrator')}
          onChange={(event) => save.mutate(event.target.checked)}
        />
        {t('policy')}
      </label>
      <p className={account.note}>{t('policyHint')}</p>
    </section>
  );
}
