import {
  GRIEVANCE_CATEGORIES,
  type GrievanceCategory,
} from '@benvung/domain/review/grievance/grievance-category';
import type { PostedList } from '@benvung/domain/review/posting/posted-list';
import { groupedCode } from '@benvung/domain/shared/printed-code';
import { nameInSentence } from '@benvung/domain/territory/unit-type';
import type { PageContext, PageReply } from '../../platform/http/define-page.ts';
import { type Html, html } from '../../platform/http/html.ts';
import { choices, field, formFaults, frame, link, longDay, say } from './page-frame.ts';
import { categoryWords, publicWords } from './public-words.ts';
import { formToken, isPhone, MOST_OF_A_NAME } from './typed-fields.ts';

/** What a citizen typed, as it was typed. */
export interface GrievanceTyped {
  readonly ve: string;
  readonly so: string;
  readonly ten: string;
  readonly noiDung: string;
  readonly hoTen: string;
  readonly dienThoai: string;
  /** Names this one form, so that sending it twice makes one grievance. */
  readonly don: string;
}

export interface GrievanceRead {
  readonly category: GrievanceCategory;
  readonly number: number | null;
  readonly householdName: string | null;
  readonly about: string;
  readonly complainantName: string | null;
  readonly phone: string | null;
}

export type GrievanceErrors = Partial<Record<keyof GrievanceTyped, string>>;

const MOST_LETTERS = 2000;
/** A list longer than this would make the page heavy: its number is typed instead of chosen. */
const MOST_OPTIONS = 200;

export const typedIn = (form: Readonly<Record<string, string>>): GrievanceTyped => ({
  ve: form.ve ?? '',
  so: form.so ?? '',
  ten: form.ten ?? '',
  noiDung: (form['noi-dung'] ?? '').replace(/\r\n/gu, '\n'),
  hoTen: form['ho-ten'] ?? '',
  dienThoai: form['dien-thoai'] ?? '',
  don: formToken(form.don),
});

const isCategory = (text: string): text is GrievanceCategory =>
  (GRIEVANCE_CATEGORIES as readonly string[]).includes(text);

/** What was typed as a grievance, or what is to be corrected, field by field. */
export function readGrievanceForm(
  typed: GrievanceTyped,
  list: PostedList,
  language: 'vi' | 'en',
): { readonly read: GrievanceRead } | { readonly errors: GrievanceErrors } {
  const words = publicWords[language];
  const about = typed.noiDung.trim().normalize('NFC');
  const phone = typed.dienThoai.trim();
  const number = Number(typed.so);
  const listed = list.lines.some((line) => line.number === number);
  const errors: GrievanceErrors = {
    ...(isCategory(typed.ve) ? {} : { ve: words.errorAbout }),
    ...(typed.ve === 'household' && !listed ? { so: words.errorHousehold } : {}),
    ...(typed.ve === 'absent' && typed.ten.trim() === '' ? { ten: words.errorMissingName } : {}),
    ...(typed.ten.length > MOST_OF_A_NAME ? { ten: words.errorName } : {}),
    ...(about === '' ? { noiDung: words.errorContent } : {}),
    ...(about.length > MOST_LETTERS ? { noiDung: say(words.errorLong, { count: about.length }) } : {}),
    ...(typed.hoTen.length > MOST_OF_A_NAME ? { hoTen: words.errorName } : {}),
    ...(isPhone(phone) ? {} : { dienThoai: say(words.errorPhone, { phone: phone.slice(0, 30) }) }),
  };
  if (Object.keys(errors).length > 0 || !isCategory(typed.ve)) return { errors };
  return {
    read: {
      category: typed.ve,
      number: typed.ve === 'household' ? number : null,
      householdName: typed.ve === 'absent' ? typed.ten.trim().normalize('NFC') : null,
      about,
      complainantName: typed.hoTen.trim().normalize('NFC') || null,
      phone: phone || null,
    },
  };
}

interface FormShown {
  readonly code: string;
  readonly list: PostedList;
  readonly typed: GrievanceTyped;
  readonly errors?: GrievanceErrors;
  /** Said above the form: too much was sent. */
  readonly notice?: string;
}

