import { type PostedList, postingStateOf } from '@benvung/domain/review/posting/posted-list';
import { POSTING_CODE_LENGTH } from '@benvung/domain/review/public/public-code';
import { writtenDay } from '@benvung/domain/shared/day';
import { groupedCode } from '@benvung/domain/shared/printed-code';
import { searchKey } from '@benvung/domain/shared/vietnamese-text';
import { nameInSentence } from '@benvung/domain/territory/unit-type';
import { timeInVietnam } from '../../platform/clock.ts';
import type { PageContext, PageReply } from '../../platform/http/define-page.ts';
import { type Html, html } from '../../platform/http/html.ts';
import { hashOfList } from '../posting/open-posting.ts';
import { codeForm, field, frame, link, longDay, say } from './page-frame.ts';
import { publicWords, resultWords } from './public-words.ts';

const LINES_A_PAGE = 250;

/** Whether a public posting is to be seen now. */
export const isOpen = (list: PostedList, { clock }: Pick<PageContext, 'clock'>): boolean =>
  postingStateOf(list, { today: clock.today(), time: timeInVietnam(clock.now()) }) === 'open';

/** The form for typing a posting's code; with `missed`, after a code that no posting has. */
export function postingCodePage(
  { language, clock }: PageContext,
  missed: string | null,
  leadsTo: '/t' | '/pa' = '/t',
): PageReply {
  const words = publicWords[language];
  const first = leadsTo === '/t' ? words.seeList : words.send;
  const title = missed === null ? first : words.noPosting;
  return {
    status: missed === null ? 200 : 404,
    page: frame(
      { language, title, path: leadsTo, demonstration: clock.fixed },
      html`<h1>${title}</h1>
<p>${missed === null ? words.seeListHint : words.noPostingHint}</p>
${codeForm({
  action: leadsTo,
  name: leadsTo === '/t' ? 'ma' : 't',
  language,
  label: words.postingCode,
  hint: words.postingCodeHint,
  button: leadsTo === '/t' ? words.open : words.send,
  value: missed ?? '',
  length: POSTING_CODE_LENGTH,
})}`,
    ),
  };
}

/** After the end nothing of the list is shown any more, only that it is over or was taken down. */
export function overPage(
  { language, clock }: PageContext,
  { until, withdrawnOn }: PostedList,
  path: string,
): PageReply {
  const words = publicWords[language];
  const title = withdrawnOn === undefined ? words.overTitle : words.withdrawnTitle;
  const text =
    withdrawnOn === undefined
      ? say(words.over, { day: writtenDay(until) })
      : say(words.withdrawn, { day: writtenDay(withdrawnOn) });
  return {
    page: frame({ language, title, path, demonstration: clock.fixed }, html`<h1>${title}</h1><p>${text}</p>`),
  };
}

/** The posted list of a village, or those on it whose name is looked for. */
export function postingPage(
  { language, clock, query }: PageContext,
  { code, list, sought }: { readonly code: string; readonly list: PostedList; readonly sought: string },
): PageReply {
  const words = publicWords[language];
  const path = `/t/${groupedCode(code)}`;
  const title = `${list.village}, ${nameInSentence(list.commune)}`;
  const found = sought === '' ? list.lines : list.lines.filter(({ head }) => isCalled(head, sought));
  const pages = Math.max(1, Math.ceil(found.length / LINES_A_PAGE));
  const page = Math.min(pages, Math.max(1, Number.parseInt(query.trang ?? '1', 10) || 1));
  const shown = found.slice((page - 1) * LINES_A_PAGE, page * LINES_A_PAGE);
  const grievance = (more: Record<string, string> = {}) =>
    link('/pa', language, { t: groupedCode(code), ...more });
  return {
    page: frame(
      { language, title, path, demonstration: clock.fixed },
      html`<h1>${title}</h1>
<p>${say(words.provisional, { year: list.year })}</p>
<p class="until">${say(words.until, { time: list.closes, day: longDay(list.until, language) })}</p>
${findForm(words, { action: link(path, language), sought })}
${found.length === 0 ? html`<p><strong>${words.notFound}</strong> ${words.notFoundHint}</p><p><a class="button second" href="${grievance({ ve: 'absent' })}">${words.mineMissing}</a></p>` : table(words, { shown, found: found.length, total: list.lines.length, sought, language, about: (number) => grievance({ ve: 'household', so: String(number) }) })}
${sought === '' ? pageLinks(words, { page, pages, of: (at) => link(path, language, { trang: String(at) }) }) : html`<p><a href="${link(path, language)}">${words.all}</a></p>`}
<p class="hint">${say(words.hash, { hash: hashOfList(list).slice(0, 8).toUpperCase() })}</p>
<p><a class="button" href="${grievance()}">${words.send}</a></p>`,
    ),
  };
}

/** Every word typed begins a word of the name, with or without its diacritics. */
function isCalled(head: string, sought: string): boolean {
  const name = ` ${searchKey(head)}`;
  const words = searchKey(sought).split(' ').filter(Boolean);
  return words.length > 0 && words.every((word) => name.includes(` ${word}`));
}

type Words = (typeof publicWords)['vi'];

const findForm = (words: Words, { action, sought }: { action: string; sought: string }): Html =>
  html`<form class="find" method="post" action="${action}">
${field({ name: 'tim', label: words.find }, (described) => html`<input ${described} type="search" value="${sought}" autocomplete="off" maxlength="60">`)}
<button type="submit">${words.findButton}</button>
</form>`;

interface Shown {
  readonly shown: PostedList['lines'];
  readonly found: number;
  readonly total: number;
  readonly sought: string;
  readonly language: 'vi' | 'en';
  readonly about: (number: number) => string;
}

const table = (words: Words, { shown, found, total, sought, language, about }: Shown): Html => {
  const said = resultWords[language];
  const few = sought !== '' && shown.length <= 20;
  return html`<table>
<caption>${sought === '' ? say(words.households, { count: total }) : say(words.found, { count: found, total })}</caption>
<thead><tr><th scope="col">${words.number}<th scope="col">${words.head}<th scope="col">${words.result}</tr></thead>
<tbody>
${shown.map(
  ({ number, head, result }) =>
    html`<tr><td>${number}<td>${head}${few ? html`<br><a href="${about(number)}">${words.about}</a>` : null}<td>${said[result]}
`,
)}</tbody></table>`;
};

const pageLinks = (
  words: Words,
  { page, pages, of }: { page: number; pages: number; of: (at: number) => string },
): Html | null =>
  pages === 1
    ? null
    : html`<nav class="pages"><span>${say(words.page, { page, pages })}</span>${page > 1 ? html`<a href="${of(page - 1)}">${words.previous}</a>` : null}${page < pages ? html`<a href="${of(page + 1)}">${words.next}</a>` : null}</nav>`;
