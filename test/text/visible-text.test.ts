import fc from 'fast-check'
import { expect, test } from 'vitest'
import { markEscapes, visibleText } from '../../src/text/visible-text.ts'

test.each([
  ['ordinary text', 'WXAuth Demo', 'WXAuth Demo'],
  ['Chinese', '你的位置信息,将用于小程序!', '你的位置信息,将用于小程序!'],
  ['an ideographic space between words', '附近\u3000店铺', '附近\u3000店铺'],
  ['an emoji', '📷 🎙 ok 🇨🇳 👍🏽', '📷 🎙 ok 🇨🇳 👍🏽'],
  ['a heart with its color', '❤️ 1️⃣', '❤️ 1️⃣'],
  ['accents set on letters', 'Việt nam e\u0301 กำลัง नमस्ते', 'Việt nam e\u0301 กำลัง नमस्ते'],
  ['a path', 'C:\\users\\x', 'C:\\users\\x'],
  ['a terminal sequence', 'a\x1b[2Kb', 'a\\u{1b}[2Kb'],
  ['a C1 control', 'a\x9b2Jb', 'a\\u{9b}2Jb'],
  ['line breaks', 'a\r\nb\u2028c\u2029d\x85e\vf', 'a\\u{d}\\u{a}b\\u{2028}c\\u{2029}d\\u{85}e\\u{b}f'],
  ['tab, backspace, delete', 'a\tb\bc\x7fd', 'a\\u{9}b\\u{8}c\\u{7f}d'],
  ['bidi overrides', 'a\u202egnp.exe\u2066b\u200f', 'a\\u{202e}gnp.exe\\u{2066}b\\u{200f}'],
  ['zero width', 'a\u200bb\u200cc\u2060d\ufeffe\u00adf', 'a\\u{200b}b\\u{200c}c\\u{2060}d\\u{feff}e\\u{ad}f'],
  [
    'emoji that Unicode joins',
    '👨‍👩‍👧‍👦 👩🏽‍💻 ❤️‍🔥 🏳️‍🌈 🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}',
    '👨‍👩‍👧‍👦 👩🏽‍💻 ❤️‍🔥 🏳️‍🌈 🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}',
  ],
  ['emoji that only the text joins', '👨\u200d👩 📷\u200d📷', '👨\\u{200d}👩 📷\\u{200d}📷'],
  ['a joiner before and after an emoji', '\u200d👩‍💻\u200da', '\\u{200d}👩‍💻\\u{200d}a'],
  ['a mark or a selector on a joined emoji', '👩‍💻\u0301 👩‍💻\ufe0f', '👩‍💻\\u{301} 👩‍💻\\u{fe0f}'],
  ['tags', 'a\u{e0041}b\u{e007f}', 'a\\u{e0041}b\\u{e007f}'],
  [
    'variation selectors without a picture',
    'a\ufe0fb\ufe00c\u{e0100}1\ufe0f',
    'a\\u{fe0f}b\\u{fe00}c\\u{e0100}1\\u{fe0f}',
  ],
  ['fillers', 'a\u3164b\uffa0c\u115fd\u2800e', 'a\\u{3164}b\\u{ffa0}c\\u{115f}d\\u{2800}e'],
  ['a lone surrogate', 'a\ud800b\udc00', 'a\\u{d800}b\\u{dc00}'],
  ['private and unassigned', 'a\ue000b\uffffc', 'a\\u{e000}b\\u{ffff}c'],
  ['runs of spaces', 'a   b', 'a \\u{20}\\u{20}b'],
  ['spaces at the edges', ' a ', '\\u{20}a\\u{20}'],
  ['other spaces', 'a\u00a0b\u2003c', 'a\\u{a0}b\\u{2003}c'],
  ['marks without a letter', '\u0301a \u0301', '\\u{301}a \\u{301}'],
  ['a heap of marks', `a${'\u0301'.repeat(4)}`, 'a\u0301\u0301\\u{301}\\u{301}'],
  ['text like an escape', 'a\\u{202e}b', 'a\\u{5c}u{202e}b'],
  ['nothing', '', ''],
])('%s', (_, text, expected) => {
  expect(visibleText(text)).toBe(expected)
})

test('an escape can be marked', () => {
  expect(markEscapes(visibleText('a\u202eb\\u{41}'), code => `<${code}>`)).toBe('a<\\u{202e}>b<\\u{5c}>u{41}')
})

// Any characters, with more dangerous ones than chance would give.
const dangerous =
  '\x00\x07\x08\t\n\r\x1b\x7f\x9b\u200b\u200d\u202e\u2028\u3164\ufe0f\u0301\u20e3 \u3000\\u{0123}❤👍a中\ud800\udc00\u{e0041}'
const joined = ['👨‍👩‍👧', '👨🏽‍💻', '🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}']
const anyText = fc
  .array(fc.oneof(fc.string({ unit: 'binary', maxLength: 3 }), fc.constantFrom(...dangerous, ...joined)), {
    maxLength: 12,
  })
  .map(parts => parts.join(''))

test('the output has no character that a terminal acts on or that is invisible', () => {
  // The only exceptions are in emoji: what joins them, and the selector for colorful pictures, right after the picture.
  const allowed = new RegExp(
    '\\p{RGI_Emoji_ZWJ_Sequence}|\\p{RGI_Emoji_Tag_Sequence}|' +
      '(?<=[\\p{Extended_Pictographic}\\p{Emoji_Presentation}])\\ufe0f|(?<=[0-9#*])\\ufe0f(?=\\u20e3)',
    'gv',
  )
  fc.assert(
    fc.property(anyText, text => {
      const output = visibleText(text).replace(allowed, '☺')
      expect(output).not.toMatch(/[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]/u)
      expect(output).not.toMatch(/^\p{Z}|\p{Z}$|\p{Z}\p{Z}|\p{M}{4}|^\p{M}/u)
    }),
    { numRuns: 3000 },
  )
})

test('different texts stay different, because the output can be read back', () => {
  const readBack = (output: string) =>
    output.replace(/\\u\{([0-9a-f]+)\}/g, (_, code: string) =>
      String.fromCodePoint(Number.parseInt(code, 16)),
    )
  fc.assert(
    fc.property(anyText, text => {
      expect(readBack(visibleText(text))).toBe(text)
    }),
    { numRuns: 3000 },
  )
})
