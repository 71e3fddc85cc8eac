import { optionCheck } from '../../catalogue/check-options.ts'
import { isFailure } from '../../catalogue/wording.ts'
import type { Answered, CallbacksOrPromise, Run } from '../../wx/callbacks-or-promise.ts'
import type { Place } from '../ports.ts'
import type { AsyncRow, ObjectOptions, Row, RowAnswer, RowHost, Rows } from './row.ts'

/** How a call is reported. */
export type CallKind = Pick<AsyncRow, 'quiet' | 'hollow'>

interface Parts {
  readonly host: () => RowHost
  readonly callbacksOrPromise: CallbacksOrPromise
  /** What every call of an API has around it. */
  readonly around: (api: string, run: Run, row: CallKind) => Run
  /** Where the call that begins was made. */
  readonly placeOfCall: () => Place | undefined
}

/** Makes functions of rows: options with callbacks or a promise, the fixtures, the parameter errors. */
export interface ApiFunctions {
  /** @param name with its prefix, as it stands in the `errMsg` */
  readonly of: (name: string, row: Row, how?: ObjectOptions) => (...args: readonly unknown[]) => unknown
  readonly objectOf: (rows: Rows, how?: ObjectOptions) => object
}

export function apiFunctions({ host, callbacksOrPromise, around, placeOfCall }: Parts): ApiFunctions {
  async function answerOf(
    row: AsyncRow,
    name: string,
    params: Params,
    at: Place | undefined,
    how: ObjectOptions,
  ) {
    const reply = host().fixtures.replyOf(name, {
      ...(how.name === undefined ? {} : { name: how.name }),
      ...params,
    })
    if (reply !== undefined && isFailure(reply.errMsg)) return reply
    const payload = { ...(await row.answer(params, host(), at)), ...guessed(name), ...reply }
    return row.finish?.(payload) ?? payload
  }

  /** The server's part of an answer, where only a guess is known of it. */
  function guessed(name: string): object {
    const { guess } = host()
    const field = guess === undefined ? undefined : serverFields[name]
    return field === undefined ? {} : { [field]: guess?.() }
  }

  function settled(name: string, answer: RowAnswer): Answered {
    const { errMsg: end = 'ok', ...payload } = answer
    const errMsg = String(end).startsWith(`${name}:`) ? String(end) : `${name}:${String(end)}`
    // The result is made in the program's realm here, so that the promise resolves with it as it is.
    const result = host().into({ ...payload, errMsg }) as { errMsg: string }
    return { api: name, callback: isFailure(errMsg) ? 'fail' : 'success', result, scope: null }
  }

  function runOf(name: string, row: AsyncRow, how: ObjectOptions): Run {
    const check = row.options === undefined ? () => undefined : optionCheck(row.options)
    return async option => {
      const at = placeOfCall()
      const problem = check(option)
      if (problem !== undefined) return settled(name, { errMsg: problem })
      const params = typeof option === 'object' && option !== null ? (option as Params) : {}
      return settled(name, await answerOf(row, name, params, at, how))
    }
  }

  function of(name: string, row: Row, how: ObjectOptions = {}): (...args: readonly unknown[]) => unknown {
    if ('plain' in row) return (...args) => row.plain(host(), ...args)
    const run = around(name, runOf(name, row, how), row)
    const { task } = row
    if (task === undefined && how.promises !== false) return callbacksOrPromise.api(name, run)
    const entry = (option: unknown) => {
      callbacksOrPromise.callbacksOnly(name, option, run, entry)
      return task?.(host())
    }
    return entry
  }

  return {
    of,
    objectOf: (rows, how = {}) =>
      Object.fromEntries(
        Object.entries(rows).map(([name, row]) => [name, of(`${how.prefix ?? ''}${name}`, row, how)]),
      ),
  }
}

/** What a server says, by the API that asks it. */
const serverFields: Readonly<Record<string, string>> = {
  request: 'data',
  'cloud.callFunction': 'result',
  'cloud.callContainer': 'data',
  'cloud.database.get': 'data',
  'cloud.database.end': 'list',
}

type Params = Readonly<Record<string, unknown>>
