import type { HtmlTexts, Texts, WalkthroughTexts } from '../../messages/texts.ts'

/** The texts of the page. */
export interface PageTexts extends Pick<Texts, 'popup' | 'scopes' | 'settings'> {
  readonly walkthrough: WalkthroughTexts
  readonly html: HtmlTexts
}
