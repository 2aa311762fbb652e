import { searchKey } from '@benvung/domain/shared/vietnamese-text';
import type { Question } from '@benvung/domain/standard/questionnaire/questionnaire';
import { useWords } from '../../../platform/i18n.ts';
import { Glyph } from '../../../ui/glyph.tsx';
import { entryWords } from './entry.words.ts';
import { type EntryContext, type EntryTyped, type FormBox, fieldText, readField } from './entry-model.ts';

interface HintProps {
  readonly box: FormBox | undefined;
  readonly typed: EntryTyped;
  readonly context: EntryContext;
}

const MOST_SHOWN = 13;

/** What the active box asks and takes; or why what stands in it cannot be read. */
export function Hint({ box, typed, context }: HintProps) {
  const t = useWords(entryWords);
  if (box === undefined) return null;
  const { field } = box;
  const raw = typed.texts[box.key];
  const read = raw === undefined ? null : readField(field, raw, context);
  if (read !== null && 'refused' in read)
    return (
      <>
        <Glyph shape="error" size={12} /> {read.refused}
      </>
    );
  if (field.kind === 'left') return t('leftHint');
  if (field.kind === 'paper') return t(field.name === 'class' ? 'classHint' : 'scoreHint');
  if (field.kind === 'interview') {
    const people = context.enumerators ?? [];
    if (field.name !== 'enumerator') return t(field.name === 'place' ? 'placeHint' : 'timeHint');
    const shown = people.slice(0, MOST_SHOWN).map(({ name }, at) => `${at + 1} ${name}`);
    return [t('enumeratorHint'), ...shown].join(' · ');
  }
  const { question } = field;
  const { typed: text, words } = fieldText(typed, field, context);
  const { language } = context;
  return (
    <>
      <strong>
        {question.number} {question.label[language]}
        {question.unit === null ? '' : ` (${question.unit[language]})`}
      </strong>
      {question.options.length > 0 ? ': ' : ' '}
      {optionsText(question, text, language)}
      {question.options.length > MOST_SHOWN && words !== '' ? ` → ${words}` : ''} · {t('unknownHint')}
    </>
  );
}

/** All answers of a short list; of a long one those that what is typed could become. */
function optionsText({ options }: Question, typed: string, language: 'vi' | 'en'): string {
  const key = searchKey(typed);
  const shown =
    options.length <= MOST_SHOWN
      ? options
      : options
          .filter(
            ({ number, label }) =>
              key !== '' && (number.includes(typed) || searchKey(label.vi).includes(key)),
          )
          .slice(0, MOST_SHOWN);
  return shown.map(({ number, label }) => `${number} ${label[language]}`).join(' · ');
}
