import type { Element, Nodes } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { HtmlValidate } from 'html-validate'
import { describe, expect, test } from 'vitest'
import { guideCatalogue } from '../../src/catalogue/editions/guide.ts'
import { languageNames } from '../../src/messages/language-names.ts'
import { demoMiniProgram } from '../../src/project/declared.ts'
import { pageOf, pageOfAll } from './pages.ts'

/** Every element of a page. */
function elementsIn(node: Nodes): readonly Element[] {
  const inside = 'children' in node ? node.children.flatMap(elementsIn) : []
  return node.type === 'element' ? [node, ...inside] : inside
}

function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value
  return 'children' in node ? node.children.map(textOf).join('') : ''
}

const parsed = (html: string) => elementsIn(fromHtml(html))
const named = (elements: readonly Element[], ...names: string[]) =>
  elements.filter(({ tagName }) => names.includes(tagName))

const validator = new HtmlValidate({ extends: ['html-validate:recommended', 'html-validate:a11y'] })

async function problemsOf(html: string): Promise<readonly string[]> {
  const { results } = await validator.validateString(html)
  return results.flatMap(({ messages }) =>
    messages.map(({ line, column, ruleId, message }) => `${line}:${column} ${ruleId}: ${message}`),
  )
}

const pages = languageNames.flatMap(language => [
  ...guideCatalogue.scopeNames.map(scope => ({
    name: scope,
    language,
    make: () => pageOf(scope, undefined, language),
  })),
  { name: '--all', language, make: () => pageOfAll(undefined, language) },
])

describe.each(pages)('The page of $name in $language', ({ language, make }) => {
  test('is valid HTML', async () => {
    expect(await problemsOf(await make())).toEqual([])
  })

  test('needs no other file and no script', async () => {
    const elements = parsed(await make())
    expect(named(elements, 'script', 'link', 'img', 'iframe', 'object', 'embed', 'base')).toEqual([])
    expect(elements.filter(({ properties }) => 'src' in properties || 'style' in properties)).toEqual([])
    const links = named(elements, 'a').map(({ properties }) => String(properties.href))
    const anchors = elements.map(({ properties }) => `#${properties.id}`)
    expect(links.filter(link => !anchors.includes(link))).toEqual([])
    const css = named(elements, 'style').map(textOf).join('')
    expect(css).not.toMatch(/url\(|@import/)
  })

  test('names its language, and has one main heading above all others, level by level', async () => {
    const elements = parsed(await make())
    expect(named(elements, 'html')[0]?.properties.lang).toBe(language)
    const levels = named(elements, 'h1', 'h2', 'h3', 'h4', 'h5').map(({ tagName }) => Number(tagName[1]))
    expect(levels.filter(level => level === 1)).toHaveLength(1)
    for (const [index, level] of levels.entries()) {
      expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1)
    }
  })

  test('is the same at each run', async () => {
    expect(await make()).toBe(await make())
  })
})

test('A Chinese page has no English words but code and names', async () => {
  const purposes = { 'scope.userLocation': '用于展示附近的门店' }
  const elements = parsed(
    await pageOf('scope.userLocation', { ...demoMiniProgram, name: '咖啡', purposes }, 'zh-CN'),
  )
  const isCode = ({ tagName }: Element) => ['code', 'pre', 'style', 'title', 'desc'].includes(tagName)
  const words = (node: Element): readonly string[] =>
    node.children.flatMap(child =>
      child.type === 'element'
        ? isCode(child)
          ? []
          : words(child)
        : child.type === 'text'
          ? [child.value]
          : [],
    )
  const [html] = elements
  const text = html === undefined ? '' : words(html).join(' ')
  const english = text.match(/[A-Za-z][A-Za-z.-]+/g) ?? []
  const names =
    /^(?:wx\.\w+|wxauth|scope(?:\.\w+)?|app\.json|auth(?:Setting)?|button|canceled|desc|errMsg|fail|key|onShow|openSetting|open-type|permission|profile|reset|set|success|true|false|JavaScript|WXML)$/
  expect([...new Set(english)].filter(word => !names.test(word))).toEqual([])
  expect(text).toContain('获取你的位置信息')
})

