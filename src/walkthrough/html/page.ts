import type { MiniProgram } from '../../emulator/ports.ts'
import {
  contentsOf,
  type Fact,
  factList,
  footerOf,
  headLines,
  linkTo,
  printDocument,
} from '../../html/document.ts'
import { type Element, foreignText, h } from '../../html/element.ts'
import type { Language } from '../../messages/language-names.ts'
import { anchorOf, type Chapter, partSection, partsOf, statesSection, summarySection } from './chapter.ts'
import type { PageTexts } from './page-texts.ts'
import { walkthroughStyle } from './style.ts'

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
      ...headOf(texts.scopes.name(scope, catalogue.rowOf(scope).description), html.lead, texts),
      factList([...scopeFacts(chapter, texts), ...appFacts(app, texts)]),
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
    h('header', ...headOf(html.headingOfAll, html.leadOfAll, texts), factList(appFacts(app, texts))),
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
    factList(scopeFacts(chapter, texts)),
    ...sections.map(({ element }) => element),
  )
}

const diagramOf = ({ tour }: Chapter) => (tour.use === 'button' ? 'button' : 'common')

const headOf = (heading: string, lead: string, { html }: PageTexts) =>
  headLines({ kicker: html.kicker, heading, lead })

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

const contents = (entries: Parameters<typeof contentsOf>[1], { html }: PageTexts) =>
  contentsOf(html.contents, entries)

const footer = (command: string, { html }: PageTexts) => footerOf(html.footer, command)

const document = (language: Language, title: string, body: readonly Element[]) =>
  printDocument({ language, title, body, ownStyle: walkthroughStyle })
