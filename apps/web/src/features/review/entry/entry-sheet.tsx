import type { AreaType } from '@benvung/domain/household/household-facts';
import { factsOfAnswers } from '@benvung/domain/standard/questionnaire/answers-and-facts';
import type { Evaluation } from '@benvung/domain/standard/questionnaire/compile-questionnaire';
import type { QuestionSection } from '@benvung/domain/standard/questionnaire/questionnaire';
import { type Dispatch, type FocusEvent, type FormEvent, type Ref, useMemo } from 'react';
import { useLanguage, useWords } from '../../../platform/i18n.ts';
import { Box, HINT_ID } from './box.tsx';
import type { EntryFormData } from './entry.api.ts';
import styles from './entry.module.css';
import { entryWords } from './entry.words.ts';
import { INTERVIEW_NAMES } from './entry-interview.ts';
import { type EntryContext, type EntryTyped, type FormBox, fieldText } from './entry-model.ts';
import type { EntryAct, EntryState } from './entry-reducer.ts';
import { Findings } from './findings.tsx';
import { Hint } from './hint.tsx';
import { LiveResult, type RenderClass } from './live-result.tsx';
import { Roster } from './roster.tsx';
import { type Look, toLookAt } from './to-look-at.ts';

interface EntrySheetProps {
  readonly ref: Ref<HTMLDivElement>;
  readonly state: EntryState;
  readonly boxes: readonly FormBox[];
  readonly context: EntryContext;
  readonly evaluation: Evaluation;
  /** What is computed with: without those who left. */
  readonly staying: EntryTyped['content'];
  readonly form: EntryFormData;
  readonly areaType: AreaType;
  readonly renderClass: RenderClass;
  readonly dispatch: Dispatch<EntryAct>;
  readonly onLeaveBox: () => void;
  readonly onOpenBox: (key: string) => void;
}

/** The sheet itself: the roster, the sections, what follows at once, and what the active box takes. */
export function EntrySheet({ ref, ...props }: EntrySheetProps) {
  const { state, boxes, context, evaluation, staying, form } = props;
  const t = useWords(entryWords);
  const { language } = context;
  const byKey = useMemo(() => new Map(boxes.map((box) => [box.key, box])), [boxes]);
  const marked = useMemo(
    () => toLookAt(boxes, state.typed, { context, evaluation }),
    [boxes, state.typed, context, evaluation],
  );
  const facts = useMemo(
    () => factsOfAnswers(form.asked, staying, { areaType: props.areaType, surveyDay: context.surveyDay }),
    [form.asked, staying, props.areaType, context.surveyDay],
  );
  const standards = useMemo(
    () => ({ national: form.standards[0]!, local: form.standards[1] ?? null }),
    [form.standards],
  );
  const boxOf = (event: { target: EventTarget }): FormBox | undefined =>
    event.target instanceof HTMLElement ? byKey.get(event.target.dataset.key ?? '') : undefined;
  const draw = (box: FormBox, label: string, size: 'cell' | 'short' | 'long') => (
    <DrawnBox
      box={box}
      label={label}
      size={size}
      typed={state.typed}
      context={context}
      look={marked.get(box.key)}
    />
  );
  const sections = form.asked.questionnaire.sections.filter(({ level }) => level === 'household');
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only listens for the boxes inside it
    <div
      ref={ref}
      className={styles.sheet}
      onChange={(event: FormEvent) => {
        const box = boxOf(event);
        if (box !== undefined && event.target instanceof HTMLInputElement)
          props.dispatch({ act: 'type', field: box.field, text: event.target.value, context });
      }}
      onFocus={(event: FocusEvent) => {
        const box = boxOf(event);
        if (box !== undefined) props.dispatch({ act: 'enter', field: box.field });
      }}
      onBlur={(event: FocusEvent) => {
        const box = boxOf(event);
        if (box === undefined) return;
        props.dispatch({ act: 'leave', field: box.field, context });
        props.onLeaveBox();
      }}
    >
      <Roster
        boxes={boxes}
        questions={form.asked.memberQuestions}
        state={state}
        language={language}
        draw={draw}
      />
      <div className={styles.below}>
        <div className={styles.sections}>
          {sections.map((section) => (
            <Section key={section.code} section={section} boxes={byKey} language={language} draw={draw} />
          ))}
        </div>
        <aside className={styles.aside} aria-label={t('now')}>
          <h2>{t('now')}</h2>
          <LiveResult
            standards={standards}
            facts={facts}
            paper={staying.paper}
            renderClass={props.renderClass}
          >
            <Paper boxes={byKey} draw={draw} />
          </LiveResult>
          <Interview boxes={byKey} draw={draw} />
          <Findings
            evaluation={evaluation}
            staying={staying}
            asked={form.asked}
            language={language}
            onOpen={props.onOpenBox}
          />
        </aside>
      </div>
      <p id={HINT_ID} className={styles.hint}>
        <Hint
          box={state.at === null ? undefined : byKey.get(state.at)}
          typed={state.typed}
          context={context}
        />
      </p>
    </div>
  );
}

