import { isStaff, ROLES } from '@benvung/contract/access';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useLocation, useNavigate, useSearch } from '@tanstack/react-router';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { publicInfoQuery } from '../../features/access/access.api.ts';
import { accessWords } from '../../features/access/access.words.ts';
import { AccessPolicyBox } from '../../features/access/access-policy.tsx';
import { AccountDetails } from '../../features/access/account-details.tsx';
import { AccountTable } from '../../features/access/account-table.tsx';
import { accountQuery, accountsQuery, exportAccounts } from '../../features/access/accounts.api.ts';
import styles from '../../features/access/accounts.module.css';
import { accountsWords } from '../../features/access/accounts.words.ts';
import { NewAccount } from '../../features/access/new-account.tsx';
import type { RenderUnitPicker } from '../../features/access/roles-editor.tsx';
import { UnitPicker } from '../../features/territory/unit-picker.tsx';
import { Answer } from '../../platform/answer.tsx';
import { ExportMenu } from '../../platform/export/export-menu.tsx';
import { formatCount } from '../../platform/formats.ts';
import { useWords } from '../../platform/i18n.ts';
import { PageHeading } from '../../platform/page-heading.tsx';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PagesOfList } from '../../ui/pages.tsx';
import { SidePanel } from '../../ui/side-panel.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { AccountsSearch } from '../search.ts';
import { useSession } from '../session-context.ts';
import { usePlace } from '../use-place.ts';
import { AccountAgencies } from './account-agencies.tsx';
import { PlacePath } from './place-path.tsx';

const NEW = 'moi';

/** `/quan-tri/nguoi-dung`: who may do what, and where. */
export function AccountsPage() {
  const t = useWords(accountsWords);
  const session = useSession();
  const place = usePlace();
  const { search, soughtName, change } = useAccountsAddress();
  const asked = {
    unit: place.unit.id,
    q: soughtName,
    role: search['vai-tro'],
    status: search['tinh-trang'],
    page: search.trang ?? 1,
  };
  const list = useQuery(accountsQuery(asked));
  const narrowed = soughtName !== '' || search['vai-tro'] !== undefined || search['tinh-trang'] !== undefined;
  const mayManage = session.roles.some(({ role }) => role === 'administrator');
  const ofNation = session.roles.some(
    ({ role, unit }) => role === 'administrator' && unit.level === 'nation',
  );
  return (
    <>
      <PlacePath />
      <div className={styles.head}>
        <PageHeading>{t('title')}</PageHeading>
        {mayManage ? <Button onClick={() => change({ 'tai-khoan': NEW })}>{t('add')}</Button> : null}
      </div>
      <p>{t('lead')}</p>
      {mayManage ? <AccountFilters narrowed={narrowed} /> : null}
      <Answer query={list} rows={10}>
        {({ accounts, page }) => (
          <>
            <div className={styles.head}>
              <p role="status">{t('found', { count: formatCount(page.total), unit: place.unit.name })}</p>
              {accounts.length === 0 ? null : <ExportMenu load={(choice) => exportAccounts(asked, choice)} />}
            </div>
            {accounts.length === 0 ? (
              <Notice kind="empty" title={t(narrowed ? 'noMatch' : 'empty')} />
            ) : (
              <AccountTable
                accounts={accounts}
                openId={search['tai-khoan']}
                stale={list.isPlaceholderData}
                onOpen={(id) => change({ 'tai-khoan': id })}
              />
            )}
            <PagesOfList page={page} t={t} onPage={(trang) => change({ trang })} />
          </>
        )}
      </Answer>
      {ofNation ? <AccessPolicyBox /> : null}
      <OpenPanel />
    </>
  );
}

/** What the page reads from its address; a name that is looked for stays out of it. */
function useAccountsAddress() {
  const search = useSearch({ from: '/quan-tri/nguoi-dung' });
  const navigate = useNavigate({ from: '/quan-tri/nguoi-dung' });
  const soughtName = useLocation({ select: (location) => location.state.soughtName ?? '' });
  const change = (next: Partial<AccountsSearch>, sought = soughtName) =>
    void navigate({
      search: (last) => ({ ...last, ...next }),
      state: (last) => ({ ...last, soughtName: sought }),
      resetScroll: false,
    });
  return { search, soughtName, change };
}

