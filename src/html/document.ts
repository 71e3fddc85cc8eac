import { toHtml } from 'hast-util-to-html'
import { type Content, type Element, h } from './element.ts'
import { style } from './style.ts'

export interface Document {
  /** `en`, `zh-CN` */
  readonly language: string
  readonly title: string
  readonly body: readonly Element[]
  /** Rules of this page only. */
  readonly ownStyle: string
}

/** A file of HTML that needs no other. */
export function printDocument({ language, title, body, ownStyle }: Document): string {
  const head = h(
    'head',
    h('meta', { charset: 'utf-8' }),
    h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    h('meta', { name: 'color-scheme', content: 'light dark' }),
    h('title', title),
    h('style', style + ownStyle),
  )
  const html = h('html', { lang: language }, head, h('body', ...body))
  return `${toHtml({ type: 'root', children: [{ type: 'doctype' }, html] }, { upperDoctype: true })}\n`
}

/** A term with what it stands for. */
export interface Fact {
  readonly term: string
  readonly value: readonly Content[]
}

export function factList(facts: readonly Fact[]): Element {
  const items = facts.flatMap(({ term, value }) => [h('dt', term), h('dd', ...value)])
  return h('dl', { class: 'facts' }, ...items)
}

export interface Head {
  readonly kicker: string
  readonly heading: string
  readonly lead: string
}

export function headLines({ kicker, heading, lead }: Head): readonly Element[] {
  return [h('p', { class: 'kicker' }, kicker), h('h1', heading), h('p', { class: 'lead' }, lead)]
}

export function linkTo(anchor: string, text: string): Element {
  return h('a', { href: `#${anchor}` }, text)
}

export function contentsOf(label: string, entries: readonly (Content | readonly Content[])[]): Element {
  return h(
    'nav',
    { 'aria-label': label },
    h('p', { class: 'label' }, label),
    h('ol', ...entries.map(entry => h('li', ...[entry].flat()))),
  )
}

/** @param command to try in a terminal */
export function footerOf(text: string, command: string): Element {
  return h('footer', h('p', text), h('pre', h('code', command)))
}

/** A section with a heading, as the contents list it. */
export interface Section {
  readonly anchor: string
  readonly heading: string
  readonly element: Element
}

export function sectionOf(
  anchor: string,
  level: 2 | 3,
  heading: string,
  content: readonly Element[],
): Section {
  const element = h('section', { class: 'part', id: anchor }, h(`h${level}`, heading), ...content)
  return { anchor, heading, element }
}
