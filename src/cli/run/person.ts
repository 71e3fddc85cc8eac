import type { Catalogue } from '../../catalogue/catalogue.ts'
import type { ScopeName } from '../../catalogue/names.ts'
import type { Answered, AnswerResult, SettingsPage, Unanswered } from '../../emulator/ports.ts'
import type { Texts } from '../../messages/texts.ts'
import { terminalPrompter } from '../../prompt/popup/terminal-prompter.ts'
import { terminalVisitor } from '../../prompt/settings/terminal-visitor.ts'
import type { Tty } from '../../prompt/terminal/tty.ts'
import { inLines, onOneLine, widest } from '../../text/in-lines.ts'
import { whole } from '../../text/quoted.ts'
import { padTo } from '../../text/width.ts'
import type { Asked, Flipped, RunEnd, RunEvent, Shown, Tappable, ToWorker } from './conversation.ts'
import { placeText, type TranscriptLayout, type TranscriptTexts, toldLines, toldOf } from './event-lines.ts'
import { shownLines } from './transcript.ts'

export interface Person {
  readonly happens: (event: RunEvent) => void
  readonly ask: (id: number, asked: Asked, tell: (message: ToWorker) => void) => Promise<RunEnd | undefined>
  readonly finish: (id: number, result: AnswerResult) => Promise<void>
  readonly flipped: (id: number, flipped: Flipped) => void
  readonly next: (shown: Shown) => Promise<ToWorker | RunEnd>
}

interface Parts {
  readonly tty: () => Tty
  readonly say: (lines: readonly string[]) => void
  readonly layout: () => TranscriptLayout
  readonly catalogue: Catalogue
  readonly texts: Texts & TranscriptTexts
  /** Whether what the person decides is kept in a profile. */
  readonly isRecorded: boolean
  /** Whether the person sees everything that happens, and not only the popups. */
  readonly isInteractive: boolean
}

/** What is on the screen as a prompt is not told a second time. */
const prompted: ReadonlySet<RunEvent['kind']> = new Set([
  'popup',
  'modal',
  'sheet',
  'settings',
  'tapped',
  'input',
])

