import { plainIdentityNumber } from '@benvung/domain/household/identity-number';
import type { RequestForm } from '@benvung/domain/review/request/request-form';
import type { PageContext, PageReply } from '../../platform/http/define-page.ts';
import { type Html, html } from '../../platform/http/html.ts';
import type { UnitOnDay } from '../../territory/territory.public.ts';
import { choices, field, formFaults, frame, link, say } from './page-frame.ts';
import { publicWords } from './public-words.ts';
import { requestWords } from './request-words.ts';
import { formToken, isPhone, MOST_OF_A_NAME } from './typed-fields.ts';

/** The fields of the form by their names, as they were typed. */
const FIELDS = [
  'mau',
  'chu-ho',
  'thon',
  'dia-chi',
  'dien-thoai',
  'can-cuoc',
  'ly-do',
  'dong-y',
  'don',
] as const;
type Field = (typeof FIELDS)[number];
export type RequestTyped = Readonly<Record<Field, string>>;
export type RequestErrors = Partial<Record<Field, string>>;

/** The least that a request needs; the rest is null unless it was given. */
export interface RequestRead {
  readonly form: RequestForm;
  readonly head: string;
  readonly village: UnitOnDay;
  readonly address: string | null;
  readonly phone: string | null;
  readonly identityNumber: string | null;
  readonly asked: string;
}

export interface RequestCommune {
  readonly unit: UnitOnDay;
  readonly villages: readonly UnitOnDay[];
}

const MOST_OF_AN_ADDRESS = 200;
const MOST_OF_A_REASON = 1000;

export const requestTyped = (form: Readonly<Record<string, string>>): RequestTyped => ({
  ...(Object.fromEntries(FIELDS.map((name) => [name, (form[name] ?? '').replace(/\r\n/gu, '\n')])) as Record<
    Field,
    string
  >),
  don: formToken(form.don),
});

const clean = (text: string): string => text.trim().normalize('NFC');

/** What was typed as a request, or what is to be corrected, field by field. */
export function readRequestForm(
  typed: RequestTyped,
  { villages }: RequestCommune,
  language: 'vi' | 'en',
): { readonly read: RequestRead } | { readonly errors: RequestErrors } {
  const words = requestWords[language];
  const common = publicWords[language];
  const form = typed.mau;
  const village = villages.find(({ id }) => String(id) === typed.thon);
  const [phone, identity, asked] = [
    clean(typed['dien-thoai']),
    plainIdentityNumber(clean(typed['can-cuoc'])),
    clean(typed['ly-do']),
  ];
  const errors: RequestErrors = {
    ...(form === '01' || form === '04' ? {} : { mau: words.errorForm }),
    ...(clean(typed['chu-ho']) === '' ? { 'chu-ho': words.errorHead } : {}),
    ...(typed['chu-ho'].length > MOST_OF_A_NAME ? { 'chu-ho': common.errorName } : {}),
    ...(village === undefined ? { thon: words.errorVillage } : {}),
    ...(typed['dia-chi'].length > MOST_OF_AN_ADDRESS ? { 'dia-chi': words.errorAddress } : {}),
    ...(isPhone(phone) ? {} : { 'dien-thoai': say(common.errorPhone, { phone: phone.slice(0, 30) }) }),
    ...(identity === '' || /^\d{12}$/u.test(identity)
      ? {}
      : { 'can-cuoc': say(words.errorIdentity, { number: identity.slice(0, 20) }) }),
    ...(asked.length > MOST_OF_A_REASON ? { 'ly-do': say(words.errorAsked, { count: asked.length }) } : {}),
    ...(typed['dong-y'] === '1' ? {} : { 'dong-y': words.errorConsent }),
  };
  if (Object.keys(errors).length > 0 || village === undefined || (form !== '01' && form !== '04'))
    return { errors };
  return {
    read: {
      form,
      head: clean(typed['chu-ho']),
      village,
      address: clean(typed['dia-chi']) || null,
      phone: phone || null,
      identityNumber: identity || null,
      asked,
    },
  };
}

