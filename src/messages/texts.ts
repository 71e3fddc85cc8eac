import type { en } from './en/index.ts'
import type { walkthrough } from './en/walkthrough.ts'
import type { html } from './en/walkthrough-html.ts'

/**
 * Every text for people, in one language. English is the shape; the compiler checks every other language against it,
 * key by key. Only doors import a language: other rooms get the texts that they need as parameters.
 */
export type Texts = Shape<typeof en>

/** The texts of a walkthrough, in the same way. They are loaded only for one, so that no other command pays for them. */
export type WalkthroughTexts = Shape<typeof walkthrough>

/** What only its page says, in the same way. */
export type HtmlTexts = Shape<typeof html>

type Shape<T> = T extends string
  ? string
  : T extends Wordings
    ? Wordings
    : T extends (...facts: infer Facts) => infer Text
      ? (...facts: Facts) => Shape<Text>
      : { readonly [K in keyof T]: Shape<T[K]> }

/** Wordings of one text from long to short: the longest that fits is shown. */
type Wordings = readonly [string, ...string[]]
