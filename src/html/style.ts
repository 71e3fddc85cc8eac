/** What all pages share: one column of text, dark and light, on a phone and on paper. */
export const style = `
:root {
  color-scheme: light dark;
  --paper: #fcfcfa; --card: #ffffff; --sunken: #f3f3ef; --line: #dcdcd5;
  --ink: #20242a; --soft: #5a616a; --good: #0a7a3d; --bad: #b3261e; --link: #0b5fae;
  --sans: system-ui, -apple-system, "Segoe UI", Roboto, "PingFang SC", "Noto Sans SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif;
  --mono: ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", "Liberation Mono", monospace;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #15181b; --card: #1d2125; --sunken: #1a1e22; --line: #363c43;
    --ink: #e3e6e8; --soft: #a3abb3; --good: #5fd08f; --bad: #ff9b90; --link: #8ec5ff;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0 auto; max-width: 50rem; padding: 3.5rem 1.5rem 5rem;
  background: var(--paper); color: var(--ink);
  font: 1.0625rem/1.65 var(--sans); overflow-wrap: anywhere;
}
h1, h2, h3, h4 { line-height: 1.25; text-wrap: balance; margin: 0; }
h1 { font-size: 2.25rem; letter-spacing: -0.02em; font-weight: 700; }
p, dl, dd, ul, ol, pre, figure, blockquote { margin: 0; }
a { color: var(--link); text-underline-offset: 0.2em; text-decoration-thickness: 1px; }
a:focus-visible, summary:focus-visible { outline: 2px solid var(--link); outline-offset: 3px; border-radius: 3px; }
code, pre { font-family: var(--mono); font-size: 0.85em; }
pre {
  white-space: pre-wrap; overflow-wrap: anywhere; line-height: 1.55; tab-size: 2;
  padding: 0.85rem 1rem; background: var(--sunken); border-radius: 6px;
}
.kicker, .label, .facts dt {
  color: var(--soft); font-size: 0.8125rem; font-weight: 600; letter-spacing: 0.01em;
}
.lead { font-size: 1.2rem; line-height: 1.5; color: var(--soft); margin-top: 0.75rem; text-wrap: pretty; }
.facts { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 0.3rem 1.5rem; margin-top: 1.75rem; align-items: baseline; }

nav { margin-top: 2.5rem; padding-top: 1.25rem; border-top: 1px solid var(--line); }
nav ol { list-style: none; padding: 0; margin-top: 0.5rem; columns: 2 16rem; column-gap: 2.5rem; }
nav li { break-inside: avoid; padding: 0.2rem 0; }
nav code { color: var(--soft); font-size: 0.78em; margin-left: 0.4em; }

.part { margin-top: 3.5rem; }
.part > :is(h2, h3) { font-size: 1.375rem; letter-spacing: -0.01em; padding-bottom: 0.5rem; border-bottom: 1px solid var(--line); }

details { margin-top: 0.8rem; font-size: 0.95rem; }
summary { cursor: pointer; color: var(--link); width: fit-content; }
details p { margin-top: 0.35rem; padding-left: 1rem; border-left: 3px solid var(--line); }

.screen {
  margin-top: 0.6rem; padding: 1rem 1.1rem; background: var(--card); color: var(--ink);
  border: 1px solid var(--line); border-radius: 14px; font-size: 0.92rem; line-height: 1.5;
}
.screen figcaption { color: var(--soft); font-size: 0.75rem; }
.screen .app { font-weight: 650; margin-top: 0.2rem; }
.screen .what { margin-top: 0.7rem; font-weight: 600; }
.screen .what code { display: block; color: var(--soft); font-weight: 400; }
.screen dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 0.1rem 0.8rem; margin-top: 0.5rem; font-size: 0.87rem; }
.screen dt { color: var(--soft); }
.screen .choices { list-style: none; padding: 0; display: grid; grid-template-columns: 1fr 1fr; gap: 0.6rem; margin-top: 0.9rem; text-align: center; }
.screen .choices li { padding: 0.4rem 0.3rem; border: 1px solid var(--line); border-radius: 8px; background: var(--sunken); }
.screen .choices .accept.chosen { border-color: var(--good); color: var(--good); box-shadow: 0 0 0 1px var(--good); font-weight: 650; }
.screen .choices .reject.chosen { border-color: var(--bad); color: var(--bad); box-shadow: 0 0 0 1px var(--bad); font-weight: 650; }
.screen .closed { margin-top: 0.7rem; color: var(--soft); font-size: 0.87rem; text-align: center; }
.screen .switches { list-style: none; padding: 0; margin-top: 0.5rem; }
.screen .switches li { display: flex; justify-content: space-between; gap: 1rem; padding: 0.45rem 0; border-top: 1px solid var(--line); }
.screen .on { color: var(--good); font-weight: 650; white-space: nowrap; }
.screen .off { color: var(--soft); font-weight: 650; white-space: nowrap; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

footer { margin-top: 5rem; padding-top: 1.25rem; border-top: 1px solid var(--line); color: var(--soft); font-size: 0.9rem; }
footer pre { margin-top: 0.5rem; color: var(--ink); }

@media (max-width: 38rem) {
  body { padding: 2rem 1.1rem 3rem; font-size: 1rem; }
  h1 { font-size: 1.75rem; }
  .facts { grid-template-columns: 1fr; gap: 0; }
  .facts dd { margin-bottom: 0.6rem; }
}
@media print {
  :root {
    --paper: #ffffff; --card: #ffffff; --sunken: #f6f6f6; --line: #c8c8c8;
    --ink: #000000; --soft: #444444; --good: #0a6a35; --bad: #a01a14; --link: #000000;
  }
  @page { margin: 18mm 16mm; }
  html { font-size: 9.5pt; }
  body { padding: 0; max-width: none; font-size: 1rem; line-height: 1.45; }
  h1 { font-size: 2rem; }
  .part { margin-top: 2.25rem; }
  a { text-decoration: none; }
  details::details-content { content-visibility: visible; display: block; block-size: auto; }
  summary { list-style: none; color: var(--soft); }
  .screen, details { break-inside: avoid; }
  h2, h3, h4, .label { break-after: avoid; }
}
`