test('The page shows every branch: each popup, what was received, and the code', async () => {
  const elements = parsed(await pageOf('scope.userLocation'))
  const text = elements.length === 0 ? '' : textOf(elements[0] as Element)
  for (const errMsg of ['ok', 'fail auth deny', 'fail auth canceled', 'fail require permission desc'])
    expect(text).toContain(`"getLocation:${errMsg}"`)
  const chosen = elements.filter(({ properties }) => String(properties.className).includes('chosen'))
  expect(chosen.map(textOf)).toEqual(['✔ Allow, chosen', '✔ Reject, chosen'])
  expect(text).toContain('Closed without choosing')
  for (const shown of ['WXAuth Demo', 'Geographic location', 'To show what is near you'])
    expect(text).toContain(shown)
  expect(text).toContain('wx.openSetting({')
})

test('The summary says what each answer leads to', async () => {
  const [table] = named(parsed(await pageOf('scope.userLocation')), 'tbody')
  const rows = named(table === undefined ? [] : elementsIn(table), 'tr')
  expect(rows.map(({ children }) => children.map(textOf))).toEqual([
    ['allows it', 'success getLocation:ok', 'it runs at once'],
    ['rejects it', 'fail getLocation:fail auth deny', 'it fails at once'],
    ['closes the popup', 'fail getLocation:fail auth canceled', 'a popup asks'],
  ])
})

test('--all has a contents entry and a chapter for every scope', async () => {
  const elements = parsed(await pageOfAll())
  const [contents] = named(elements, 'nav')
  const links = named(contents === undefined ? [] : elementsIn(contents), 'a').map(textOf)
  const descriptions = guideCatalogue.scopeNames.map(scope => guideCatalogue.rowOf(scope).description)
  expect(links).toEqual(['The three states', ...descriptions])
  expect(named(elements, 'h2').map(textOf)).toEqual(links)
})

describe('The texts of a Mini Program', () => {
  const bidi = '\u202e'
  test.each([
    { kind: 'a script', text: '<script>alert(1)</script>', shown: '<script>alert(1)</script>' },
    {
      kind: 'the end of an element',
      text: '</bdi></p><img src=x onerror=alert(1)>',
      shown: '</bdi></p><img',
    },
    { kind: 'quotes', text: `" onclick="alert(1)' x='`, shown: `" onclick="alert(1)' x='` },
    { kind: 'a character reference', text: '&lt;b&gt; &amp;', shown: '&lt;b&gt; &amp;' },
    { kind: 'a comment', text: '<!-- --> ]]> <![CDATA[', shown: '<!-- --> ]]> <![CDATA[' },
    { kind: 'characters that turn the text around', text: `a${bidi}b`, shown: 'a\\u{202e}b' },
    { kind: 'a line break', text: 'a\nb', shown: 'a\\u{a}b' },
    { kind: 'a null', text: 'a\0b', shown: 'a\\u{0}b' },
    { kind: 'half a character', text: 'a\ud800b', shown: 'a\\u{d800}b' },
  ])('stay texts: $kind', async ({ text, shown }) => {
    const app = { ...demoMiniProgram, name: text, purposes: { 'scope.userLocation': text } }
    const [html, plain] = await Promise.all([pageOf('scope.userLocation', app), pageOf('scope.userLocation')])
    const elements = parsed(html)
    // The same elements with the same attributes: only texts differ.
    const shape = (some: readonly Element[]) =>
      some.map(({ tagName, properties }) => ({ tagName, properties }))
    expect(shape(elements)).toEqual(shape(parsed(plain)))
    const names = named(elements, 'bdi').map(textOf)
    expect(names.length).toBeGreaterThan(3)
    for (const name of names) expect(name).toContain(shown)
    expect(html).not.toContain(bidi)
    expect(await problemsOf(html)).toEqual([])
  })
})
