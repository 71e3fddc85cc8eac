import { givenText, thenText, whenText } from '../../src/guide/in-words.ts'
import type { Row, Sentence } from '../../src/guide/sentence.ts'
import { table } from '../readme/blocks.ts'

/** Longer sentences are cut: readers can look them up in the guide. */
const longest = 110

/** The README's table: a line for each sentence that has rows, with one of its rows. */
export function behaviours(guide: readonly Sentence[]): string {
  const head = ['the guide says', 'given', 'when', 'then', 'rows run']
  return table(
    head,
    guide.flatMap(sentence => {
      if ('context' in sentence) return []
      const row = sentence.rows.find(({ example }) => example) ?? sentence.rows[0]
      return row === undefined ? [] : [line(sentence.text, row, sentence.rows.length)]
    }),
  )
}

function line(text: string, { given, steps }: Row, count: number): readonly string[] {
  return [
    inCell(shorten(text)),
    inCell(givenText(given)),
    numbered(steps.map(whenText)),
    numbered(steps.map(thenText)),
    count === 1 ? '1' : `${count}, such as this`,
  ]
}

function shorten(text: string): string {
  if (text.length <= longest) return text
  const cut = text.slice(0, longest)
  return `${cut.slice(0, cut.lastIndexOf(' ')).replace(/[,;.]$/, '')} …`
}

/** The steps of one row, each on its own line, with numbers if there are several. */
function numbered(texts: readonly string[]): string {
  return texts.map((text, index) => inCell(texts.length === 1 ? text : `${index + 1}. ${text}`)).join('<br>')
}

/** Escapes markup. Code between backticks needs only its bars escaped. */
function inCell(text: string): string {
  const parts = text.replaceAll('|', '\\|').split(/(`[^`]*`)/)
  return parts.map((part, index) => (index % 2 === 1 ? part : part.replaceAll('<', '&lt;'))).join('')
}
