/** What tests read of a page: jsdom ships no types, and the types of the DOM are for browsers. */
export interface PageElement {
  readonly textContent: string | null
  getAttribute(name: string): string | null
  querySelector(selector: string): PageElement | null
  querySelectorAll(selector: string): Iterable<PageElement> & { readonly length: number }
}

interface PageWindow {
  readonly document: PageElement
  eval(code: string): void
}

const name = 'jsdom'
const { JSDOM } = (await import(name)) as {
  readonly JSDOM: new (
    text: string,
    options?: { readonly contentType?: string; readonly runScripts?: 'outside-only' },
  ) => { readonly window: PageWindow }
}

export const readHtml = (html: string): PageElement => new JSDOM(html).window.document

/** @throws a SyntaxError if it is not well-formed */
export const readXml = (xml: string): PageElement =>
  new JSDOM(xml, { contentType: 'text/xml' }).window.document

/** A page with a window where code of the test may run. */
export const openHtml = (html: string): PageWindow => new JSDOM(html, { runScripts: 'outside-only' }).window
