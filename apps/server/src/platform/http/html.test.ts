import { expect, test } from 'vitest';
import { html } from './html.ts';

test('what is put into a page cannot become part of it', () => {
  const typed = `<script>alert("1")</script> ' &`;
  expect(html`<p title="${typed}">${typed}</p>`.text).toBe(
    '<p title="&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &#39; &amp;">&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &#39; &amp;</p>',
  );
});

test('pieces are joined as they are, and what is not there leaves nothing', () => {
  expect(html`<ul>${['a', '<'].map((each) => html`<li>${each}</li>`)}${null}${false}${0}</ul>`.text).toBe(
    '<ul><li>a</li><li>&lt;</li>0</ul>',
  );
});
