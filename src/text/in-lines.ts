import * as punctuation from './punctuation.ts'
import { padTo, widthOf } from './width.ts'

/** Stands for a space where no line may be broken. No fact has one of its own: `visibleText` escapes it. */
export const noBreak = '\u00a0'

/** Stands between two characters where no line may be broken, although a Chinese text may be. No fact has one either. */
export const joiner = '\u2060'

/** A message as one line: for JSON, for errors that are thrown, and for streams that are no terminal. */
export function onOneLine(message: string): string {
  return message.replaceAll(noBreak, ' ').replaceAll(joiner, '')
}

/** Before every line of a message but the first, so that what starts a line is ours. */
export const continuation = '  '

/**
 * The message in lines of at most `columns` columns, broken between words. What must not be broken (see `whole`) and
 * does not fit beside other words stands on a line of its own; if the window is too narrow even for that, the terminal
 * breaks the line.
 * @param indent before every line but the first
 */
export function inLines(message: string, columns: number, indent = ''): readonly string[] {
  if (columns === Number.POSITIVE_INFINITY) return [onOneLine(message)]
  const lines: string[] = []
  let line = ''
  let gap = ''
  for (const piece of message.split(breaks)) {
    if (piece === ' ') {
      gap = piece
      continue
    }
    const longer = line + gap + piece
    if (line === '' || widthOfLine(longer) <= columns) line = longer
    else {
      lines.push(line)
      line = widthOfLine(indent + piece) <= columns ? indent + piece : piece
    }
    gap = ''
  }
  return [...lines, line].map(onOneLine)
}

const widthOfLine = (line: string) => widthOf(onOneLine(line))

// Around spaces and Chinese characters; but not between these and the punctuation that belongs to them. After
// punctuation that only Chinese has, Latin letters may begin a line too.
const han = '[\\u2e80-\\u2fff\\u3005-\\u3007\\u3021-\\u9fff]'
const opening = `[${punctuation.opening}]`
const closing = `[${punctuation.closing}]`
const onlyChinese = '[，。、：；！？）》」』】]'
const afterChinese = `(?<=${han}${closing}*|${onlyChinese})(?!${closing})`
const beforeChinese = `(?<!${opening})(?=${opening}*${han})`
const breaks = new RegExp(`(?<!${joiner})(?!${joiner})(?:(?<= )|(?= )|${afterChinese}|${beforeChinese})`)

/** Less than this is too narrow for sentences beside a column of terms. */
const leastForSentences = 28

/**
 * Terms and what is said about them, in two columns, so that the second is aligned; or the second below the first,
 * where there is no room beside it.
 * @param termWidth at least so wide is the first column, so that several lists can be aligned
 */
export function termsInLines(
  items: readonly (readonly [term: string, text: string])[],
  columns: number,
  { indent = '', termWidth = widest(items.map(([term]) => term)) } = {},
): readonly string[] {
  const start = indent.length + termWidth + 2
  const needed = () => widest(items.map(([, text]) => onOneLine(text)))
  const isBeside = start + leastForSentences <= columns || start + needed() <= columns
  return items.flatMap(([term, text]) => {
    if (!isBeside) {
      const lines = inLines(text, columns - indent.length - 4).map(line => `    ${line}`)
      return [...inLines(term, columns - indent.length), ...lines].map(line => indent + line)
    }
    const [first = '', ...others] = inLines(text, columns - start)
    return [indent + padTo(term, termWidth + 2) + first, ...others.map(line => ' '.repeat(start) + line)].map(
      line => line.trimEnd(),
    )
  })
}

export const widest = (texts: readonly string[]) => Math.max(0, ...texts.map(widthOf))
