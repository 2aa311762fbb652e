import type { HouseholdRecord } from '@benvung/contract/household';
import { Button } from '@mantine/core';
import { useLanguage, useWords } from '../../platform/i18n.ts';
import styles from './edit.module.css';
import { FactField, type FactFieldProps } from './fact-field.tsx';
import { editWords } from './household-edit.words.ts';
import { type Fact, labelOf, SECTIONS, type Section } from './member-facts.ts';

type ClosedFact = HouseholdRecord['members'][number]['closed'][number];

interface MemberFieldsProps extends Omit<FactFieldProps, 'id' | 'fact' | 'error'> {
  /** Begins the id of every field. */
  readonly prefix: string;
  /** Facts that hold something nobody has opened yet. */
  readonly closed?: readonly ClosedFact[];
  readonly onOpen?: (section: Section) => void;
  readonly errors?: Readonly<Partial<Record<Fact, string>>>;
  readonly sections?: readonly Section['key'][];
}

/** Everything that is asked of a person, by sections. */
export function MemberFields(props: MemberFieldsProps) {
  const { prefix, closed = [], onOpen, errors = {}, sections, ...rest } = props;
  const t = useWords(editWords);
  const language = useLanguage();
  const shown = SECTIONS.filter(({ key }) => sections === undefined || sections.includes(key));
  return (
    <>
      {shown.map((section) => {
        const hidden = section.facts.filter((fact) => (closed as readonly Fact[]).includes(fact));
        return (
          <fieldset key={section.key} className={styles.section}>
            <legend>{t(section.key)}</legend>
            {hidden.length > 0 && onOpen !== undefined ? (
              <div className={styles.sectionHead}>
                <Button variant="outline" size="xs" onClick={() => onOpen(section)}>
                  {t('openToEdit')}
                </Button>
              </div>
            ) : null}
            <div className={styles.fields}>
              {section.facts.map((fact) =>
                hidden.includes(fact) ? (
                  <div key={fact} className={styles.closed}>
                    <span className={styles.closedLabel}>{labelOf(fact, language)}</span>
                    <span className={styles.closedValue}>{t('closedValue')}</span>
                  </div>
                ) : rest.facts.healthInsurance === false && fact === 'insuranceGroup' ? null : (
                  <FactField {...rest} key={fact} id={`${prefix}-${fact}`} fact={fact} error={errors[fact]} />
                ),
              )}
            </div>
          </fieldset>
        );
      })}
    </>
  );
}
