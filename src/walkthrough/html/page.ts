import type { Element } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { h } from 'hastscript'
import type { MiniProgram } from '../../emulator/ports.ts'
import type { Language } from '../../messages/language-names.ts'
import { anchorOf, type Chapter, partSection, partsOf, statesSection, summarySection } from './chapter.ts'
import type { PageTexts } from './page-texts.ts'
import { foreignText } from './seen.ts'
import { style } from './style.ts'

interface Page {
  readonly language: Language
  readonly texts: PageTexts
}

/**
 * The walkthrough of one scope as a file of HTML that needs no other. The texts become nodes of a tree, and the library
 * escapes them when it writes the tree.
 */
export function scopePage(chapter: Chapter, { language, texts }: Page): string {
  const { html } = texts
  const { scope, api, app, catalogue } = chapter.tour
  const sections = [
    summarySection(chapter, 2, texts),
    statesSection(diagramOf(chapter), 2, language, texts),
    ...partsOf(chapter, texts).map(part => partSection(part, 2, texts)),
  ]
  return document(language, html.title(scope), [
    h(
      'header',
      ...headLines(texts.scopes.name(scope, catalogue.rowOf(scope).description), html.lead, texts),
      facts([...scopeFacts(chapter, texts), ...appFacts(app, texts)]),
    ),
    contents(
      sections.map(({ anchor, heading }) => linkTo(anchor, heading)),
      texts,
    ),
    h('main', ...sections.map(({ element }) => element)),
    footer(`wxauth walkthrough ${api}`, texts),
  ])
}

/** Whose walkthrough it is. */
type App = Pick<MiniProgram, 'appid' | 'name'>

/** The whole Scope List in one page. */
export function scopeListPage(chapters: readonly Chapter[], app: App, { language, texts }: Page): string {
  const { html } = texts
  const states = statesSection('common', 2, language, texts)
  const entries = chapters.map(chapter => {
    const { scope, catalogue } = chapter.tour
    return [
      linkTo(anchorOf(chapter), texts.scopes.name(scope, catalogue.rowOf(scope).description)),
      ' ',
      h('code', scope),
    ]
  })
  return document(language, html.titleOfAll, [
    h('header', ...headLines(html.headingOfAll, html.leadOfAll, texts), facts(appFacts(app, texts))),
    contents([linkTo(states.anchor, states.heading), ...entries], texts),
    h('main', states.element, ...chapters.map(chapter => chapterSection(chapter, language, texts))),
    footer('wxauth walkthrough', texts),
  ])
}

function chapterSection(chapter: Chapter, language: Language, texts: PageTexts): Element {
  const anchor = anchorOf(chapter)
  const { scope, catalogue } = chapter.tour
  const kind = diagramOf(chapter)
  const sections = [
    summarySection(chapter, 3, texts),
    // The common one stands before all chapters.
    ...(kind === 'common' ? [] : [statesSection(kind, 3, language, texts)]),
    ...partsOf(chapter, texts).map(part => partSection(part, 3, texts)),
  ]
  return h(
    'section',
    { class: 'chapter', id: anchor },
    h('h2', texts.scopes.name(scope, catalogue.rowOf(scope).description)),
    facts(scopeFacts(chapter, texts)),
    ...sections.map(({ element }) => element),
  )
}

const diagramOf = ({ tour }: Chapter) => (tour.use === 'button' ? 'button' : 'common')

function headLines(heading: string, lead: string, { html }: PageTexts): readonly Element[] {
  return [h('p', { class: 'kicker' }, html.kicker), h('h1', heading), h('p', { class: 'lead' }, lead)]
}

type Content = Element | string

/** A term with what it stands for. */
interface Fact {
  readonly term: string
  readonly value: readonly Content[]
}

function scopeFacts({ tour }: Chapter, { html }: PageTexts): readonly Fact[] {
  const { apis, components } = tour.catalogue.rowOf(tour.scope)
  const guards = [...apis, ...components.map(html.component)]
  return [
    { term: html.facts.scope, value: [h('code', tour.scope)] },
    {
      term: html.facts.guards,
      value: guards.flatMap((name, index) => [index === 0 ? '' : html.separator, h('code', name)]),
    },
  ]
}

function appFacts({ name, appid }: App, { html }: PageTexts): readonly Fact[] {
  return [{ term: html.facts.app, value: [foreignText(name), ' ', h('code', appid)] }]
}

function facts(facts: readonly Fact[]): Element {
  const items = facts.flatMap(({ term, value }) => [h('dt', term), h('dd', ...value)])
  return h('dl', { class: 'facts' }, ...items)
}

function linkTo(anchor: string, text: string): Element {
  return h('a', { href: `#${anchor}` }, text)
}

function contents(entries: readonly (Content | readonly Content[])[], { html }: PageTexts): Element {
  return h(
    'nav',
    { 'aria-label': html.contents },
    h('p', { class: 'label' }, html.contents),
    h('ol', ...entries.map(entry => h('li', ...[entry].flat()))),
  )
}

function footer(command: string, { html }: PageTexts): Element {
  return h('footer', h('p', html.footer), h('pre', h('code', command)))
}

function document(language: Language, title: string, body: readonly Element[]): string {
  const head = h(
    'head',
    h('meta', { charset: 'utf-8' }),
    h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    h('meta', { name: 'color-scheme', content: 'light dark' }),
    h('title', title),
    h('style', style),
  )
  const html = h('html', { lang: language }, head, h('body', ...body))
  return `${toHtml({ type: 'root', children: [{ type: 'doctype' }, html] }, { upperDoctype: true })}\n`
}