function AccountFilters({ narrowed }: { readonly narrowed: boolean }) {
  const t = useWords(accountsWords);
  const word = useWords(accessWords);
  const { search, soughtName, change } = useAccountsAddress();
  const [typed, setTyped] = useState(soughtName);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const look = (name: string) => {
    clearTimeout(timer.current);
    const sought = name.trim().normalize('NFC');
    if (sought !== soughtName) change({ trang: undefined }, sought.length < 2 ? '' : sought);
  };
  return (
    <form
      className={`${styles.filters} no-print`}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        look(typed);
      }}
    >
      <div className={styles.search}>
        <TextField
          label={t('search')}
          value={typed}
          onChange={(name) => {
            setTyped(name);
            clearTimeout(timer.current);
            timer.current = setTimeout(() => look(name), 400);
          }}
        />
      </div>
      <div className={styles.choice}>
        <ChoiceField
          label={t('role')}
          value={search['vai-tro'] ?? ''}
          nothing={t('all')}
          choices={ROLES.map((role) => ({ value: role, label: word(role) }))}
          onChange={(role) => change({ 'vai-tro': role === '' ? undefined : role, trang: undefined })}
        />
      </div>
      <div className={styles.choice}>
        <ChoiceField
          label={t('status')}
          value={search['tinh-trang'] ?? ''}
          nothing={t('all')}
          choices={(['active', 'disabled'] as const).map((status) => ({ value: status, label: t(status) }))}
          onChange={(status) =>
            change({ 'tinh-trang': status === '' ? undefined : status, trang: undefined })
          }
        />
      </div>
      {narrowed ? (
        <Button
          variant="outline"
          onClick={() => {
            setTyped('');
            change({ 'vai-tro': undefined, 'tinh-trang': undefined, trang: undefined }, '');
          }}
        >
          {t('clear')}
        </Button>
      ) : null}
    </form>
  );
}

/** The drawer of the account in the address, or of a new one. */
function OpenPanel() {
  const t = useWords(accountsWords);
  const session = useSession();
  const { search, change } = useAccountsAddress();
  const id = search['tai-khoan'];
  if (id === undefined) return null;
  const close = () => change({ 'tai-khoan': undefined });
  const held = session.roles.map(({ role }) => role);
  const givable = ROLES.filter((role) => held.includes(role) || !isStaff(role));
  const roots = session.roles.filter(({ role }) => role === 'administrator').map(({ unit }) => unit);
  const renderUnitPicker: RenderUnitPicker = (unit, onPick) => (
    <UnitPicker unit={unit} on={session.today} roots={roots} onPick={onPick} />
  );
  const shared = { givable, renderUnitPicker };
  return id === NEW ? (
    <SidePanel title={t('newTitle')} closeLabel={t('close')} contentKey={NEW} onClose={close}>
      <NewAccount {...shared} onDone={(made) => change({ 'tai-khoan': made })} />
    </SidePanel>
  ) : (
    <AccountPanel key={id} id={id} onClose={close} {...shared} />
  );
}

interface AccountPanelProps
  extends Pick<Parameters<typeof AccountDetails>[0], 'givable' | 'renderUnitPicker'> {
  readonly id: string;
  readonly onClose: () => void;
}

function AccountPanel({ id, onClose, ...shared }: AccountPanelProps) {
  const t = useWords(accountsWords);
  const one = useQuery(accountQuery(id));
  const provider = useQuery(publicInfoQuery).data?.openId ?? null;
  const logLink = (
    <Link to="/quan-tri/nhat-ky" search={{ 'loai-doi-tuong': 'account', 'doi-tuong': id }}>
      {t('log')}
    </Link>
  );
  return (
    <SidePanel title={one.data?.fullName ?? '…'} closeLabel={t('close')} contentKey={id} onClose={onClose}>
      <Answer query={one} rows={8}>
        {(view) => (
          <>
            <AccountDetails view={view} {...shared} logLink={logLink} hasProvider={provider !== null} />
            <AccountAgencies view={view} />
          </>
        )}
      </Answer>
    </SidePanel>
  );
}
