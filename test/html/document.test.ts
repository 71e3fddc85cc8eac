import { describe, expect, test } from 'vitest'
import { contentsOf, factList, linkTo, printDocument, sectionOf } from '../../src/html/document.ts'
import { foreignText, h, hidden } from '../../src/html/element.ts'
import { readHtml } from '../support/dom.ts'

const hostile = '</style><script>alert(1)</script>\u202e&"'

function pageOf(...body: Parameters<typeof printDocument>[0]['body']) {
  return printDocument({ language: 'zh-CN', title: hostile, body, ownStyle: '.own { color: red; }' })
}

describe('A document', () => {
  test('names its language and escapes its texts', () => {
    const html = pageOf(h('p', foreignText(hostile)))
    const document = readHtml(html)
    expect(document.querySelector('html')?.getAttribute('lang')).toBe('zh-CN')
    expect(document.querySelector('title')?.textContent).toBe(hostile)
    expect(document.querySelectorAll('script')).toHaveLength(0)
    expect(document.querySelector('bdi')?.textContent).toContain('\\u{202e}')
  })

  test('has the style that all share, then its own', () => {
    const css = readHtml(pageOf()).querySelector('style')?.textContent ?? ''
    expect(css.indexOf('prefers-color-scheme: dark')).toBeGreaterThan(0)
    expect(css.indexOf('.own')).toBeGreaterThan(css.indexOf('@media print'))
  })

  test('has contents that lead to its sections', () => {
    const section = sectionOf('one', 2, 'First', [h('p', 'text', hidden('for screen readers'))])
    const document = readHtml(
      pageOf(contentsOf('Contents', [linkTo(section.anchor, section.heading)]), section.element),
    )
    const href = document.querySelector('nav a')?.getAttribute('href') ?? ''
    expect(document.querySelector(`${href} > h2`)?.textContent).toBe('First')
    expect(document.querySelector('nav')?.getAttribute('aria-label')).toBe('Contents')
  })

  test('lists facts, each with its term', () => {
    const document = readHtml(pageOf(factList([{ term: 'Pages', value: ['3', ' ', h('code', 'of 4')] }])))
    expect(document.querySelector('dt')?.textContent).toBe('Pages')
    expect(document.querySelector('dd')?.textContent).toBe('3 of 4')
  })
})
