import { RECEIPT_CODE_LENGTH } from '@benvung/domain/review/public/public-code';
import { groupedCode } from '@benvung/domain/shared/printed-code';
import { searchKey } from '@benvung/domain/shared/vietnamese-text';
import type { FastifyInstance } from 'fastify';
import { definePage, type PageContext, type PageReply } from '../../platform/http/define-page.ts';
import { type Html, html } from '../../platform/http/html.ts';
import { field, frame, link, say } from './page-frame.ts';
import { minutes, type PublicLimits } from './public-limits.ts';
import { publicWords } from './public-words.ts';
import {
  type RequestCommune,
  readRequestForm,
  requestFormPage,
  requestPath,
  requestTyped,
} from './request-form.ts';
import { requestWords } from './request-words.ts';
import { findCommunesNamed, findRequestCommune, type NamedCommune, sendRequest } from './send-request.ts';

/** Asking to be reviewed: the commune is chosen by name, its page holds the form. */
export function addRequestPages(app: FastifyInstance, limits: PublicLimits): void {
  definePage(app, { method: 'GET', path: '/de-nghi', handler: chooseCommune });
  definePage(app, {
    method: 'GET',
    path: '/de-nghi/:xa',
    handler: async (context) => {
      const found = await findOpenCommune(context);
      return 'villages' in found
        ? requestFormPage(context, { commune: found, typed: requestTyped({}) })
        : found;
    },
  });
  definePage(app, {
    method: 'POST',
    path: '/de-nghi/:xa',
    handler: (context) => takeRequest(context, limits),
  });
}

async function takeRequest(context: PageContext, limits: PublicLimits): Promise<PageReply> {
  const { form, language, address } = context;
  const commune = await findOpenCommune(context);
  if (!('villages' in commune)) return commune;
  const typed = requestTyped(form);
  const checked = readRequestForm(typed, commune, language);
  if ('errors' in checked) return requestFormPage(context, { commune, typed, errors: checked.errors });
  const wait = limits.sent.secondsToWait(address);
  if (wait > 0) {
    const notice = say(publicWords[language].wait, { minutes: minutes(wait) });
    return requestFormPage(context, { commune, typed, notice });
  }
  limits.sent.note(address);
  const code = await sendRequest(context, {
    commune: commune.unit,
    read: checked.read,
    token: typed.don,
    length: RECEIPT_CODE_LENGTH,
  });
  return { seeOther: link(`/pa/${groupedCode(code)}`, language, { moi: '1' }) };
}

/** The commune of the address, when it takes requests here; else the page that says so. */
async function findOpenCommune(context: PageContext): Promise<RequestCommune | PageReply> {
  const { params, language, clock } = context;
  const commune = await findRequestCommune(context, params.xa ?? '');
  if (commune === undefined) return choosingPage(context, { sought: '', found: [], missed: params.xa ?? '' });
  if (commune.open && commune.villages.length > 0) return commune;
  const words = requestWords[language];
  return {
    page: frame(
      { language, title: words.offTitle, path: requestPath(commune), demonstration: clock.fixed },
      html`<h1>${words.offTitle}</h1><p>${say(words.off, { commune: commune.unit.name })}</p><p><a href="${link('/de-nghi', language)}">${words.other}</a></p>`,
    ),
  };
}

/** Names of communes are public; the search of them is all that is looked up by what was typed. */
async function chooseCommune(context: PageContext): Promise<PageReply> {
  const { query, language } = context;
  const sought = (query.xa ?? '').trim().slice(0, 60);
  if (searchKey(sought) === '') return choosingPage(context, { sought: '', found: [] });
  const found = await findCommunesNamed(context, sought);
  const [only] = found;
  if (only !== undefined && found.length === 1) return { seeOther: link(`/de-nghi/${only.code}`, language) };
  return choosingPage(context, { sought, found, ...(only === undefined ? { missed: sought } : {}) });
}

function choosingPage(
  { language, clock }: PageContext,
  told: { readonly sought: string; readonly found: readonly NamedCommune[]; readonly missed?: string },
): PageReply {
  const words = requestWords[language];
  return {
    status: told.missed === undefined ? 200 : 404,
    page: frame(
      { language, title: words.title, path: '/de-nghi', demonstration: clock.fixed },
      html`<h1>${words.title}</h1>
<p>${words.lead}</p>
${told.missed === undefined ? null : html`<div class="summary" role="alert"><p>${say(words.noCommune, { sought: told.missed.slice(0, 60) })}</p></div>`}
<form action="/de-nghi" method="get">
${language === 'en' ? html`<input type="hidden" name="lang" value="en">` : null}
${field({ name: 'xa', label: words.findCommune, hint: words.findCommuneHint }, (described) => html`<input ${described} type="search" value="${told.sought}" autocomplete="off" required maxlength="60">`)}
<button type="submit">${words.findButton}</button>
</form>
${told.found.length === 0 ? null : listOf(told.found, { language, lead: words.manyCommunes })}`,
    ),
  };
}

const listOf = (
  communes: readonly NamedCommune[],
  { language, lead }: { language: 'vi' | 'en'; lead: string },
): Html =>
  html`<p>${lead}</p><ul class="four">${communes.map(({ code, name, parent }) => html`<li><a class="button second" href="${link(`/de-nghi/${code}`, language)}">${name}${parent === null ? null : `, ${parent}`}</a></li>`)}</ul>`;
