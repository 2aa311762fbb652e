import type { DutyLine } from '@benvung/contract/plan-duty';
import { formatCount, formatDay } from '../../../platform/formats.ts';
import { useWords } from '../../../platform/i18n.ts';
import { Chip } from '../../../ui/chip.tsx';
import { dutyWords } from './duty.words.ts';

/** How pressing a duty is: a word, a shape and a colour. */
export function DutyStanding({ duty }: { readonly duty: DutyLine }) {
  const t = useWords(dutyWords);
  const { press, workingDaysLate, escalated, extensionTo } = duty;
  const late = press === 'late';
  return (
    <>
      <Chip
        look={late || press === 'today' ? 'warning' : press === 'concluded' ? 'done' : 'plain'}
        glyph={
          late
            ? 'error'
            : press === 'today' || press === 'soon'
              ? 'warning'
              : press === 'concluded'
                ? 'check'
                : 'ring'
        }
      >
        {late
          ? workingDaysLate > 0
            ? t('press.late', { days: formatCount(workingDaysLate) })
            : t('press.past')
          : t(`press.${press}`)}
      </Chip>
      {escalated ? <div>{t('escalated')}</div> : null}
      {extensionTo === null ? null : <div>{t('extensionAsked', { day: formatDay(extensionTo) })}</div>}
    </>
  );
}

/** Who does it: the person, the agency with its unit, or the unit. */
export function deskOf({ person, agency, unit, ownerWords }: DutyLine): string {
  const place = unit?.name ?? '';
  if (person !== null) return `${person.name}${place === '' ? '' : `, ${place}`}`;
  if (agency !== null) return agency.name;
  return place === '' ? ownerWords : place;
}

export const dueText = ({ dueOn, periodWords }: DutyLine): string =>
  dueOn === null ? (periodWords ?? '') : formatDay(dueOn);