const FIELD_NAMES = {
  ve: 've-household',
  so: 'so',
  ten: 'ten',
  noiDung: 'noi-dung',
  hoTen: 'ho-ten',
  dienThoai: 'dien-thoai',
  don: 've-household',
} as const satisfies Record<keyof GrievanceTyped, string>;

/** The form, with whatever was typed before still in it. */
export function grievanceFormPage(
  { language, clock }: Pick<PageContext, 'language' | 'clock'>,
  { code, list, typed, errors = {}, notice }: FormShown,
): PageReply {
  const words = publicWords[language];
  const wrong = Object.entries(errors) as [keyof GrievanceTyped, string][];
  const failed = wrong.length > 0 || notice !== undefined;
  return {
    status: notice !== undefined ? 429 : failed ? 422 : 200,
    page: frame(
      {
        language,
        title: failed ? `${words.error}: ${words.sendTitle}` : words.sendTitle,
        path: '/pa',
        query: { t: groupedCode(code) },
        demonstration: clock.fixed,
      },
      html`<h1>${words.sendTitle}</h1>
<p>${say(words.sendAt, { village: list.village, commune: nameInSentence(list.commune), time: list.closes, day: longDay(list.until, language) })}</p>
${formFaults({ language, notice, elsewhere: words.elsewhere, wrong: wrong.map(([name, text]) => [FIELD_NAMES[name], text]) })}
${formOf({ code, list, typed, errors, language })}`,
    ),
  };
}

function formOf({
  code,
  list,
  typed,
  errors,
  language,
}: Required<Omit<FormShown, 'notice'>> & { language: 'vi' | 'en' }): Html {
  const words = publicWords[language];
  const text = (name: 'ten' | 'hoTen', told: { label: string; hint?: string }): Html =>
    field(
      { name: FIELD_NAMES[name], ...told, error: errors[name] },
      (described) =>
        html`<input ${described} type="text" value="${typed[name]}" maxlength="${MOST_OF_A_NAME}"${name === 'hoTen' ? html` autocomplete="name"` : html` autocomplete="off"`}>`,
    );
  return html`<form method="post" action="${link('/pa', language)}">
<input type="hidden" name="t" value="${groupedCode(code)}"><input type="hidden" name="don" value="${typed.don}">
${choices({ name: 've', legend: words.whatAbout, error: errors.ve, value: typed.ve, of: GRIEVANCE_CATEGORIES.map((one) => [one, categoryWords[language][one]]) })}
${householdField({ list, typed, errors, language })}
${text('ten', { label: words.missingName, hint: words.missingNameHint })}
${field({ name: 'noi-dung', label: words.content, hint: words.contentHint, error: errors.noiDung }, (described) => html`<textarea ${described} rows="6" maxlength="4000">${typed.noiDung}</textarea>`)}
${text('hoTen', { label: words.yourName })}
${field({ name: 'dien-thoai', label: words.phone, hint: words.personal, error: errors.dienThoai }, (described) => html`<input ${described} type="tel" value="${typed.dienThoai}" maxlength="30" autocomplete="tel">`)}
<button type="submit">${words.submit}</button>
</form>`;
}

function householdField({
  list,
  typed,
  errors,
  language,
}: Pick<Required<FormShown>, 'list' | 'typed' | 'errors'> & { language: 'vi' | 'en' }): Html {
  const words = publicWords[language];
  const isShort = list.lines.length <= MOST_OPTIONS;
  return field(
    {
      name: 'so',
      label: isShort ? words.whichHousehold : words.whichNumber,
      hint: words.whichHouseholdHint,
      error: errors.so,
    },
    (described) =>
      isShort
        ? html`<select ${described}><option value="">${words.choose}</option>${list.lines.map(
            ({ number, head }) =>
              html`<option value="${number}"${String(number) === typed.so ? html` selected` : null}>${number}. ${head}</option>`,
          )}</select>`
        : html`<input ${described} type="text" inputmode="numeric" value="${typed.so}" maxlength="5" autocomplete="off">`,
  );
}
