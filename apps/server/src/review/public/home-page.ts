import type { PageContext, PageReply } from '../../platform/http/define-page.ts';
import { html } from '../../platform/http/html.ts';
import { frame, link } from './page-frame.ts';
import { publicWords } from './public-words.ts';

/** The first page for citizens: large buttons. */
export function homePage({ language, clock }: PageContext): PageReply {
  const words = publicWords[language];
  const buttons = [
    ['/t', words.seeList, words.seeListHint],
    ['/pa', words.send, words.sendHint],
    ['/de-nghi', words.ask, words.askHint],
    ['/pa/tra-cuu', words.follow, words.followHint],
    ['/x', words.verify, words.verifyHint],
  ] as const;
  return {
    page: frame(
      { language, title: words.home, path: '/cong-khai', demonstration: clock.fixed },
      html`<h1>${words.home}</h1>
<p>${words.homeLead}</p>
<ul class="four">${buttons.map(([path, text, hint]) => html`<li><a class="button" href="${link(path, language)}">${text}</a><p class="hint">${hint}</p></li>`)}</ul>`,
    ),
  };
}