interface DrawnBoxProps {
  readonly box: FormBox;
  readonly label: string;
  readonly size: 'cell' | 'short' | 'long';
  readonly typed: EntryTyped;
  readonly context: EntryContext;
  readonly look: Look | undefined;
}

function DrawnBox({ box, label, size, typed, context, look }: DrawnBoxProps) {
  const { typed: text, words } = fieldText(typed, box.field, context);
  const { field } = box;
  const question = field.kind === 'member' || field.kind === 'household' ? field.question : undefined;
  const unit = question?.unit?.[context.language] ?? '';
  const said = question?.kind === 'number' ? unit : question?.kind === 'text' ? '' : words;
  return (
    <Box
      boxKey={box.key}
      label={label}
      typed={text}
      words={said}
      skipped={box.skipped}
      look={look === 'missing' || look === undefined ? null : look}
      numeric={
        question === undefined || question.kind !== 'text' || question.fact === 'member.identityNumber'
      }
      size={size}
    />
  );
}

export type DrawBox = (box: FormBox, label: string, size: 'cell' | 'short' | 'long') => React.ReactNode;

interface SectionProps {
  readonly section: QuestionSection;
  readonly boxes: ReadonlyMap<string, FormBox>;
  readonly language: 'vi' | 'en';
  readonly draw: DrawBox;
}

function Section({ section, boxes, language, draw }: SectionProps) {
  return (
    <fieldset className={styles.section}>
      <legend>{section.title[language]}</legend>
      {section.questions.map((question) => {
        const box = boxes.get(`h:${question.code}`);
        if (box === undefined) return null;
        const label = `${question.number} ${question.label[language]}`;
        const long = question.kind === 'number' && (question.range?.to ?? 0) > 10_000;
        return (
          <div key={question.code} className={styles.question}>
            <span className={box.skipped ? styles.skippedLabel : styles.label}>
              <span className={styles.printed}>{question.number}</span> {question.label[language]}
            </span>
            <span className={styles.answer}>{draw(box, label, long ? 'long' : 'short')}</span>
          </div>
        );
      })}
    </fieldset>
  );
}

/** Who asked, when and where: boxes behind the totals, so that a form without them is done before. */
function Interview({
  boxes,
  draw,
}: {
  readonly boxes: ReadonlyMap<string, FormBox>;
  readonly draw: DrawBox;
}) {
  const t = useWords(entryWords);
  return (
    <fieldset className={styles.interview}>
      <legend>{t('interview')}</legend>
      {INTERVIEW_NAMES.map((name) => {
        const box = boxes.get(`i:${name}`);
        return box === undefined ? null : (
          <div key={name}>
            <span aria-hidden="true">{t(`interview.${name}`)}</span>
            {draw(box, t(`interview.${name}`), 'long')}
          </div>
        );
      })}
    </fieldset>
  );
}

function Paper({ boxes, draw }: { readonly boxes: ReadonlyMap<string, FormBox>; readonly draw: DrawBox }) {
  const t = useWords(entryWords);
  const language = useLanguage();
  const words = {
    incomeScore: 'A',
    deprivationScore: 'B',
    class: language === 'vi' ? 'Loại' : 'Class',
  } as const;
  return (
    <fieldset className={styles.paper}>
      <legend>{t('onPaper')}</legend>
      {(['incomeScore', 'deprivationScore', 'class'] as const).map((name) => {
        const box = boxes.get(`p:${name}`);
        return box === undefined ? null : (
          <span key={name} className={styles.paperBox}>
            <span aria-hidden="true">{words[name]}</span>
            {draw(box, `${t('onPaper')} ${words[name]}`, 'cell')}
          </span>
        );
      })}
    </fieldset>
  );
}
