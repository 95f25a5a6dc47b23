import { html, raw } from 'hono/html';
import { reactionCount } from '../../protocol/reactions.ts';
import type { Message } from '../../protocol/server-message.ts';
import type { Copy } from './copy.ts';
import { legible } from './legible.ts';
import { STYLE } from './style.ts';

/** For reading and for paper: a page that stands alone. Of what people wrote, all is escaped by `html`. */
export async function* asPage({ room, at, pages }: Copy): AsyncGenerator<string> {
  yield `${await opening(room, at)}`;
  let day = '';
  let count = 0;
  for await (const page of pages) {
    const parts = page.map((message) => {
      const isNewDay = dayOf(message.at) !== day;
      day = dayOf(message.at);
      return [isNewDay && dayHeading(message.at), article(message)];
    });
    yield `${await html`${parts}`}`;
    count += page.length;
  }
  yield `${await html`</main>
<footer>End of the transcript. Messages: ${count}</footer>
</body>
</html>
`}`;
}

const opening = (room: string, at: number) => html`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>Transcript of ${room}</title>
<style>${raw(STYLE)}</style>
</head>
<body>
<header>
<h1>Transcript of <bdi lang="">${room}</bdi></h1>
<p>Downloaded ${time(at, `${dateWords.format(at)}, ${clock(at)}`)}. All times are UTC.</p>
</header>
<main>
`;

const dayHeading = (at: number) => html`<h2><time datetime="${dayOf(at)}">${dateWords.format(at)}</time></h2>
`;

function article(message: Message) {
  const { seq, at, from, replyTo, edited, text } = message;
  return html`<article id="m${seq}">
<p class="who"><b><bdi lang="">${legible(from.name)}</bdi></b> ${time(at, clock(at))} <a href="#m${seq}">#${seq}</a>${
    replyTo !== undefined && html` <a href="#m${replyTo}">re #${replyTo}</a>`
  }${edited !== undefined && html` <span>(edited)</span>`}</p>
${text === undefined ? html`<p class="gone">(deleted)</p>` : html`<p class="text" lang="" dir="auto">${legible(text)}</p>`}
${reactions(message)}</article>
`;
}

function reactions(message: Message) {
  const emoji = Object.keys(message.reactions ?? {});
  if (emoji.length === 0) return null;
  const items = emoji.map((each) => html`<li>${each} ${reactionCount(message, each)}</li>`);
  return html`<ul aria-label="Reactions">${items}</ul>
`;
}

const time = (at: number, words: string) =>
  html`<time datetime="${new Date(at).toISOString()}">${words}</time>`;

const dateWords = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: 'UTC' });
const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);
const clock = (at: number) => new Date(at).toISOString().slice(11, 19);
