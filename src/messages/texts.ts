import type { en } from './en/index.ts'
import type { Language } from './language-names.ts'

/**
 * Every text for people, in one language. English is the shape; the compiler checks every other language against it,
 * key by key. Only doors import a language: other rooms get the texts that they need as parameters.
 */
export type Texts = Shape<typeof en> & { readonly language: Language }

/** What a walkthrough says. */
export type WalkthroughTexts = Awaited<ReturnType<Texts['loadWalkthrough']>>

/** What only `explain` and today's edition say. */
export type LayerTexts = Awaited<ReturnType<Texts['loadLayers']>>

/** What only its page says. */
export type HtmlTexts = Awaited<ReturnType<Texts['loadWalkthroughHtml']>>

/** What is said about a program that runs. */
export type RunTexts = Awaited<ReturnType<Texts['loadRun']>>
/** What an exploration says. */
export type ExploreTexts = Awaited<ReturnType<Texts['loadExplore']>>

type Shape<T> = T extends string
  ? string
  : T extends Wordings
    ? Wordings
    : T extends Promise<infer Loaded>
      ? Promise<Shape<Loaded>>
      : T extends (...facts: infer Facts) => infer Text
        ? (...facts: Facts) => Shape<Text>
        : { readonly [K in keyof T]: Shape<T[K]> }

/** Wordings of one text from long to short: the longest that fits is shown. */
type Wordings = readonly [string, ...string[]]
