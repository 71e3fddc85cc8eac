import {
  contentsOf,
  factList,
  footerOf,
  headLines,
  linkTo,
  printDocument,
  type Section,
  sectionOf,
} from '../../../html/document.ts'
import { type Element, foreignText, h } from '../../../html/element.ts'
import type { ExploreTexts } from '../../../messages/texts.ts'
import { onOneLine } from '../../../text/in-lines.ts'
import { visibleText } from '../../../text/visible-text.ts'
import type { Explored } from '../../explored.ts'
import type { Finding } from '../../findings/finding.ts'
import { atPlace } from '../../findings/steps.ts'
import { codeAround, type LineOf } from '../code-around.ts'
import type { Subject } from '../json.ts'
import type { DecisionTree } from '../tree.ts'
import { type NotCounted, summarySentences, verdictOf } from '../verdict.ts'
import { fixOf, messageOf, noticePlace, noticeText, replayCommand, stepText } from '../words.ts'
import { exploreStyle } from './style.ts'
import { treeElement } from './trees.ts'

interface PageParts extends NotCounted {
  /** `en`, `zh-CN` */
  readonly language: string
  readonly texts: ExploreTexts
  readonly app: Subject['app']
  readonly trees: readonly DecisionTree[]
  readonly lineOf: LineOf
  /** The flags that a replay needs too. */
  readonly replayFlags?: readonly string[]
}

/** The exploration as a file of HTML that needs no other: what is wrong, and what the user can decide. */
export function explorePageHtml(explored: Explored, parts: PageParts): string {
  const { language, texts, app, trees, replayFlags = [] } = parts
  const { html } = texts
  const sections = [
    summarySection(explored, parts),
    findingsSection(explored, parts),
    treesSection(explored.findings, trees, texts),
    ...listSection('unreached', html.unreached, unreachedItems(explored)),
    ...listSection('notices', html.notices, noticeItems(explored, parts)),
  ]
  const head = headLines({
    kicker: html.kicker,
    heading: html.heading,
    lead: onOneLine(verdictOf(explored, parts, texts).text),
  })
  const body = [
    h('header', ...head, factList(factsOf(explored, app, texts))),
    contentsOf(
      html.contents,
      sections.map(({ anchor, heading }) => linkTo(anchor, heading)),
    ),
    h('main', ...sections.map(({ element }) => element)),
    footerOf(html.footer, ['wxauth explore', ...replayFlags].join(' ')),
  ]
  return printDocument({ language, title: html.title(visibleText(app.name)), body, ownStyle: exploreStyle })
}

function factsOf({ summary }: Explored, { name, appid }: Subject['app'], { html }: ExploreTexts) {
  const { pages, loaded, units, paths, calls } = summary
  const { facts } = html
  return [
    { term: facts.app, value: [foreignText(name), ' ', h('code', appid)] },
    { term: facts.pages, value: [html.of(loaded, pages)] },
    { term: facts.units, value: [String(units)] },
    { term: facts.paths, value: [String(paths)] },
    { term: facts.calls, value: [html.of(calls.reached, calls.written)] },
  ]
}

function summarySection(explored: Explored, parts: PageParts): Section {
  const { notCounted, tried } = summarySentences(explored, parts, parts.texts)
  return sectionOf(
    'summary',
    2,
    parts.texts.html.summary,
    [...notCounted, ...tried].map(text => h('p', onOneLine(text))),
  )
}

function findingsSection(explored: Explored, parts: PageParts): Section {
  const { findings } = explored
  const { html } = parts.texts
  const nothing = onOneLine(verdictOf(explored, parts, parts.texts).text)
  const items = findings.map((finding, at) => findingElement(finding, at + 1, parts))
  return sectionOf('findings', 2, html.findings, items.length === 0 ? [h('p', nothing)] : items)
}

/** In columns: a window breaks it. */
const mostOfLine = 300

function findingElement(
  finding: Finding,
  number: number,
  { texts, lineOf, replayFlags }: PageParts,
): Element {
  const { html, report, rules, severities } = texts
  const { rule, severity, steps, start } = finding
  const { title, suffers } = rules[rule]
  const entry = (term: string, ...value: readonly (Element | string)[]) => [h('dt', term), h('dd', ...value)]
  const code = codeAround(finding, lineOf, mostOfLine)
  const before = start === 'rejected' ? [h('p', report.startsRejected)] : []
  return h(
    'section',
    { class: ['finding', severity], id: `finding-${number}` },
    h('h3', h('span', { class: 'severity' }, severities[severity]), ` ${title}`),
    h('p', onOneLine(messageOf(finding, texts))),
    h(
      'dl',
      ...entry(html.rule, h('code', rule)),
      ...entry(
        html.where,
        h('code', visibleText(atPlace(finding))),
        ...(code === undefined ? [] : [h('pre', h('code', code.text))]),
      ),
      ...(steps.length === 0
        ? []
        : [
            ...entry(
              html.how,
              ...before,
              h('ol', ...steps.map(step => h('li', onOneLine(stepText(step, texts))))),
            ),
            ...entry(html.replay, h('pre', h('code', replayCommand(finding, replayFlags)))),
          ]),
      ...entry(html.user, suffers),
      ...entry(html.fix, fixOf(finding, texts)),
    ),
  )
}

function treesSection(
  findings: readonly Finding[],
  trees: readonly DecisionTree[],
  texts: ExploreTexts,
): Section {
  // A way that only could be better does not end badly.
  const bad = findings.filter(({ severity }) => severity !== 'info')
  const wrong = new Map(bad.map(({ fingerprint, rule }) => [fingerprint, rule]))
  const { html } = texts
  const elements = trees.map(tree => treeElement(tree, wrong, texts))
  return sectionOf('trees', 2, html.trees, [h('p', html.treesLead), ...elements])
}

function listSection(anchor: string, heading: string, items: readonly Element[]): readonly Section[] {
  return items.length === 0 ? [] : [sectionOf(anchor, 2, heading, [h('ul', { class: 'places' }, ...items)])]
}

const unreachedItems = ({ unreached }: Explored) =>
  unreached.map(({ api, file, line }) => h('li', h('code', `${api} ${visibleText(file)}:${line}`)))

const noticeItems = ({ notices }: Explored, { texts, replayFlags }: PageParts) =>
  notices.map(notice =>
    h(
      'li',
      h('code', visibleText(noticePlace(notice))),
      ' ',
      onOneLine(noticeText(notice, texts, replayFlags)),
    ),
  )
