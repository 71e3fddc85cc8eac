import { visibleText } from '../../text/visible-text.ts'
import { widthOf } from '../../text/width.ts'
import type { Place } from '../ports.ts'

/** A line of the source as it is written; `undefined` if it cannot be read. */
export type LineOf = (place: Place) => string | undefined

/**
 * As much of the line as has room, with what stands before the place on the left.
 * @param room in columns
 * @returns safe to show, with `mark`, the columns before the place; `undefined` where there is no line
 */
export function codeAround(
  place: Place,
  lineOf: LineOf,
  room: number,
): { readonly text: string; readonly mark: number } | undefined {
  // A tab would put the mark elsewhere.
  const code = lineOf(place)?.replaceAll('\t', ' ')
  if (code === undefined || code.trim() === '') return undefined
  const trimmed = code.trimStart()
  const at = Math.max(0, place.column - 1 - (code.length - trimmed.length))
  return partAround(trimmed.trimEnd(), at, room)
}

function partAround(code: string, at: number, room: number) {
  const before = Math.floor((room * 2) / 3)
  let from = Math.max(0, at - before)
  while (widthOf(shown(code.slice(from, at))) > before) from += 1
  if (isHalf(code, from)) from += 1
  const lead = from > 0 ? '…' : ''
  const start = lead + shown(code.slice(from, at))
  let end = Math.min(code.length, from + room)
  const tail = () => (end < code.length ? '…' : '')
  while (end > at && widthOf(start + shown(code.slice(at, end)) + tail()) > room) end -= 1
  if (isHalf(code, end)) end -= 1
  return { text: start + shown(code.slice(at, end)) + tail(), mark: widthOf(start) }
}

/** Between the halves of one character. */
const isHalf = (code: string, at: number) => /[\udc00-\udfff]/.test(code.charAt(at))

/** Spaces inside a line of code are code. */
function shown(code: string): string {
  const parts = code.split(/( +)/)
  return parts.map(part => (part.startsWith(' ') ? part : visibleText(part))).join('')
}
