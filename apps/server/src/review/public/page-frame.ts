import type { Language } from '@benvung/contract/problem-texts';
import { writtenDay } from '@benvung/domain/shared/day';
import { weekdayOf } from '@benvung/domain/shared/working-days';
import type { FaultPage } from '../../platform/http/define-page.ts';
import { type Html, html } from '../../platform/http/html.ts';
import { publicWords } from './public-words.ts';

/** Fills the blanks of a sentence. */
export const say = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/gu, (blank, name: string) => String(values[name] ?? blank));

/** An address of ours that stays in the language of the page. */
export function link(path: string, language: Language, query: Readonly<Record<string, string>> = {}): string {
  const search = new URLSearchParams({ ...query, ...(language === 'en' ? { lang: 'en' } : {}) }).toString();
  return search === '' ? path : `${path}?${search}`;
}

const WEEKDAYS = {
  vi: ['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
} as const;

/** "thứ Hai 05/10/2026" */
export const longDay = (day: string, language: Language): string =>
  `${WEEKDAYS[language][weekdayOf(day)]} ${writtenDay(day)}`;

export interface Frame {
  readonly language: Language;
  readonly title: string;
  /** The page's own path, for the other language. */
  readonly path: string;
  /** Query of the other language's link. */
  readonly query?: Readonly<Record<string, string>>;
  /** The database holds demonstration data. */
  readonly demonstration: boolean;
}

/** The whole page around its content. */
export function frame({ language, title, path, query = {}, demonstration }: Frame, content: Html): Html {
  const words = publicWords[language];
  const other = language === 'vi' ? 'en' : 'vi';
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<title>${title} · Bền Vững</title>
<link rel="stylesheet" href="/cong-khai/trang.css">
</head>
<body>
<header>
<div class="bar"><a href="${link('/cong-khai', language)}">Bền Vững</a><a lang="${other}" href="${link(path, other, query)}">${words.language}</a></div>
${demonstration ? html`<p class="demo">${words.demonstration}</p>` : null}
</header>
<main>
${content}
</main>
<footer><p>${words.privacy}</p></footer>
</body>
</html>
`;
}

/** A field with its label, hint and error, tied together for screen readers. */
export function field(
  { name, label, hint, error }: { name: string; label: string; hint?: string; error?: string | undefined },
  control: (described: Html) => Html,
): Html {
  const ids = [hint === undefined ? null : `${name}-hint`, error === undefined ? null : `${name}-error`];
  const describedBy = ids.filter((id) => id !== null).join(' ');
  const described = html`id="${name}" name="${name}"${describedBy === '' ? null : html` aria-describedby="${describedBy}"`}${error === undefined ? null : html` aria-invalid="true"`}`;
  return html`<div class="field${error === undefined ? '' : ' wrong'}"><label for="${name}">${label}</label>
${hint === undefined ? null : html`<p class="hint" id="${name}-hint">${hint}</p>`}
${error === undefined ? null : html`<p class="error" id="${name}-error">■ ${error}</p>`}
${control(described)}</div>`;
}

/** What stands above a form that was not taken: why not now, or what to correct, each with the way to its field. */
export const formFaults = (told: {
  readonly language: Language;
  readonly notice: string | undefined;
  readonly elsewhere: string;
  /** The id of each field and what is wrong there. */
  readonly wrong: readonly (readonly [id: string, text: string])[];
}): Html =>
  html`${told.notice === undefined ? null : html`<div class="summary" role="alert"><p>${told.notice}</p><p>${told.elsewhere}</p></div>`}
${told.wrong.length === 0 ? null : html`<div class="summary" role="alert"><p><strong>${publicWords[told.language].errors}</strong></p><ul>${told.wrong.map(([id, text]) => html`<li><a href="#${id}">${text}</a></li>`)}</ul></div>`}`;

/** A choice of one, each answer a whole line to tap. */
export const choices = (told: {
  readonly name: string;
  readonly legend: string;
  readonly error: string | undefined;
  readonly value: string;
  readonly of: readonly (readonly [value: string, text: string])[];
}): Html => html`<fieldset${told.error === undefined ? null : html` aria-describedby="${told.name}-error"`}><legend>${told.legend}</legend>
${told.error === undefined ? null : html`<p class="error" id="${told.name}-error">■ ${told.error}</p>`}
${told.of.map(
  ([value, text]) =>
    html`<label for="${told.name}-${value}"><input type="radio" id="${told.name}-${value}" name="${told.name}" value="${value}"${told.value === value ? html` checked` : null}> ${text}</label>`,
)}</fieldset>`;

/** A form that leads to a page by the code typed in it. */
export const codeForm = (told: {
  readonly action: string;
  readonly name?: string;
  readonly language: Language;
  readonly label: string;
  readonly hint: string;
  readonly button: string;
  readonly value?: string;
  readonly length: number;
}): Html =>
  html`<form action="${told.action}" method="get">
${told.language === 'en' ? html`<input type="hidden" name="lang" value="en">` : null}
${field(
  { name: told.name ?? 'ma', label: told.label, hint: told.hint },
  (described) =>
    html`<input ${described} value="${told.value ?? ''}" autocomplete="off" autocapitalize="characters" spellcheck="false" required maxlength="${told.length * 2}">`,
)}
<button type="submit">${told.button}</button>
</form>`;

export const faultPage: FaultPage = ({ status, seconds = 60 }, language) => {
  const words = publicWords[language];
  const text =
    status === 429
      ? say(words.faultMany, { minutes: Math.ceil(seconds / 60) })
      : status === 403
        ? words.faultForeign
        : status < 500
          ? words.faultInput
          : words.fault;
  return frame(
    { language, title: words.faultTitle, path: '/cong-khai', demonstration: false },
    html`<h1>${words.faultTitle}</h1><p>${text}</p><p><a href="${link('/cong-khai', language)}">${words.back}</a></p>`,
  );
};
