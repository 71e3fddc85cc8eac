import type { Catalogue } from '../../catalogue/catalogue.ts'
import type { RunTexts, Texts } from '../../messages/texts.ts'
import type { Place } from '../../pages/ports.ts'
import type { Palette } from '../../text/color.ts'
import { inLines, onOneLine, widest } from '../../text/in-lines.ts'
import { quoted, whole } from '../../text/quoted.ts'
import { visibleText } from '../../text/visible-text.ts'
import { padTo, widthOf } from '../../text/width.ts'
import type { RunEvent } from './conversation.ts'

export interface TranscriptTexts extends Pick<Texts, 'scopes'> {
  readonly run: RunTexts
}

export interface TranscriptLayout {
  readonly columns: number
  readonly palette: Palette
}

type Label = keyof RunTexts['labels']
type Tone = 'good' | 'bad' | 'accent' | 'plain'

/** One line of a transcript: what happened, and where in the source. */
export interface Told {
  readonly label: Label
  readonly text: string
  readonly tone: Tone
  readonly at: Place | undefined
}

const labels = { tap: 'tapped', press: 'pressed', move: 'dragged' } as const

/** `pages/near/index.js:34:8` */
export const placeText = ({ file, line, column }: Place) => `${file}:${line}:${column}`

/** What an event says; one with an answer says two things. */
export function toldOf(
  event: RunEvent,
  catalogue: Catalogue,
  { run, scopes }: TranscriptTexts,
): readonly Told[] {
  const { at } = event
  const one = (label: Label, text: string, tone: Tone = 'plain'): readonly Told[] => [
    { label, text, tone, at },
  ]
  const askedAndAnswered = (question: string, answer: string, tone: Tone): readonly Told[] => [
    { label: 'asked', text: question, tone: 'accent', at },
    { label: 'answered', text: answer, tone, at: undefined },
  ]
  switch (event.kind) {
    case 'opened':
      return one('opened', whole(urlOf(event.page, event.query)))
    case 'tapped':
      return one(labels[event.how ?? 'tap'], run.tapped(event.text.replace(/\s+/g, ' '), event.handler))
    case 'input':
      return one('typed', run.typed(event.value, event.text.replace(/\s+/g, ' ')))
    case 'called':
      return one('called', whole(event.api))
    case 'answered':
      if (!event.heard)
        return one('unheard', run.unheard(event.errMsg.slice(0, longestMessage), event.api), 'bad')
      return isWorthTelling(event, catalogue)
        ? one(
            'received',
            `"${visibleText(event.errMsg.slice(0, longestMessage))}"`,
            event.callback === 'fail' ? 'bad' : 'good',
          )
        : []
    case 'unheard':
      return one('unheard', run.unheard(event.errMsg, event.api), 'bad')
    case 'popup':
      return askedAndAnswered(
        event.scope === 'privacy'
          ? run.privacy
          : run.popup(requestOf(event.scope, catalogue, scopes), event.scope),
        run.answers[event.answer as keyof RunTexts['answers']] ?? quoted(event.answer),
        event.answer === 'accept' ? 'good' : 'bad',
      )
    case 'modal': {
      const answer = event.answer === 'confirm' ? 'confirm' : 'cancel'
      return askedAndAnswered(run.modal(event.title, event.content), run.modalAnswers[answer], 'plain')
    }
    case 'sheet':
      return askedAndAnswered(
        run.sheet(event.items),
        run.sheetAnswer(event.answer === 'cancel' ? undefined : event.answer),
        'plain',
      )
    case 'picker':
      return askedAndAnswered(
        run.picker(event.api),
        run.pickAnswers[event.answer === 'ok' ? 'ok' : 'cancel'],
        'plain',
      )
    case 'settings': {
      const scopesThat = (isOn: boolean) =>
        Object.keys(event.switches).filter(scope => event.switches[scope] === isOn)
      return askedAndAnswered(run.settings, run.switches(scopesThat(true), scopesThat(false)), 'plain')
    }
    case 'toast':
      return one('shown', run.toast(event.title))
    case 'loading':
      return one('shown', event.shown ? run.loading(event.title) : run.loadingEnds)
    case 'navigated':
      return one('moved', whole(event.page))
    case 'error':
      return one('threw', run.error(event.error), 'bad')
  }
}

/** A fixture may hold any text. */
const longestMessage = 300

/** Where a call succeeds that nothing guards, only its effect is of interest. */
function isWorthTelling(
  { api, callback }: Extract<RunEvent, { kind: 'answered' }>,
  catalogue: Catalogue,
): boolean {
  return callback === 'fail' || catalogue.findApi(api) !== undefined || ownApis.has(api)
}

const ownApis: ReadonlySet<string> = new Set(['wx.authorize', 'wx.getSetting', 'wx.openSetting'])

function requestOf(scope: string, catalogue: Catalogue, { request }: Texts['scopes']): string {
  return catalogue.isScopeName(scope) ? request(scope, catalogue.rowOf(scope).description) : scope
}

function urlOf(page: string, query: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(query).map(([key, value]) => `${key}=${value}`)
  return pairs.length === 0 ? page : `${page}?${pairs.join('&')}`
}

/** A text that is longer than this does not push the places of all others to the right. */
const widestColumn = 56

/**
 * Labels in a column, texts in the next one, places in the last. A place stands behind a text that is wider than its
 * column, or below it where the window has no room for both.
 */
export function toldLines(
  told: readonly Told[],
  { run }: TranscriptTexts,
  { columns, palette }: TranscriptLayout,
): readonly string[] {
  const start = widest(Object.values(run.labels)) + 2
  const widths = told.map(({ text }) => widthOf(onOneLine(text))).filter(width => width <= widestColumn)
  const column = Math.max(0, ...widths)
  const placeWidth = widest(told.flatMap(({ at }) => (at === undefined ? [] : placeText(at))))
  const isAligned = start + column + 2 + placeWidth <= columns

  function linesOf({ label, text, tone, at }: Told): readonly string[] {
    const paint = tone === 'plain' ? (line: string) => line : palette[tone]
    const lines = inLines(text, columns - start, '  ')
    const last = lines.at(-1) ?? ''
    const place = at === undefined ? '' : placeText(at)
    const gap = ' '.repeat(Math.max(0, (isAligned ? column : 0) - widthOf(last)) + 2)
    const isBeside = start + widthOf(last + gap + place) <= columns
    const colored = lines.map(paint)
    const shown = isBeside
      ? [...colored.slice(0, -1), `${colored.at(-1)}${place === '' ? '' : gap + palette.dim(place)}`]
      : [...colored, palette.dim(place)]
    return shown.map((line, index) =>
      index === 0 ? padTo(palette.bold(run.labels[label]), start) + line : ' '.repeat(start) + line,
    )
  }
  return told.flatMap(linesOf)
}
