import type { HtmlTexts, Texts } from '../../messages/texts.ts'

/** The texts of the page. */
export interface PageTexts extends Pick<Texts, 'walkthrough' | 'popup' | 'settings'> {
  readonly html: HtmlTexts
}
