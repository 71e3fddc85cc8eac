import type { ScopeName } from '../../src/catalogue/names.ts'
import type { Decision, Path, Tap } from '../../src/explore/path.ts'
import type {
  Call,
  Choice,
  Element,
  Happening,
  Listeners,
  Observation,
  Runner,
  Stack,
  Trouble,
  View,
} from '../../src/explore/ports.ts'
import type { ScopeState } from '../../src/machine/state.ts'

/** A Mini Program as data: what runs, line by line. Enough to search, and to break every rule. */
export interface FakeProgram {
  readonly launch?: readonly Op[]
  readonly pages: Readonly<Record<string, FakePage>>
}

export interface FakePage {
  readonly open?: readonly Op[]
  readonly elements?: readonly FakeElement[]
  /** By name, for `run`. */
  readonly functions?: Readonly<Record<string, readonly Op[]>>
}

export interface FakeElement {
  readonly handler: string
  readonly line: number
  readonly ops?: readonly Op[]
  /** Shown only while the page shows this text. */
  readonly when?: string
  readonly tag?: string
  readonly openType?: string
  readonly event?: string
}

export type Op =
  | {
      readonly op: 'ask'
      readonly api?: string
      readonly scope: ScopeName
      readonly line: number
      /** The line of a helper that makes the call. */
      readonly via?: number
      readonly ok?: readonly Op[]
      readonly fail?: readonly Op[]
      readonly complete?: readonly Op[]
      /** How the promise that it returns ends when the user says no. */
      readonly promise?: 'handled' | 'dropped' | 'hangs' | 'throws'
      /** What runs while the popup is open. */
      readonly during?: readonly Op[]
      /** An allowed API whose picker can be cancelled. */
      readonly picks?: true
    }
  | {
      readonly op: 'modal'
      readonly line: number
      readonly title: string
      readonly confirm?: readonly Op[]
      readonly cancel?: readonly Op[]
    }
  | { readonly op: 'settings'; readonly line: number; readonly tap?: boolean; readonly back?: readonly Op[] }
  | { readonly op: 'read'; readonly scope: ScopeName }
  | { readonly op: 'text'; readonly text: string }
  | { readonly op: 'toast'; readonly line: number; readonly title: string }
  | { readonly op: 'throw'; readonly line: number; readonly message: string }
  | { readonly op: 'loading'; readonly line: number; readonly on: boolean }
  | { readonly op: 'go'; readonly line: number; readonly page: string }
  | { readonly op: 'run'; readonly name: string }
  /** A loop that never ends. */
  | { readonly op: 'hang' }
  /** In a callback, where no tap stands. */
  | { readonly op: 'later'; readonly ops: readonly Op[] }

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

const mostSteps = 200

/** Plays paths of a program. It also counts them. */
export function fakeRunner(program: FakeProgram): Runner & { readonly played: () => number } {
  let count = 0
  return {
    played: () => count,
    async play(path) {
      count += 1
      return play(program, path)
    },
  }
}

