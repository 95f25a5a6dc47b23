/** The looks of the downloaded page. `content-visibility` lets a browser lay out what is on the screen alone. */
export const STYLE = `
:root { color-scheme: light dark; --ink: #1b1b1f; --dim: #5c5c66; --line: #dcdce2; --paper: #fff; --link: #1d4ed8 }
@media (prefers-color-scheme: dark) {
  :root { --ink: #ececf1; --dim: #a3a3ad; --line: #3a3a42; --paper: #17171a; --link: #93b4ff }
}
body {
  max-width: 44rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; overflow-wrap: anywhere;
  color: var(--ink); background: var(--paper); font: 1rem/1.5 system-ui, sans-serif;
}
h1 { margin: 0; font-size: 1.5rem }
h2 { margin: 2rem 0 .5rem; padding-bottom: .25rem; border-bottom: 1px solid var(--line); font-size: 1rem }
header p, footer { color: var(--dim) }
footer { margin-top: 2rem }
a { color: var(--link) }
article { padding: .4rem; content-visibility: auto; contain-intrinsic-size: auto 4rem }
article:target { outline: 2px solid var(--link); border-radius: .25rem }
article p { margin: 0 }
.who { color: var(--dim); font-size: .875rem }
.who b { color: var(--ink) }
.text { white-space: pre-wrap; tab-size: 4 }
.gone { color: var(--dim); font-style: italic }
ul { display: flex; flex-wrap: wrap; gap: .25rem .75rem; margin: 0; padding: 0; list-style: none; font-size: .875rem }
@page { margin: 2cm }
@media print {
  :root { color-scheme: light; --ink: #000; --dim: #000; --line: #000; --paper: #fff; --link: #000 }
  body { max-width: none; padding: 0; font: 10.5pt/1.4 Georgia, serif }
  a { text-decoration: none }
  article { padding: .15cm 0; content-visibility: visible; break-inside: avoid }
  article:target { outline: none }
  article p { orphans: 3; widows: 3 }
  h2 { break-after: avoid }
}
`;
