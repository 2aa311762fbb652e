import type { HouseholdView } from '@benvung/contract/household';
import type { HouseholdActed } from '@benvung/contract/household-acts';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { AddMember } from '../../features/household/add-member.tsx';
import { ChangeHead } from '../../features/household/change-head.tsx';
import { EditHousehold } from '../../features/household/edit-household.tsx';
import { type ActProps, EditMember } from '../../features/household/edit-member.tsx';
import { EndHousehold } from '../../features/household/end-household.tsx';
import { recordQuery } from '../../features/household/household-acts.api.ts';
import { editWords } from '../../features/household/household-edit.words.ts';
import { MergeHouseholds } from '../../features/household/merge-households.tsx';
import { MoveHousehold } from '../../features/household/move-household.tsx';
import { OverrideFlag } from '../../features/household/override-flag.tsx';
import { RemoveMember } from '../../features/household/remove-member.tsx';
import { SplitHousehold } from '../../features/household/split-household.tsx';
import { Answer } from '../../platform/answer.tsx';
import { useWords } from '../../platform/i18n.ts';
import { MenuButton } from '../../ui/menu-button.tsx';
import type { HouseholdAct } from '../search.ts';
import { useSession } from '../session-context.ts';
import { villageField } from './village-of.tsx';

/** Opens an act's form on this page; the address names it, so that Back closes it. */
export function useHouseholdAct() {
  const search = useSearch({ from: '/ho/$id' });
  const navigate = useNavigate({ from: '/ho/$id' });
  const { viec, nguoi } = search;
  return {
    act: viec,
    about: nguoi,
    open: (next: HouseholdAct, about?: string) =>
      void navigate({ search: (last) => ({ ...last, viec: next, nguoi: about }), resetScroll: false }),
    close: () =>
      void navigate({
        search: ({ viec: _viec, nguoi: _nguoi, ...last }) => last,
        resetScroll: false,
        replace: true,
      }),
  };
}

/** "Di chuyển, tách, nhập hộ ▾" */
export function ActsMenu() {
  const t = useWords(editWords);
  const { open } = useHouseholdAct();
  const item = (act: HouseholdAct, label: string) => ({ key: act, label, run: () => open(act) });
  return (
    <MenuButton
      label={t('acts')}
      items={[
        item('chuyen', t('move')),
        item('tach', t('split')),
        item('nhap', t('merge')),
        item('doi-chu-ho', t('changeHead')),
        item('khep', t('end')),
      ]}
    />
  );
}

interface OpenActProps {
  readonly household: HouseholdView;
  readonly flagLabel: (flag: string) => string;
  readonly onActed: (answer: HouseholdActed) => void;
}

/** The form of the act that is open, on the newest file of the household; a correction opens beside its year. */
export function OpenAct(props: OpenActProps) {
  const { act, about } = useHouseholdAct();
  return act === undefined || act === 'dinh-chinh' ? null : (
    <ActOnRecord key={`${act} ${about ?? ''}`} {...props} act={act} />
  );
}

type ActOnFile = Exclude<HouseholdAct, 'dinh-chinh'>;

function ActOnRecord({ household, flagLabel, onActed, act }: OpenActProps & { readonly act: ActOnFile }) {
  const session = useSession();
  const { about, close } = useHouseholdAct();
  const record = useQuery(recordQuery(household.id));
  return (
    <Answer query={record} rows={6}>
      {(data) => (
        <Form
          {...{ act, about, household, flagLabel, today: session.today }}
          record={data}
          onClose={close}
          onActed={onActed}
        />
      )}
    </Answer>
  );
}

interface FormProps extends ActProps, Omit<OpenActProps, 'onActed'> {
  readonly act: ActOnFile;
  readonly about: string | undefined;
}

function Form({ act, about, household, flagLabel, ...props }: FormProps): ReactNode {
  const commune = household.path.find(({ level }) => level === 'commune');
  const renderVillage = villageField(props.today, commune?.id ?? null);
  switch (act) {
    case 'sua-ho':
      return <EditHousehold {...props} />;
    case 'them-nguoi':
      return <AddMember {...props} />;
    case 'sua-nguoi':
      return about === undefined ? null : (
        <EditMember
          {...props}
          personId={about}
          more={<MemberActs household={household} personId={about} />}
        />
      );
    case 'roi-ho':
      return about === undefined ? null : <RemoveMember {...props} personId={about} />;
    case 'doi-chu-ho':
      return <ChangeHead {...props} personId={about} />;
    case 'chuyen':
      return <MoveHousehold {...props} renderVillage={renderVillage} />;
    case 'tach':
      return <SplitHousehold {...props} renderVillage={renderVillage} />;
    case 'nhap':
      return <MergeHouseholds {...props} unitId={commune?.id ?? household.village.id} />;
    case 'khep':
      return <EndHousehold {...props} />;
    case 'dac-diem': {
      const flag = household.flags.find((one) => one.flag === about);
      return flag === undefined ? null : <OverrideFlag {...props} flag={flag} label={flagLabel(flag.flag)} />;
    }
  }
}

/** What else may happen to someone, beside correcting what is written of them. */
function MemberActs({
  household,
  personId,
}: {
  readonly household: HouseholdView;
  readonly personId: string;
}) {
  const t = useWords(editWords);
  const { open } = useHouseholdAct();
  const isHead = household.members.find((one) => one.personId === personId)?.relation === 'head';
  if (isHead)
    return (
      <Button variant="outline" onClick={() => open('doi-chu-ho')}>
        {t('changeHead')}
      </Button>
    );
  return (
    <>
      <Button variant="outline" onClick={() => open('doi-chu-ho', personId)}>
        {t('changeHead')}
      </Button>
      <Button variant="outline" onClick={() => open('roi-ho', personId)}>
        {t('remove')}
      </Button>
    </>
  );
}