interface FormShown {
  readonly commune: RequestCommune;
  readonly typed: RequestTyped;
  readonly errors?: RequestErrors;
  /** Said above the form: too much was sent. */
  readonly notice?: string;
}

export const requestPath = ({ unit }: RequestCommune): string => `/de-nghi/${unit.code}`;

/** The form, with whatever was typed before still in it. */
export function requestFormPage(
  { language, clock }: Pick<PageContext, 'language' | 'clock'>,
  { commune, typed, errors = {}, notice }: FormShown,
): PageReply {
  const words = requestWords[language];
  const wrong = Object.entries(errors) as [Field, string][];
  const failed = wrong.length > 0 || notice !== undefined;
  const path = requestPath(commune);
  return {
    status: notice !== undefined ? 429 : failed ? 422 : 200,
    page: frame(
      {
        language,
        title: failed ? `${publicWords[language].error}: ${words.title}` : words.title,
        path,
        demonstration: clock.fixed,
      },
      html`<h1>${words.title}</h1>
<p class="until">${commune.unit.name}</p>
${formFaults({ language, notice, elsewhere: words.elsewhere, wrong: wrong.map(([name, text]) => [name === 'mau' ? 'mau-01' : name, text]) })}
${formOf({ commune, typed, errors, language })}
<p class="hint">${words.personal}</p>`,
    ),
  };
}

function formOf({
  commune,
  typed,
  errors,
  language,
}: Required<Omit<FormShown, 'notice'>> & { language: 'vi' | 'en' }): Html {
  const words = requestWords[language];
  const line = (name: Field, told: { label: string; hint?: string; most: number; more?: Html }): Html =>
    field(
      {
        name,
        label: told.label,
        ...(told.hint === undefined ? {} : { hint: told.hint }),
        error: errors[name],
      },
      (described) =>
        html`<input ${described} type="text" value="${typed[name]}" maxlength="${told.most}"${told.more ?? html` autocomplete="off"`}>`,
    );
  return html`<form method="post" action="${link(requestPath(commune), language)}">
<input type="hidden" name="don" value="${typed.don}">
${choices({
  name: 'mau',
  legend: words.form,
  error: errors.mau,
  value: typed.mau,
  of: [
    ['01', words.form01],
    ['04', words.form04],
  ],
})}
${line('chu-ho', { label: words.head, most: MOST_OF_A_NAME, more: html` autocomplete="name"` })}
${field({ name: 'thon', label: words.village, error: errors.thon }, (described) => html`<select ${described}><option value="">${words.chooseVillage}</option>${commune.villages.map(({ id, name }) => html`<option value="${id}"${String(id) === typed.thon ? html` selected` : null}>${name}</option>`)}</select>`)}
${line('dia-chi', { label: words.address, most: MOST_OF_AN_ADDRESS })}
${line('dien-thoai', { label: words.phone, most: 30, more: html` inputmode="tel" autocomplete="tel"` })}
${line('can-cuoc', { label: words.identity, hint: words.identityHint, most: 20, more: html` inputmode="numeric" autocomplete="off"` })}
${field({ name: 'ly-do', label: words.asked, hint: words.askedHint, error: errors['ly-do'] }, (described) => html`<textarea ${described} rows="4" maxlength="2000">${typed['ly-do']}</textarea>`)}
<fieldset class="${errors['dong-y'] === undefined ? '' : 'wrong'}">${errors['dong-y'] === undefined ? null : html`<p class="error" id="dong-y-error">■ ${errors['dong-y']}</p>`}
<label for="dong-y"><input type="checkbox" id="dong-y" name="dong-y" value="1"${typed['dong-y'] === '1' ? html` checked` : null}${errors['dong-y'] === undefined ? null : html` aria-describedby="dong-y-error" aria-invalid="true"`}> ${words.consent}</label></fieldset>
<button type="submit">${words.submit}</button>
</form>`;
}