function play(program: FakeProgram, path: Path): Observation {
  const page = program.pages[path.unit.page] ?? {}
  const decided = new Map<ScopeName, ScopeState>()
  const stateOf = (scope: ScopeName) => decided.get(scope) ?? path.start
  const decisions: Decision[] = []
  const choices: Choice[] = []
  const events: Happening[] = []
  const calls: Mutable<Call>[] = []
  const troubles: Trouble[] = []
  const reads: Observation['reads'][number][] = []
  let loading: Observation['loading'] = []
  let text = ''
  let turn = 0
  let phase: Call['phase'] = 'launch'
  let handler = ''
  let steps = 0
  let ended: Observation['ended'] = 'idle'
  // What is still to do, block by block: together with what stands, all that the end depends on.
  const toDo: (readonly Op[])[] = []
  const state = () => {
    const rest = toDo.filter(ops => ops.length > 0)
    const judged = calls.map(({ outcome, stack, turn }) => [outcome, stack, turn])
    const seen = events.filter(({ kind }) => kind === 'toast' || kind === 'navigated').length
    return JSON.stringify([[...decided], text, turn, phase, rest, judged, troubles, loading, reads, seen])
  }

  const stackAt = (line: number, via?: number): Stack => {
    const script = phase === 'launch' ? 'app' : 'page'
    const file = phase === 'launch' ? 'app.js' : `${path.unit.page}.js`
    const own = { file, line, column: 8, script, function: handler } as const
    return via === undefined
      ? [own]
      : [{ file: 'utils/auth.js', line: via, column: 3, script: 'module', function: 'ask' }, own]
  }

  function decide(
    kind: Decision['kind'],
    options: readonly string[],
    stack: Stack,
    make: (base: Base) => Choice,
  ): string {
    const given = path.decisions[decisions.length]
    const answer = given?.kind === kind && options.includes(given.answer) ? given.answer : (options[0] ?? '')
    const base: Base = { options, answer, state: state(), event: events.length, turn, stack }
    events.push({ kind: 'asked', choice: choices.length })
    choices.push(make(base))
    decisions.push({ kind, answer })
    return answer
  }
  const close = (choice: number) => events.push({ kind: 'answered', choice })

  function ask(op: Extract<Op, { op: 'ask' }>): void {
    const { scope, line, ok = [], fail, complete, promise } = op
    const listeners: Listeners = {
      fail: fail !== undefined,
      complete: complete !== undefined,
      promise: promise !== undefined,
      other: false,
    }
    const before = stateOf(scope)
    const index = calls.length
    const call: Mutable<Call> = {
      api: op.api ?? 'wx.getLocation',
      scope,
      stack: stackAt(line, op.via),
      phase,
      turn,
      tap: false,
      listeners,
      outcome: 'open',
      because: null,
      before,
      after: before,
      called: events.length,
      settled: null,
    }
    calls.push(call)
    events.push({ kind: 'called', call: index })
    const at = choices.length
    if (before === 'undecided') {
      const answer = decide('popup', ['accept', 'reject', 'dismiss'], call.stack, base => ({
        ...base,
        kind: 'popup',
        scope,
        call: index,
      }))
      run(op.during ?? [])
      close(at)
      if (answer !== 'dismiss') decided.set(scope, answer === 'accept' ? 'accepted' : 'rejected')
    }
    const after = stateOf(scope)
    call.after = after
    call.outcome = after === 'accepted' ? 'succeeded' : after === 'rejected' ? 'refused' : 'cancelled'
    if (after === 'accepted' && op.picks) {
      const picker = choices.length
      const answer = decide('picker', ['pick', 'cancel'], call.stack, base => ({
        ...base,
        kind: 'picker',
        api: call.api,
        call: index,
      }))
      close(picker)
      if (answer === 'cancel') call.outcome = 'cancelled'
    }
    call.settled = events.length
    events.push({ kind: 'settled', call: index })
    if (call.outcome === 'succeeded') run(ok)
    else {
      run(fail ?? [])
      if (promise === 'dropped')
        addTrouble({
          kind: 'rejection',
          message: 'fail auth deny',
          isError: false,
          ...about(call.stack, index),
        })
      if (promise === 'throws')
        addTrouble({ kind: 'rejection', message: 'oops', isError: true, ...about(call.stack, index) })
      if (promise === 'hangs') addTrouble({ kind: 'unsettled', ...about(call.stack, index) })
    }
    run(complete ?? [])
  }

  const about = (stack: Stack, call: number | null) => ({ stack, turn, event: events.length, call })
  function addTrouble(trouble: Trouble): void {
    events.push({ kind: 'trouble', trouble: troubles.length })
    troubles.push(trouble)
  }

  function modal({ title, line, confirm = [], cancel }: Extract<Op, { op: 'modal' }>): void {
    const at = choices.length
    const options = cancel === undefined ? ['confirm'] : ['confirm', 'cancel']
    const answer = decide('modal', options, stackAt(line), base => ({
      ...base,
      kind: 'modal',
      title,
      content: '',
    }))
    close(at)
    run(answer === 'confirm' ? confirm : (cancel ?? []))
  }

  function settings(line: number | null, tap: boolean, back: readonly Op[]): void {
    const stack = line === null ? [] : stackAt(line)
    if (line !== null) {
      const part = { scope: null, before: null, after: null, because: null } as const
      const listeners = { fail: true, complete: false, promise: false, other: false }
      const outcome = tap ? 'succeeded' : 'failed'
      calls.push({
        api: 'wx.openSetting',
        stack,
        phase,
        turn,
        tap,
        listeners,
        outcome,
        ...part,
        called: events.length,
        settled: events.length,
      })
      events.push({ kind: 'called', call: calls.length - 1 })
      if (!tap) return
    }
    const at = choices.length
    const switches = [...decided].map(([scope, state]) => ({ scope, on: state === 'accepted' }))
    const moves = switches.map(({ scope, on }) => `${on ? 'off' : 'on'} ${scope}`)
    const answer = decide('settings', ['leave', ...moves], stack, base => ({
      ...base,
      kind: 'settings',
      switches,
    }))
    close(at)
    const [to, scope] = answer.split(' ')
    const moved = switches.find(one => one.scope === scope)
    if (moved !== undefined) decided.set(moved.scope, to === 'on' ? 'accepted' : 'rejected')
    run(back)
  }

  function run(ops: readonly Op[]): void {
    for (const [at, op] of ops.entries()) {
      steps += 1
      if (steps > mostSteps || choices.length > 12) ended = 'asked-again'
      if (ended !== 'idle') return
      toDo.push(ops.slice(at))
      perform(op)
      toDo.pop()
    }
  }

  function perform(op: Op): void {
    switch (op.op) {
      case 'ask':
        ask(op)
        return
      case 'modal':
        modal(op)
        return
      case 'settings':
        settings(op.line, op.tap ?? phase === 'tap', op.back ?? [])
        return
      case 'read':
        reads.push({ scope: op.scope, state: stateOf(op.scope), event: events.length - 1, turn })
        return
      case 'text':
        if (text !== op.text) events.push({ kind: 'changed' })
        text = op.text
        return
      case 'toast':
        events.push({ kind: 'toast', title: op.title, stack: stackAt(op.line) })
        return
      case 'throw':
        addTrouble({ kind: 'exception', message: op.message, ...about(stackAt(op.line), null) })
        return
      case 'loading':
        events.push({ kind: 'loading', on: op.on, stack: stackAt(op.line) })
        loading = op.on ? [{ of: 'loading', stack: stackAt(op.line), event: events.length - 1 }] : []
        return
      case 'go':
        events.push({ kind: 'navigated', page: op.page, stack: stackAt(op.line) })
        return
      case 'hang':
        ended = 'endless-loop'
        return
      case 'later': {
        const before = phase
        phase = 'later'
        run(op.ops)
        phase = before
        return
      }
      case 'run':
        run(page.functions?.[op.name] ?? [])
        return
    }
  }

  const shown = () => (page.elements ?? []).filter(({ when }) => when === undefined || when === text)
  const wxml = `${path.unit.page}.wxml`

  function tap({ handler: name, at }: Tap): boolean {
    const element =
      at === null ? undefined : shown().find(one => one.handler === name && one.line === at.line)
    const hidden = page.functions?.[name] ?? page.elements?.find(one => one.handler === name)?.ops
    const ops = at === null ? hidden : element?.ops
    if (at !== null && element === undefined) return false
    turn += 1
    phase = 'tap'
    handler = name
    events.push({ kind: 'tapped', handler: name, at, text: name })
    if (element?.openType === 'openSetting') settings(null, true, [])
    run(ops ?? [])
    look()
    return true
  }

  const views: View[] = []
  const look = () =>
    views.push({ turn, event: events.length - 1, ofPage: [], elements: shown().map(elementOf) })

  run(program.launch ?? [])
  phase = 'open'
  handler = 'onLoad'
  events.push({ kind: 'opened', page: path.unit.page })
  run(page.open ?? [])
  look()
  for (const one of path.unit.taps) if (ended === 'idle' && !tap(one)) ended = 'not-shown'
  const again = path.unit.taps.at(-1)
  if (again !== undefined && ended === 'idle') tap(again)

  function elementOf(one: FakeElement): Element {
    const exists = one.ops !== undefined
    const event = one.event ?? 'tap'
    return {
      tag: one.tag ?? 'button',
      text: one.handler,
      at: { file: wxml, line: one.line, column: 3 },
      openType: one.openType ?? null,
      listens: [{ event, handler: one.handler, exists, byTap: event !== 'error' }],
      isLast: false,
    }
  }
  const bound = new Set(shown().map(one => one.handler))
  const handlers = [...Object.keys(page.functions ?? {}), ...(page.elements ?? []).map(one => one.handler)]
  const unbound = handlers.filter(name => !bound.has(name))
  return {
    path: { ...path, decisions },
    choices,
    events,
    calls,
    views,
    troubles,
    loading,
    reads,
    unbound,
    text,
    ended,
  }
}

type Base = Pick<Choice, 'options' | 'answer' | 'state' | 'event' | 'turn' | 'stack'>
