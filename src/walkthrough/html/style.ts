/** What only walkthroughs draw: the diagram, and a step with its two sides. */
export const walkthroughStyle = `
.chapter { margin-top: 5rem; padding-top: 2rem; border-top: 3px solid var(--ink); }
.chapter > h2 { font-size: 1.75rem; letter-spacing: -0.015em; }
.diagram { margin-top: 1.5rem; display: grid; gap: 1rem 2.5rem; align-items: center; }
.diagram svg { display: block; width: 100%; height: auto; margin: 0 auto; }
.diagram.common svg { max-width: 24rem; }
.diagram.button svg { max-width: 32rem; }
.diagram text { font-family: var(--sans); font-size: 13px; fill: var(--ink); }
.diagram .node path { fill: var(--card); stroke: var(--soft); stroke-width: 1.25; }
.diagram .node text { font-size: 14px; fill: var(--soft); }
.diagram .node text:first-of-type { font-size: 15px; font-weight: 650; fill: var(--ink); }
.diagram .accepted path { stroke: var(--good); }
.diagram .accepted text:first-of-type { fill: var(--good); }
.diagram .rejected path { stroke: var(--bad); }
.diagram .rejected text:first-of-type { fill: var(--bad); }
.diagram .edge path { fill: none; stroke: var(--soft); stroke-width: 1.1; }
.diagram .edge polygon { fill: var(--soft); stroke: var(--soft); }
.diagram .deleted path { stroke-dasharray: 4 3; }
.diagram figcaption { font-size: 0.9rem; color: var(--soft); line-height: 1.55; }
.diagram figcaption li { padding: 0.15rem 0; }
.diagram figcaption ul { padding-left: 1.1rem; }

.short { width: 100%; margin-top: 1rem; border-collapse: collapse; font-size: 0.95rem; line-height: 1.45; }
.short :is(th, td) { text-align: left; vertical-align: top; padding: 0.55rem 1rem 0.55rem 0; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
.short thead th { color: var(--soft); font-size: 0.8125rem; font-weight: 600; }
.short tbody th { font-weight: 600; }
.short .good { color: var(--good); }
.short .bad { color: var(--bad); }

.step { margin-top: 2.5rem; }
.step > :is(h3, h4) { font-size: 1.125rem; font-weight: 650; }
.step .number { color: var(--soft); font-weight: 500; font-variant-numeric: tabular-nums; margin-right: 0.4em; }
.guide { margin-top: 0.6rem; padding-left: 1rem; border-left: 3px solid var(--line); color: var(--soft); font-size: 0.95rem; line-height: 1.55; }
.sides { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 1.25rem 1.75rem; margin-top: 1.1rem; }
.side { min-width: 0; }
.side p:not(.label) { font-size: 0.97rem; }
.side pre { margin-top: 0.6rem; border-left: 3px solid var(--soft); border-radius: 0 6px 6px 0; }
.side pre.good { border-color: var(--good); }
.side pre.bad { border-color: var(--bad); }
.lesson { margin-top: 1.1rem; font-weight: 600; }
.code { margin-top: 1rem; }
.code pre { margin-top: 0.3rem; }
.same { margin-top: 0.9rem; font-size: 0.9rem; }
@media (min-width: 46rem) {
  .diagram.common { grid-template-columns: minmax(0, 24rem) 1fr; }
}
@media (max-width: 38rem) {
  .chapter > h2 { font-size: 1.5rem; }
  .sides { grid-template-columns: minmax(0, 1fr); }
}
@media print {
  .chapter { break-before: page; margin-top: 0; padding-top: 0; border-top: 0; }
  .diagram { grid-template-columns: 20rem 1fr; }
  .diagram.button { grid-template-columns: 26rem 1fr; }
  .step { margin-top: 1.5rem; }
  .guide, .sides, .code, .diagram, .lesson { break-inside: avoid; }
  .guide { break-after: avoid; }
  .short tr { break-inside: avoid; }
}
`
