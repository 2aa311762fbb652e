import { groupBy } from '@benvung/domain/shared/group-by';
import type { Language } from '@benvung/domain/shared/text';
import type { Question } from '@benvung/domain/standard/questionnaire/questionnaire';
import { useWords } from '../../../platform/i18n.ts';
import styles from './entry.module.css';
import { entryWords } from './entry.words.ts';
import type { FormBox } from './entry-model.ts';
import type { EntryState } from './entry-reducer.ts';
import type { DrawBox } from './entry-sheet.tsx';

/** Columns as wide as what is typed into them. */
const WIDTHS: Readonly<Record<string, number>> = { text: 124, 'day-or-year': 103, number: 60 };
const NAME_WIDTH = 153;
const CHOICE_WIDTH = 43;

interface RosterProps {
  readonly boxes: readonly FormBox[];
  readonly questions: readonly Question[];
  readonly state: EntryState;
  readonly language: Language;
  readonly draw: DrawBox;
}

/** The members, one a line, all questions of the paper across; an empty line waits at the end. */
export function Roster({ boxes, questions, state, language, draw }: RosterProps) {
  const t = useWords(entryWords);
  const lines = groupBy(
    boxes.filter(({ field }) => field.kind === 'member' || field.kind === 'left'),
    ({ field }) => (field.kind === 'member' || field.kind === 'left' ? field.personId : ''),
  );
  const [name, ...rest] = questions;
  if (name === undefined) return null;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls sideways must be reached by keys
    <section className={styles.rosterBox} aria-label={t('roster')} tabIndex={0}>
      <table className={styles.roster}>
        <caption className="visually-hidden">{t('roster')}</caption>
        <thead>
          <tr>
            <th scope="col" className={styles.lineNumber}>
              <span className="visually-hidden">{t('line')}</span>
            </th>
            <th scope="col" className={styles.nameCell} style={{ minWidth: NAME_WIDTH }}>
              <Head question={name} language={language} />
            </th>
            {rest.map((question) => (
              <th key={question.code} scope="col" style={{ minWidth: WIDTHS[question.kind] ?? CHOICE_WIDTH }}>
                <Head question={question} language={language} />
              </th>
            ))}
            <th scope="col" style={{ minWidth: CHOICE_WIDTH }}>
              {t('left')}
            </th>
          </tr>
        </thead>
        <tbody>
          {[...lines].map(([personId, ofLine], at) => {
            const gone = state.typed.content.left[personId] !== undefined;
            const isNew = personId === state.nextPersonId;
            const line = isNew ? t('newLine') : `${t('line')} ${at + 1}`;
            return (
              <tr key={personId} className={gone ? styles.goneLine : isNew ? styles.newLine : ''}>
                <td className={styles.lineNumber}>{isNew ? '+' : at + 1}</td>
                {ofLine.map((box) => {
                  const { field } = box;
                  const question = field.kind === 'member' ? field.question : null;
                  const label =
                    question === null ? t('left') : `${question.number} ${question.label[language]}`;
                  return (
                    <td key={box.key} className={question === name ? styles.nameCell : ''}>
                      {draw(box, `${line}, ${label}`, 'cell')}
                    </td>
                  );
                })}
                {isNew ? <td /> : null}
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

function Head({ question, language }: { readonly question: Question; readonly language: Language }) {
  return (
    <span title={question.label[language]}>
      <span className={styles.printed}>{question.number}</span>
      <br />
      {question.short[language]}
    </span>
  );
}
