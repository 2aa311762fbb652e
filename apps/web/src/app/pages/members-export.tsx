import type { HouseholdView } from '@benvung/contract/household';
import { SENSITIVE_FIELDS } from '@benvung/domain/household/sensitive-fields';
import { exportMembersOfOne } from '../../features/exchange/exchange.api.ts';
import { householdWords } from '../../features/household/household.words.ts';
import { ExportMenu } from '../../platform/export/export-menu.tsx';
import { useWords } from '../../platform/i18n.ts';
import { useSession } from '../session-context.ts';
import { CLOSED_EXPORTERS, LIST_EXPORTERS } from '../use-may.ts';

/** The members as a file, for a stated purpose; closed fields only for those who may open them. */
export function MembersExport({ household }: { readonly household: HouseholdView }) {
  const t = useWords(householdWords);
  const { roles } = useSession();
  const held = new Set(
    roles.filter(({ unit }) => household.path.some(({ id }) => id === unit.id)).map(({ role }) => role),
  );
  if (!LIST_EXPORTERS.some((role) => held.has(role))) return null;
  const mayOpen = CLOSED_EXPORTERS.some((role) => held.has(role));
  return (
    <ExportMenu
      personal
      closed={mayOpen ? SENSITIVE_FIELDS.map((value) => ({ value, label: t(value) })) : []}
      load={(choice) => exportMembersOfOne(household.id, choice)}
    />
  );
}