/** The person at the terminal, who answers the program and uses its pages. Everything is shown on stderr. */
export function personAt({ tty, say, layout, catalogue, texts, isRecorded, isInteractive }: Parts): Person {
  const { interactive } = texts.run
  const finishes = new Map<number, NonNullable<Answered['finish']>>()
  const flips = new Map<number, (flipped: Flipped) => void>()
  let events: RunEvent[] = []

  // Loaded when a person is asked: most runs are scripts, and wait for nobody.
  async function menu(title: string, items: readonly { readonly label: string; readonly detail?: string }[]) {
    const { chooseOnTerminal } = await import('../../prompt/menu/terminal-menu.ts')
    return chooseOnTerminal(
      tty(),
      { terminal: texts.terminal, menu: interactive.menu },
      { title: onOneLine(title), items },
    )
  }

  /** A line in the middle of a prompt would tear its picture. */
  function tell(): void {
    const told = events
      .filter(({ kind }) => !prompted.has(kind))
      .flatMap(event => toldOf(event, catalogue, texts))
    events = []
    if (isInteractive && told.length > 0) say(toldLines(told, texts, layout()))
  }

  const gone = ({ unanswered }: Unanswered, caller: string, scope?: string): RunEnd => ({
    kind: 'unanswered',
    scope,
    caller,
    why: unanswered,
  })

  async function popup(id: number, { question }: Extract<Asked, { kind: 'popup' }>) {
    const { caller } = question
    const { popup } = texts
    // The line that stays says how to change a profile.
    const ownTexts = {
      ...texts,
      popup: isRecorded ? popup : { ...popup, change: (result: string) => result },
    }
    const shown =
      question.kind === 'privacy'
        ? question
        : { ...question, description: texts.scopes.request(question.scope, question.description) }
    const result = await terminalPrompter(tty(), ownTexts).ask(shown)
    if ('unanswered' in result) return gone(result, caller, question.scope ?? 'privacy')
    if (result.finish !== undefined) finishes.set(id, result.finish)
    return { answer: result.answer }
  }

  async function choice<T>(
    title: string,
    choices: readonly (readonly [label: string, answer: T])[],
    left: T,
  ) {
    const items = choices.map(([label]) => ({ label: labelOf(label) }))
    const chosen = await menu(title, items)
    if (typeof chosen === 'object') return gone(chosen, 'wxauth run')
    return { answer: chosen === 'leave' ? left : (choices[chosen]?.[1] ?? left) }
  }

  function answerTo(id: number, asked: Exclude<Asked, { kind: 'settings' }>) {
    switch (asked.kind) {
      case 'popup':
        return popup(id, asked)
      case 'modal': {
        const { title, content, confirmText, cancelText, showCancel } = asked.modal
        const cancel = [cancelText || interactive.cancel, 'cancel'] as const
        return choice<'confirm' | 'cancel'>(
          texts.run.modal(title, content),
          [[confirmText || interactive.confirm, 'confirm'], ...(showCancel ? [cancel] : [])],
          showCancel ? 'cancel' : 'confirm',
        )
      }
      case 'sheet': {
        const items = asked.items.map((item, index) => [item, index] as const)
        return choice<number | 'cancel'>(
          interactive.sheetTitle,
          [...items, [interactive.cancel, 'cancel']],
          'cancel',
        )
      }
      case 'pick':
        return choice<'ok' | 'cancel'>(
          interactive.pickTitle(asked.api),
          [
            [interactive.pick, 'ok'],
            [interactive.cancel, 'cancel'],
          ],
          'cancel',
        )
    }
  }

  /** The switches are in the worker: each move is sent there, and comes back with how they stand. */
  async function visit(
    id: number,
    { app, switches: first }: Extract<Asked, { kind: 'settings' }>,
    tell: (message: ToWorker) => void,
  ): Promise<RunEnd | undefined> {
    let switches = first
    const page: SettingsPage = {
      app,
      switches: () =>
        switches.map(one => ({ ...one, description: texts.scopes.name(one.scope, one.description) })),
      flip: (scope: ScopeName, on: boolean) =>
        new Promise(resolve => {
          flips.set(id, ({ outcome, switches: now }) => {
            switches = now
            resolve(outcome)
          })
          tell({ type: 'flip', id, scope, on })
        }),
    }
    const result = await terminalVisitor(tty(), texts).visit(page)
    if ('unanswered' in result) return gone(result, 'wx.openSetting')
    tell({ type: 'closed', id })
    return undefined
  }

  async function typed({ number, text }: Tappable): Promise<ToWorker | RunEnd | undefined> {
    say(inLines(interactive.typeTitle(text), layout().columns - 1).map(layout().palette.bold))
    const { lineOnTerminal } = await import('../../prompt/line/terminal-line.ts')
    const line = await lineOnTerminal(tty(), '> ')
    if (typeof line === 'object') return gone(line, 'wxauth run')
    return line === '' ? undefined : { type: 'input', number, text: line }
  }

  return {
    happens: event => void events.push(event),
    async ask(id, asked, send) {
      tell()
      if (asked.kind === 'settings') return visit(id, asked, send)
      const result = await answerTo(id, asked)
      if (!('answer' in result)) return result
      send({ type: 'answer', id, answer: result.answer })
      return undefined
    },
    async finish(id, result) {
      await finishes.get(id)?.(result)
      finishes.delete(id)
    },
    flipped: (id, flipped) => flips.get(id)?.(flipped),
    async next(shown) {
      tell()
      // The list below has the handlers and the places.
      const bare = shown.tappable.map(element => ({ ...element, handler: null, at: undefined }))
      say(['', ...shownLines({ ...shown, tappable: bare }, texts, layout())])
      for (;;) {
        const back = shown.hasBack ? [{ label: interactive.back }] : []
        if (shown.tappable.length + back.length === 0) {
          const left = await menu(interactive.leave, [{ label: interactive.leaveItem }])
          return typeof left === 'object' ? gone(left, 'wxauth run') : { type: 'leave' }
        }
        const chosen = await menu(interactive.chooseElement, [...itemsOf(shown.tappable), ...back])
        if (typeof chosen === 'object') return gone(chosen, 'wxauth run')
        if (chosen === shown.tappable.length) return { type: 'back' }
        const element = chosen === 'leave' ? undefined : shown.tappable[chosen]
        if (element === undefined) return { type: 'leave' }
        const next = element.isInput
          ? await typed(element)
          : ({ type: 'tap', number: element.number } as const)
        if (next !== undefined) return next
      }
    },
  }

  function itemsOf(elements: readonly Tappable[]) {
    const handlers = elements.map(({ handler }) => (handler === null ? '' : onOneLine(`→ ${whole(handler)}`)))
    const column = widest(handlers)
    return elements.map(({ text, tag, isInput, at }, index) => {
      const name = text === '' ? texts.run.unnamed(tag) : text
      return {
        label: isInput ? onOneLine(interactive.typeInto(name)) : labelOf(name),
        detail: `${padTo(handlers[index] ?? '', column)}  ${at === undefined ? '' : placeText(at)}`,
      }
    })
  }
}

const labelOf = (text: string) => onOneLine(whole(text.replace(/\s+/g, ' '), { most: 40 }))
