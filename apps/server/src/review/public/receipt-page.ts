import type { GrievancePage, RequestPage } from '@benvung/contract/review-public';
import { RECEIPT_CODE_LENGTH } from '@benvung/domain/review/public/public-code';
import { writtenDay } from '@benvung/domain/shared/day';
import { groupedCode } from '@benvung/domain/shared/printed-code';
import type { PageContext, PageReply } from '../../platform/http/define-page.ts';
import { type Html, html } from '../../platform/http/html.ts';
import { codeForm, frame, longDay, say } from './page-frame.ts';
import { categoryWords, publicWords } from './public-words.ts';
import { requestWords } from './request-words.ts';

/** The form for typing a receipt's code; with `missed`, after a code that no grievance has. */
export function receiptCodePage(
  { language, clock }: PageContext,
  { missed, notice }: { readonly missed: string | null; readonly notice?: string },
): PageReply {
  const words = publicWords[language];
  const title = missed === null || notice !== undefined ? words.follow : words.noReceipt;
  return {
    status: notice !== undefined ? 429 : missed === null ? 200 : 404,
    page: frame(
      { language, title, path: '/pa/tra-cuu', demonstration: clock.fixed },
      html`<h1>${title}</h1>
${notice === undefined ? html`<p>${missed === null ? words.followHint : words.noReceiptHint}</p>` : html`<div class="summary" role="alert"><p>${notice}</p></div>`}
${codeForm({
  action: '/pa/tra-cuu',
  language,
  label: words.receiptField,
  hint: words.receiptHint,
  button: words.lookUp,
  value: missed ?? '',
  length: RECEIPT_CODE_LENGTH,
})}`,
    ),
  };
}

/** Where a grievance stands: received, being looked into, answered, each with its day. */
export function receiptPage(
  context: PageContext,
  { code, page, isNew }: { readonly code: string; readonly page: GrievancePage; readonly isNew: boolean },
): PageReply {
  const { language } = context;
  const words = publicWords[language];
  return standingPage(context, {
    code,
    title: say(words.receiptTitle, { number: page.number }),
    told: isNew ? words.receiptNew : null,
    about: `${page.commune} · ${categoryWords[language][page.category]}`,
    steps: [
      { text: words.stepReceived, day: page.receivedOn },
      {
        text: page.category === 'process' ? words.stepHandling : words.stepChecking,
        day: page.assignedOn ?? page.verifiedOn,
      },
      { text: words.stepAnswered, day: page.answeredOn },
    ],
    after:
      page.answeredOn === null
        ? say(words.answerBefore, { day: longDay(page.dueOn, language) })
        : say(words.answerAt, { commune: page.commune }),
  });
}

/** Where a request stands: sent, taken in or refused with its reason, its review ended. */
export function requestReceiptPage(
  context: PageContext,
  { code, page, isNew }: { readonly code: string; readonly page: RequestPage; readonly isNew: boolean },
): PageReply {
  const words = requestWords[context.language];
  const { step, commune, sentOn, decidedOn, endedOn } = page;
  const refused = step === 'refused';
  return standingPage(context, {
    code,
    title: say(words.receiptTitle, { number: page.number }),
    told: isNew ? words.receiptNew : null,
    about: `${commune} · ${page.form === '01' ? words.form01 : words.form04}`,
    steps: [
      { text: words.stepSent, day: sentOn },
      { text: refused ? words.stepRefused : words.stepTakenIn, day: decidedOn },
      ...(refused ? [] : [{ text: words.stepDecided, day: endedOn }]),
    ],
    after:
      refused && page.reason !== null
        ? say(words.reason, { reason: page.reason })
        : step === 'decided'
          ? say(words.resultAt, { commune })
          : words.afterTakenIn,
  });
}

interface Standing {
  readonly code: string;
  readonly title: string;
  /** Said to who has just sent it. */
  readonly told: string | null;
  readonly about: string;
  readonly steps: readonly { readonly text: string; readonly day: string | null }[];
  readonly after: string;
}

function standingPage(
  { language, clock }: PageContext,
  { code, title, steps, ...told }: Standing,
): PageReply {
  const words = publicWords[language];
  const now = steps.findLastIndex(({ day }) => day !== null);
  return {
    page: frame(
      { language, title, path: `/pa/${groupedCode(code)}`, demonstration: clock.fixed },
      html`<h1>${title}</h1>
${told.told === null ? null : html`<div class="box good"><p class="state">✓ ${told.told}</p></div>`}
<p>${told.about}</p>
<ol class="steps">${steps.map(({ text, day }, at) => stepLine({ text, day, isNow: at === now, done: at < now, words }))}</ol>
<p>${told.after}</p>
<div class="box"><p>${words.receiptCode}</p><p class="code">${groupedCode(code)}</p><p>${words.receiptKeep}</p></div>`,
    ),
  };
}

const stepLine = (told: {
  readonly text: string;
  readonly day: string | null;
  readonly isNow: boolean;
  readonly done: boolean;
  readonly words: (typeof publicWords)['vi'];
}): Html =>
  html`<li class="${told.isNow ? 'now' : told.done ? 'done' : 'later'}"${told.isNow ? html` aria-current="step"` : null}>${told.day === null ? '○' : '✓'} ${told.text}${told.day === null ? ` · ${told.words.notYet}` : ` · ${say(told.words.onDay, { day: writtenDay(told.day) })}`}</li>`;
