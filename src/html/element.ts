import type { Element } from 'hast'
import { h } from 'hastscript'
import { visibleText } from '../text/visible-text.ts'

export type { Element }
/** Pages are trees of these; writing the tree escapes every text in it. */
export { h }

export type Content = Element | string

/** A text from outside stands by itself: its direction must not turn the words around it. */
export const foreignText = (text: string): Element => h('bdi', visibleText(text))

/** For screen readers only. */
export const hidden = (text: string): Element => h('span', { class: 'hidden' }, text)
