import { explorePage } from '../../../explore/page.ts'
import type { Path } from '../../../explore/path.ts'
import type { Observation, Runner, SourceFacts } from '../../../explore/ports.ts'
import { forest } from '../../../explore/reports/tree.ts'
import { unitKey } from '../../../explore/search/units.ts'
import { sitesIn } from '../../../explore/static/source.ts'
import { parseToken, printToken } from '../../../explore/token.ts'
import { WxauthError } from '../../../faults.ts'
import type { RejectionSource } from '../../../pages/context/rejections.ts'
import { editionNamed } from '../../../pages/edition.ts'
import { type PreparedProgram, prepareProgram } from '../../../pages/launch.ts'
import type { HostEvent } from '../../../pages/ports.ts'
import type { Playing } from '../../../playing/playing.ts'
import { createRunner } from '../../../playing/runner.ts'
import {
  comparedValues,
  libraryIn,
  scopesIn,
  scriptKinds,
  sourceFacts,
  usedNames,
} from '../../../playing/source-facts.ts'
import type { Shown } from '../../run/conversation.ts'
import { shownNow } from '../../run/worker/shown.ts'
import type { ExploreOrder, FromExplorer, ToExplorer } from '../conversation.ts'

type Say = (message: FromExplorer) => void

interface Opened {
  readonly prepared: PreparedProgram
  readonly facts: SourceFacts
  readonly playing: Playing
  /** Of the source in the project: `miniprogram/`, or empty. */
  readonly root: string
}

/**
 * Does what the main thread asks for. The program is read once.
 * @param ready runs when it is read, before anything of it runs
 */
export function explorer(
  order: ExploreOrder,
  say: Say,
  rejections: RejectionSource,
  ready: () => void = () => {},
) {
  let opened: Promise<Opened> | undefined

  async function perform(message: ToExplorer): Promise<void> {
    opened ??= open(order, rejections).finally(ready)
    const program = await opened
    if (message.type === 'read')
      say({ type: 'read', app: program.prepared.program.app, facts: program.facts })
    else if (message.type === 'walk') await walk(message, program, order, say)
    else await replay(message.path, program, say)
  }

  return async (message: ToExplorer): Promise<void> => {
    try {
      await perform(message)
    } catch (error) {
      say(failureOf(error))
    }
  }
}

async function open(order: ExploreOrder, rejections: RejectionSource): Promise<Opened> {
  const prepared = prepareProgram(order.directory)
  const { program } = prepared
  const { root } = program.app
  const facts = sourceFacts(program)
  const edition = await editionNamed(order.edition)
  const playing: Playing = {
    ...order,
    ...edition,
    scopes: scopesIn(facts, edition.catalogue),
    hints: comparedValues(facts),
    prepared,
    rejections,
    scriptOf: scriptKinds(program),
    isLibrary: libraryIn(program),
    usedIn: usedNames(program),
    onFault: fault => {
      throw fault
    },
  }
  return { prepared, facts, playing, root: root === '.' ? '' : `${root}/` }
}

async function walk(
  { page, endless }: Extract<ToExplorer, { type: 'walk' }>,
  { prepared, facts, playing, root }: Opened,
  order: ExploreOrder,
  say: Say,
): Promise<void> {
  const { starts, limits, hidden, ignored, draws } = order
  const drawn = forest(root)
  const result = await explorePage({
    page,
    runner: skipping(endless, root, createRunner(playing), say),
    starts,
    limits,
    hidden,
    guesses: order.fixtures === undefined,
    judging: { facts, nameSite: sitesIn(facts), root, ignored: new Set(ignored) },
    ...(draws ? { watch: drawn.add } : {}),
  })
  say({ type: 'walked', result, trees: drawn.trees(), notices: prepared.program.notices.all() })
}

/** After two such paths, all of a unit count as endless: each costs seconds. */
const mostEndless = 2

/** Names each path before it is played, and plays none that never came to its end. */
function skipping(endless: readonly string[], root: string, runner: Runner, say: Say): Runner {
  const known = new Set(endless)
  const units = endless.flatMap(token => parseToken(token, root) ?? []).map(({ unit }) => unitKey(unit))
  const isHopeless = (path: Path) => units.filter(unit => unit === unitKey(path.unit)).length >= mostEndless
  return {
    async play(path) {
      const token = printToken(path, root)
      if (known.has(token) || isHopeless(path)) return neverEnded(path)
      say({ type: 'path', token })
      return runner.play(path)
    },
  }
}

const neverEnded = (path: Path): Observation => ({
  path,
  choices: [],
  events: [],
  calls: [],
  views: [],
  troubles: [],
  loading: [],
  reads: [],
  unbound: [],
  text: '',
  ended: 'endless-loop',
})

async function replay(path: Path, { playing }: Opened, say: Say): Promise<void> {
  let shown: Shown | undefined
  let rest: Pick<Extract<FromExplorer, { type: 'replayed' }>, 'errors' | 'notices'> = {
    errors: [],
    notices: [],
  }
  const runner = createRunner({
    ...playing,
    observe: event => say({ type: 'happened', event: placed(event) }),
    finished(launch) {
      shown = shownNow(launch)
      rest = { errors: launch.errors(), notices: launch.notices() }
    },
  })
  const observation = await runner.play(path)
  say({ type: 'replayed', observation, shown, ...rest })
}

/** What no line of the program called has no place. */
function placed(event: HostEvent): HostEvent {
  if (event.at === undefined) return event
  const { file, line, column } = event.at
  return { ...event, at: file === '' ? undefined : { file, line, column } }
}

function failureOf(error: unknown): FromExplorer {
  if (error instanceof WxauthError) return { type: 'fault', code: error.code, facts: error.facts }
  const { message, stack } = error instanceof Error ? error : { message: String(error), stack: undefined }
  return { type: 'defect', message, stack }
}
