import { ROLES, type Role } from '@benvung/contract/access';
import type { UnitRef } from '@benvung/contract/shared';
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../../platform/i18n.ts';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { accessWords } from './access.words.ts';
import styles from './accounts.module.css';
import { accountsWords } from './accounts.words.ts';

export interface HeldRole {
  readonly role: Role;
  /** Null: not chosen yet; such a line cannot be given. */
  readonly unit: UnitRef | null;
}

/** Draws the control that picks a unit. */
export type RenderUnitPicker = (unit: UnitRef | null, onPick: (unit: UnitRef) => void) => ReactNode;

interface RolesEditorProps {
  readonly roles: readonly HeldRole[];
  /** Roles the reader holds and may hand out. */
  readonly givable: readonly Role[];
  readonly readOnly?: boolean;
  readonly renderUnitPicker: RenderUnitPicker;
  readonly onChange: (roles: readonly HeldRole[]) => void;
}

/** Roles × areas, one line each; a line with a role the reader does not hold can only be read. */
export function RolesEditor(props: RolesEditorProps) {
  const { roles, givable, readOnly = false, renderUnitPicker, onChange } = props;
  const t = useWords(accountsWords);
  const word = useWords(accessWords);
  const replace = (at: number, next: HeldRole) =>
    onChange(roles.map((held, index) => (index === at ? next : held)));
  const choices = ROLES.filter((role) => givable.includes(role)).map((role) => ({
    value: role,
    label: word(role),
  }));
  return (
    <div className={styles.roles}>
      {roles.map((held, at) =>
        readOnly || !givable.includes(held.role) ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other identity while they are edited
          <p key={at} className={styles.heldRole}>
            {word(held.role)} · {held.unit?.name}
          </p>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other identity while they are edited
          <div key={at} className={styles.roleLine}>
            <ChoiceField
              label={t('roleOf', { at: at + 1 })}
              value={held.role}
              choices={choices}
              onChange={(role) => role !== '' && replace(at, { ...held, role })}
            />
            {renderUnitPicker(held.unit, (unit) => replace(at, { ...held, unit }))}
            <Button
              variant="subtle"
              aria-label={t('withdraw', {
                role: [word(held.role), held.unit?.name].filter(Boolean).join(' · '),
              })}
              onClick={() => onChange(roles.filter((_held, index) => index !== at))}
            >
              {t('withdrawShort')}
            </Button>
          </div>
        ),
      )}
      {readOnly || choices.length === 0 ? null : (
        <div>
          <Button
            variant="outline"
            onClick={() => onChange([...roles, { role: defaultRole(givable), unit: null }])}
          >
            {t('giveRole')}
          </Button>
        </div>
      )}
    </div>
  );
}

/** Lines without a unit, as the server would not take them. */
export const isComplete = (
  roles: readonly HeldRole[],
): roles is readonly { readonly role: Role; readonly unit: UnitRef }[] =>
  roles.length > 0 && roles.every(({ unit }) => unit !== null);

/** The role most new accounts need, among those that can be given. */
export const defaultRole = (givable: readonly Role[]): Role =>
  (['officer', 'enumerator', 'viewer'] as const).find((role) => givable.includes(role)) ??
  givable[0] ??
  'viewer';

export const sameRoles = (one: readonly HeldRole[], other: readonly HeldRole[]): boolean => {
  const text = (roles: readonly HeldRole[]) =>
    roles
      .map(({ role, unit }) => `${role}:${unit?.id ?? ''}`)
      .sort()
      .join(' ');
  return text(one) === text(other);
};
