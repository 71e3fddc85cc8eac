/** What only explorations draw: findings, and the trees of decisions. */
export const exploreStyle = `
.finding { margin-top: 2.5rem; padding-left: 1rem; border-left: 4px solid var(--line); }
.finding.error { border-color: var(--bad); }
.finding > h3 { font-size: 1.125rem; font-weight: 650; }
.finding > p { margin-top: 0.5rem; }
.finding .severity { font-weight: 650; margin-right: 0.5em; }
.finding.error .severity { color: var(--bad); }
.finding dl { margin-top: 0.8rem; }
.finding dt { color: var(--soft); font-size: 0.8125rem; font-weight: 600; margin-top: 0.6rem; }
.finding ol { padding-left: 1.4rem; }
.finding pre { margin-top: 0.3rem; }
.tree { margin-top: 1rem; padding: 0.6rem 1rem; background: var(--card); border: 1px solid var(--line); border-radius: 8px; }
.tree summary { width: auto; color: var(--ink); }
.tree summary .bad, .tree .end.bad { color: var(--bad); font-weight: 650; }
.tree .end.good { color: var(--good); }
.tree ul { list-style: none; padding-left: 1rem; border-left: 2px solid var(--line); margin-top: 0.4rem; }
.tree li { padding: 0.25rem 0; }
.tree li.bad { border-left: 3px solid var(--bad); padding-left: 0.6rem; margin-left: -0.7rem; }
.tree .choice { font-weight: 600; }
.tree p { padding-left: 0; border-left: 0; }
.tree .screen { margin-top: 0.4rem; white-space: pre-line; }
.places { list-style: none; padding: 0; margin-top: 0.8rem; }
.places li { padding: 0.2rem 0; }
@media print { .finding, .tree li { break-inside: avoid; } }
`
