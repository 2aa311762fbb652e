import type { PaperVerified } from '@benvung/contract/review-public';
import { writtenDay } from '@benvung/domain/shared/day';
import type { PageContext, PageReply } from '../../platform/http/define-page.ts';
import { type Html, html } from '../../platform/http/html.ts';
import { field, frame, link, say } from './page-frame.ts';
import { publicWords } from './public-words.ts';

interface Asked {
  readonly number: string;
  readonly code: string;
  readonly verified?: PaperVerified;
  readonly notice?: string;
}

/** The form that asks for number and code, and what was found. */
export function verificationPage(
  { language, clock }: PageContext,
  { number, code, verified, notice }: Asked,
): PageReply {
  const words = publicWords[language];
  const box = (name: string, told: { label: string; hint: string; value: string; most: number }) =>
    field(
      { name, label: told.label, hint: told.hint },
      (described) =>
        html`<input ${described} type="text" value="${told.value}" maxlength="${told.most}" required autocomplete="off" spellcheck="false">`,
    );
  return {
    status: notice === undefined ? 200 : 429,
    page: frame(
      { language, title: words.verifyTitle, path: '/x', demonstration: clock.fixed },
      html`<h1>${words.verifyTitle}</h1>
${notice === undefined ? null : html`<div class="summary" role="alert"><p>${notice}</p></div>`}
${verified === undefined ? null : outcome(verified, words)}
<form method="post" action="${link('/x', language)}">
${box('so', { label: words.paperNumber, hint: words.paperNumberHint, value: number, most: 60 })}
${box('ma', { label: words.paperCode, hint: words.paperCodeHint, value: code, most: 40 })}
<button type="submit">${words.verifyButton}</button>
</form>`,
    ),
  };
}

function outcome(paper: PaperVerified, words: (typeof publicWords)['vi']): Html {
  if (paper.state === 'notFound')
    return html`<div class="box bad" role="status"><p class="state">? ${words.notFoundPaper}</p><p>${words.notFoundPaperHint}</p></div>`;
  const valid = paper.state === 'valid';
  const lines = [
    paper.year === null
      ? paper.kind
      : say(words.paperYear, { kind: paper.kind ?? words.certificate, year: paper.year }),
    [
      paper.issuer === null ? null : say(words.issuedBy, { issuer: paper.issuer }),
      paper.initials === null ? null : say(words.holder, { initials: paper.initials }),
    ]
      .filter((part) => part !== null)
      .join(' · '),
  ];
  return html`<div class="box ${valid ? 'good' : 'bad'}" role="status"><p class="state">${stateText(paper, words)}</p>${lines.map((line) => html`<p>${line}</p>`)}</div>`;
}

function stateText({ state, replacedBy, endedOn }: PaperVerified, words: (typeof publicWords)['vi']): string {
  switch (state) {
    case 'valid':
      return `✓ ${words.valid}`;
    case 'replaced':
      return `⟳ ${replacedBy === null ? words.replaced : say(words.replacedBy, { number: replacedBy })}`;
    case 'revoked':
      return `✕ ${endedOn === null ? words.revoked : say(words.revokedOn, { day: writtenDay(endedOn) })}`;
    default:
      return `✕ ${words.expired}`;
  }
}
