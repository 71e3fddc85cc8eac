import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Script } from 'node:vm'
import { onTestFinished } from 'vitest'
import { guideCatalogue } from '../../../src/catalogue/editions/guide.ts'
import { createClock } from '../../../src/pages/clock.ts'
import { templateCompiler } from '../../../src/pages/context/assets.ts'
import { createProgramContext } from '../../../src/pages/context/create.ts'
import { watchRejections } from '../../../src/pages/context/rejections.ts'
import { programScripts, scheme } from '../../../src/pages/context/scripts.ts'
import { createHost, type HostOptions } from '../../../src/pages/host/create.ts'
import type { HostEvent, Notice, OpenPage, PageStack } from '../../../src/pages/ports.ts'
import { openProgram } from '../../../src/pages/source/program.ts'
import { demoMiniProgram } from '../../../src/project/declared.ts'
import { answersOf } from '../../../src/session/answers.ts'
import { memoryStore } from '../../../src/store/memory-store.ts'

type Options = Partial<Omit<HostOptions, 'answers'>> & { readonly answers?: unknown }

/** A program that is one script, with the real context, clock and host around it; pages are names on a list. */
export function programWithHost({ answers, ...options }: Options = {}) {
  const directory = mkdtempSync(join(tmpdir(), 'wxauth-host-'))
  onTestFinished(() => rmSync(directory, { recursive: true }))
  writeFileSync(join(directory, 'app.json'), '{ "pages": [] }')

  const events: HostEvent[] = []
  const notices: Notice[] = []
  const faults: unknown[] = []
  const thrown: string[] = []
  const program = openProgram(directory, templateCompiler())
  const clock = createClock(
    () => undefined,
    () => undefined,
  )
  const context = createProgramContext({
    program,
    scripts: programScripts(program),
    clock,
    threw: error => thrown.push(String(error)),
  })
  const { realm, inside, evaluate } = context
  const rejections: unknown[] = []
  onTestFinished(
    watchRejections(process, {
      owns: inside.isOwnPromise,
      hear: reason => rejections.push(realm.plain(reason)),
    }),
  )
  const stack = namesOfPages(realm)
  const host = createHost(
    {
      app: demoMiniProgram,
      catalogue: guideCatalogue,
      store: memoryStore(),
      answers: answersOf(options.catalogue ?? guideCatalogue, answers),
      language: 'en',
      edition: 'guide',
      onFault: fault => faults.push(fault),
      ...options,
    },
    {
      realm,
      clock,
      stack,
      observe: event => events.push(event),
      notice: notice => notices.push(notice),
      entry: () => ({ path: 'pages/first/index', query: {} }),
    },
  )
  inside.define('wx', host.wx)
  inside.define('log', evaluate(new Script('globalThis.log = []')))
  const run = (code: string) => evaluate(new Script(code, { filename: `${scheme}page.js` }))

  return {
    host,
    events,
    notices,
    faults,
    thrown,
    rejections,
    stack,
    clock,
    realm,
    evaluate: run,
    /** Runs the code, as the handler of a tap perhaps, and everything that comes of it. @returns what it pushed to `log` */
    async run(code: string, how: { readonly tapped?: boolean } = {}): Promise<unknown> {
      clock.later(() => {
        if (how.tapped) host.tapped()
        run(`{ ${code} }`)
      })
      await clock.run()
      return JSON.parse(String(run('JSON.stringify(log.splice(0))')))
    },
    kinds: () => events.map(({ kind }) => kind),
  }
}

/** The real stack is the engine's. */
function namesOfPages(realm: {
  readonly copy: (value: unknown) => unknown
}): PageStack & { readonly shown: string[] } {
  let pages: readonly OpenPage[] = [page('pages/first/index')]
  const shown: string[] = []
  function page(route: string): OpenPage {
    return { route, query: {}, instance: realm.copy({}) as object }
  }
  return {
    shown,
    pages: () => pages,
    navigate(kind, url) {
      const route = url.replace(/^\//, '').split('?')[0] ?? ''
      if (!route.startsWith('pages/')) return 'not-found'
      if (kind === 'switchTab' && !route.includes('tab')) return 'not-tab'
      pages = kind === 'navigateTo' ? [...pages, page(route)] : [page(route)]
      return undefined
    },
    back(delta) {
      if (pages.length === 1) return 'no-back'
      pages = pages.slice(0, Math.max(1, pages.length - delta))
      return undefined
    },
    cover: () => shown.push('cover'),
    uncover: () => shown.push('uncover'),
  }
}
