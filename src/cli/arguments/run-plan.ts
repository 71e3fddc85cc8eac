import type { Catalogue } from '../../catalogue/catalogue.ts'
import type { ScopeName } from '../../catalogue/names.ts'
import { WxauthError } from '../../faults.ts'
import type { Answer } from '../../machine/state.ts'
import type { SheetAnswer } from '../../pages/host/user.ts'
import { splitInput } from '../../pages/target.ts'
import { checkedAnswer } from '../../session/checks.ts'
import { nearest } from '../../text/nearest.ts'
import { movesOf } from '../report/settings-report.ts'
import type { InTurn, StandingAnswers, Step } from '../run/conversation.ts'
import { checkedExpectation, checkedPair, checkedPopup } from './checked-words.ts'
import type { Flags } from './flags.ts'
import { generalAnswer } from './popup-plan.ts'

/** What the flags of `wxauth run` ask for, checked before anything runs. */
export interface RunPlan {
  readonly query: Readonly<Record<string, string>>
  readonly steps: readonly Step[]
  readonly answers: StandingAnswers
  readonly expected: Expected
  /** A path as it was typed. */
  readonly storage: string | undefined
  readonly fixtures: string | undefined
}

export interface Expected {
  readonly popup: boolean | undefined
  readonly texts: readonly string[]
  readonly missingTexts: readonly string[]
  readonly pages: readonly string[]
}

const command = 'wxauth run'

/** @throws WxauthError ERR_BAD_PAIR, ERR_CONFLICTING_FLAGS, ERR_FLAG_CHOICE, ERR_UNKNOWN_*, ERR_CALL_EXPECTATION */
export function runPlan(catalogue: Catalogue, flags: Flags): RunPlan {
  return {
    query: queryIn(flags),
    steps: (flags.steps ?? []).map(({ kind, value }) => (kind === 'tap' ? tapStep(value) : inputStep(value))),
    answers: {
      ...popupAnswers(catalogue, flags),
      ...choicesIn(flags),
      settings: switchesIn(catalogue, flags),
    },
    expected: {
      popup: popupExpectation(flags.expect),
      texts: flags.expectText ?? [],
      missingTexts: flags.expectNoText ?? [],
      pages: (flags.expectPage ?? []).map(page => page.replace(/^\/+/, '')),
    },
    storage: single('--storage', flags.storage),
    fixtures: single('--fixtures', flags.fixtures),
  }
}

/** What `onLoad` receives. @throws WxauthError ERR_BAD_PAIR, ERR_CONFLICTING_FLAGS */
export function queryIn({ query: pairs = [] }: Flags): RunPlan['query'] {
  const query: Record<string, string> = Object.create(null)
  for (const pair of pairs) {
    const [key, value] = queryPair(pair)
    single(
      '--query',
      [query[key] ?? value, value].map(value => `${key}=${value}`),
    )
    query[key] = value
  }
  return { ...query }
}

/** What the user chooses besides popups. @throws WxauthError ERR_FLAG_CHOICE, ERR_CONFLICTING_FLAGS */
export function choicesIn({ modal, sheet, pick }: Flags): Pick<StandingAnswers, 'modal' | 'sheet' | 'pick'> {
  return {
    modal: inTurn('--modal', modal, word => choiceOf('--modal', word, ['confirm', 'cancel'])),
    sheet: inTurn('--sheet', sheet, sheetAnswer),
    pick: inTurn('--pick', pick, word => choiceOf('--pick', word, ['ok', 'cancel'])),
  }
}

/** A value may be empty, or contain `=`. @throws WxauthError ERR_BAD_PAIR */
function queryPair(pair: string): readonly [string, string] {
  const [key = '', value] = pair.split(/=(.*)/s)
  if (key === '' || value === undefined) throw new WxauthError('ERR_BAD_PAIR', { pair, form: 'query' })
  return [key, value]
}

function tapStep(target: string): Step {
  if (target.trim() === '') throw new WxauthError('ERR_FLAG_VALUE', { flag: '--tap', command })
  return { kind: 'tap', target }
}

function inputStep(pair: string): Step {
  const parts = splitInput(pair)
  if (parts === undefined) throw new WxauthError('ERR_BAD_PAIR', { pair, form: 'input' })
  return { kind: 'input', target: parts[0], text: parts[1] }
}

/** The same flag twice is fine as long as it says the same. @throws WxauthError ERR_CONFLICTING_FLAGS */
export function single(flag: string, values: readonly string[] = []): string | undefined {
  const [first] = values
  const other = values.find(value => value !== first)
  if (other !== undefined)
    throw new WxauthError('ERR_CONFLICTING_FLAGS', { flags: [`${flag} ${first}`, `${flag} ${other}`] })
  return first
}

/** `confirm,cancel`: used in turn, the last item stays. */
function inTurn<T>(
  flag: string,
  values: readonly string[] | undefined,
  check: (word: string) => T,
): InTurn<T> | undefined {
  const value = single(flag, values)
  return value === undefined ? undefined : listOf(value, check)
}

function listOf<T>(words: string, check: (word: string) => T): InTurn<T> {
  const [first = '', ...others] = words.split(',').map(word => word.trim())
  return [check(first), ...others.map(check)]
}

function choiceOf<T extends string>(flag: string, word: string, choices: readonly T[]): T {
  const choice = choices.find(choice => choice === word)
  if (choice !== undefined) return choice
  throw new WxauthError('ERR_FLAG_CHOICE', {
    flag,
    given: word,
    choices,
    near: nearest(word, choices),
    form: 'list',
  })
}

function sheetAnswer(word: string): SheetAnswer {
  if (word === 'cancel') return word
  if (/^\d{1,3}$/.test(word)) return Number(word)
  throw new WxauthError('ERR_FLAG_CHOICE', {
    flag: '--sheet',
    given: word,
    choices: ['0', 'cancel'],
    near: nearest(word, ['cancel']),
    form: 'item',
  })
}

export function popupAnswers(
  catalogue: Catalogue,
  flags: Flags,
): Pick<StandingAnswers, 'general' | 'perScope'> {
  const perScope: Partial<Record<ScopeName | 'privacy', InTurn<Answer>>> = {}
  for (const pair of flags.answer ?? []) {
    const [name, words] = checkedPair(pair, 'answer')
    const scope = checkedPopup(catalogue, name)
    const list = listOf(words, word => checkedAnswer(word))
    single(
      '--answer',
      [perScope[scope] ?? list, list].map(words => `${scope}=${words.join(',')}`),
    )
    perScope[scope] = list
  }
  return { general: generalAnswer(flags), perScope }
}

function switchesIn(catalogue: Catalogue, flags: Flags): StandingAnswers['settings'] {
  const moves = movesOf(catalogue, flags)
  return moves.length === 0 ? undefined : Object.fromEntries(moves.map(({ scope, on }) => [scope, on]))
}

/** @throws WxauthError ERR_UNKNOWN_EXPECTATION, ERR_CALL_EXPECTATION, ERR_CONFLICTING_FLAGS */
function popupExpectation(words: readonly string[] = []): boolean | undefined {
  const expected = new Set(words.map(checkedExpectation))
  const ofCall = [...expected].find(word => word === 'success' || word === 'fail')
  if (ofCall !== undefined) throw new WxauthError('ERR_CALL_EXPECTATION', { expectation: ofCall, command })
  if (expected.has('popup') && expected.has('no-popup'))
    throw new WxauthError('ERR_CONFLICTING_FLAGS', { flags: ['--expect popup', '--expect no-popup'] })
  return expected.size === 0 ? undefined : expected.has('popup')
}
