import type { EntryContent } from '@benvung/contract/review-entry';
import { compileQuestionnaire } from '@benvung/domain/standard/questionnaire/compile-questionnaire';
import { questionnaireSchema } from '@benvung/regulations/questionnaire.schema';
import { describe, expect, test } from 'vitest';
import questionnaire from '../../../../../../packages/regulations/questionnaire/VN-2022-household/1/questionnaire.json?raw';
import {
  type EntryContext,
  type EntryTyped,
  type Field,
  fieldKey,
  fieldText,
  formBoxes,
  leaveBox,
  nextBox,
  previousBox,
  stayingOf,
  typeInto,
  withoutBlankLines,
} from './entry-model.ts';
import { beginEntry, type EntryState, entryReducer } from './entry-reducer.ts';

const asked = compileQuestionnaire(questionnaireSchema.parse(JSON.parse(questionnaire)), 'h');
const context: EntryContext = { asked, surveyDay: '2024-10-15', today: '2024-10-15', language: 'vi' };
const PAO = '0190a0c0-0000-7000-8000-000000000001';
const NEXT = '0190a0c0-0000-7000-8000-00000000000f';
const content: EntryContent = {
  householdVersion: 1,
  questionnaireHash: 'h',
  members: [{ personId: PAO, answers: { fullName: 'Lý Văn Páo', relation: 'head', birthDate: '1984' } }],
  left: {},
  household: {},
  paper: { incomeScore: null, deprivationScore: null, class: null },
};
const typed: EntryTyped = { content, texts: {} };
const member = (code: string, personId = PAO): Field => ({
  kind: 'member',
  personId,
  question: asked.question(code)!,
});
const household = (code: string): Field => ({ kind: 'household', question: asked.question(code)! });
const boxesOf = (of: EntryTyped) =>
  formBoxes({
    asked,
    content: of.content,
    evaluation: asked.evaluate(stayingOf(of.content), context.surveyDay),
    nextPersonId: NEXT,
  });

describe('a form while it is typed', () => {
  test('takes the printed number as the answer and writes it so again', () => {
    const after = typeInto(typed, household('water'), '09', context);
    expect(after.content.household).toEqual({ water: 'surface' });
    expect(fieldText(after, household('water'), context).typed).toBe('09');
    expect(fieldText(leaveBox(after, household('water'), context), household('water'), context)).toEqual({
      typed: '9',
      words: 'sông, suối, ao, hồ',
    });
  });

  test('keeps a text that cannot be read as it was typed, and no answer in its place', () => {
    const before = typeInto(typed, member('birthDate'), '12/3/1987', context);
    const after = leaveBox(
      typeInto(before, member('birthDate'), '31/2/1987', context),
      member('birthDate'),
      context,
    );
    expect(fieldText(after, member('birthDate'), context).typed).toBe('31/2/1987');
    expect(after.content.members[0]?.answers).not.toHaveProperty('birthDate');
  });

  test('has a new member once something is typed on the empty line', () => {
    const after = typeInto(typed, member('fullName', NEXT), 'Triệu Thị Mẩy', context);
    expect(after.content.members.map(({ personId }) => personId)).toEqual([PAO, NEXT]);
    expect(
      withoutBlankLines(typeInto(after, member('fullName', NEXT), '', context).content).members,
    ).toHaveLength(1);
  });

  test('is walked by Enter past what need not be asked, and behind the roster from its empty line', () => {
    const boxes = boxesOf(typed);
    const step = { typed, nextPersonId: NEXT, context };
    expect(nextBox(boxes, fieldKey(member('educationFinished')), step)).toBe(
      fieldKey(member('vocationalCertificate')),
    );
    expect(nextBox(boxes, fieldKey(member('fullName', NEXT)), step)).toBe('h:personsOnForm');
    expect(previousBox(boxes, 'h:personsOnForm', NEXT)).toBe(fieldKey(member('fullName', NEXT)));
    expect(nextBox(boxes, 'p:class', step)).toBe('i:enumerator');
    expect(nextBox(boxes, 'i:place', step)).toBeNull();
  });

  test('of someone who left, asks no more, and leaves them out of what is computed', () => {
    const after = typeInto(typed, { kind: 'left', personId: PAO }, '2', context);
    expect(after.content.left).toEqual({ [PAO]: 'movedAway' });
    expect(stayingOf(after.content).members).toEqual([]);
    expect(boxesOf(after).filter(({ key, skipped }) => key.startsWith(`m:${PAO}`) && !skipped)).toEqual([]);
    expect(typeInto(after, { kind: 'left', personId: PAO }, '', context).content.left).toEqual({});
  });

  test('reads the totals and the class of the paper', () => {
    const scored = typeInto(typed, { kind: 'paper', name: 'incomeScore' }, '130', context);
    const decided = typeInto(scored, { kind: 'paper', name: 'class' }, '2', context);
    expect(decided.content.paper).toEqual({ incomeScore: 130, deprivationScore: null, class: 'NEAR_POOR' });
  });
});

describe('steps back', () => {
  const type = (state: EntryState, field: Field, ...texts: string[]): EntryState => {
    let now = entryReducer(state, { act: 'enter', field });
    for (const text of texts) now = entryReducer(now, { act: 'type', field, text, context });
    return entryReducer(now, { act: 'leave', field, context });
  };
  const waterOf = (state: EntryState) => state.typed.content.household.water;

  test('are one a box, however many keys, and can be taken again', () => {
    const begun = beginEntry(typed, null);
    const twice = type(type(begun, household('water'), '1', '10'), household('toilet'), '6');
    const once = entryReducer(twice, { act: 'undo' });
    expect([waterOf(once), once.typed.content.household.toilet, once.at]).toEqual([
      'other',
      undefined,
      'h:toilet',
    ]);
    expect(waterOf(entryReducer(once, { act: 'undo' }))).toBeUndefined();
    expect(entryReducer(once, { act: 'redo' }).typed.content.household.toilet).toBe('noToilet');
  });

  test('are twenty at most', () => {
    let state = beginEntry(typed, null);
    for (let time = 0; time < 25; time += 1) state = type(state, household('area'), String(20 + time));
    expect(state.done).toHaveLength(20);
  });

  test('Escape gives back what stood in the box when it was entered', () => {
    const known = type(beginEntry(typed, null), household('water'), '1');
    let now = entryReducer(known, { act: 'enter', field: household('water') });
    now = entryReducer(now, { act: 'type', field: household('water'), text: '5', context });
    expect(waterOf(entryReducer(now, { act: 'restore' }))).toBe('piped');
  });
});
