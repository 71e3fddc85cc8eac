import { describe, expect, test } from 'vitest'
import { ruleNames } from '../../src/explore/findings/rule.ts'
import { explainDocument, explainRule } from '../../src/explore/reports/explain.ts'
import { explore as english } from '../../src/messages/en/explore.ts'
import { languageNames } from '../../src/messages/language-names.ts'
import type { ExploreTexts } from '../../src/messages/texts.ts'
import { explore as chinese } from '../../src/messages/zh-CN/explore.ts'
import { plainPalette } from '../../src/text/color.ts'
import { onOneLine } from '../../src/text/in-lines.ts'
import { visibleText } from '../../src/text/visible-text.ts'
import { widthOf } from '../../src/text/width.ts'

const textsIn = { en: english, 'zh-CN': chinese } satisfies Record<string, ExploreTexts>
const evil = '\u001b[2J\u202e\n'

describe.each(languageNames)('In %s', language => {
  const texts: ExploreTexts = textsIn[language]

  test.each(ruleNames)('%s says what it is, what the user suffers, and how to fix it', rule => {
    const { title, says, suffers, fix } = texts.rules[rule]
    for (const text of [says, suffers, fix]) expect(text).toMatch(/[.。]$/)
    expect(title).not.toMatch(/[.。]$/)
    expect(new Set([title, says, suffers, fix]).size).toBe(4)
  })

  test.each(ruleNames)('%s shows nothing that a terminal acts on', rule => {
    const facts = {
      message: evil,
      handler: evil,
      event: 'error',
      tag: evil,
      openType: evil,
      key: evil,
      line: '3',
    }
    const text = onOneLine(
      texts.rules[rule].message({ ...facts, api: 'wx.getLocation', scope: 'scope.camera' }),
    )
    expect(text).toBe(visibleText(text).replaceAll('\\u{5c}', '\\'))
    expect(text).toMatch(/[.。]$/)
  })

  test.each(ruleNames)('--explain %s fits the window', rule => {
    const lines = explainRule(rule, texts, plainPalette, 70).split('\n')
    expect(lines.filter(line => widthOf(line) > 70)).toEqual([])
    expect(explainDocument(rule, texts)).toMatchObject({ rule, fix: texts.rules[rule].fix })
  })
})

test('Every Chinese sentence is Chinese', () => {
  for (const { title, says, suffers, fix } of Object.values(chinese.rules))
    for (const text of [title, says, suffers, fix]) expect(text).toMatch(/[\u4e00-\u9fff]/)
})
