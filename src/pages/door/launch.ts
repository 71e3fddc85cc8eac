import { posix, resolve } from 'node:path'
import { runInThisContext } from 'node:vm'
import type { EditionName } from '../../catalogue/edition-names.ts'
import { WxauthError } from '../../faults.ts'
import { answersOf, visitorWith } from '../../session/answers.ts'
import { checkKind, checkObject, checkText } from '../../session/checks.ts'
import { memoryStore } from '../../store/memory-store.ts'
import { nearest } from '../../text/nearest.ts'
import { type Word, withWords, wordingIn } from '../../wx/fault-words.ts'
import { folderPath } from '../../wx/folder-path.ts'
import type { RejectionSource } from '../context/rejections.ts'
import { type Edition, editionFor, editionNamed } from '../edition.ts'
import { parseUrl, type ShownPage } from '../engine/stack.ts'
import { createHost } from '../host/create.ts'
import { launchProgram, type PreparedProgram, prepareProgram } from '../launch.ts'
import type { HostEvent } from '../ports.ts'
import { declaredProgram } from '../source/program.ts'
import { checkChooser, checkedLaunchOptions } from './checked-options.ts'
import { choosersOf } from './choosers.ts'
import { collectFailures, type Failures } from './failures.ts'
import { pageOf } from './page.ts'
import type { App, LaunchOptions, Page } from './types.ts'

/** Jest gives tests a copy of the process, which hears of no rejection. */
const realProcess = runInThisContext('process') as RejectionSource

/**
 * Loads a Mini Program, to run in this thread: its app starts when the first page is opened.
 * @throws WxauthError ERR_BAD_ARGUMENT, ERR_UNKNOWN_* for a mistake in the options; ERR_PROJECT_MISSING,
 * ERR_FRAMEWORK_SOURCE. What is broken inside of the project is one of the notices
 */
export async function launch(options: LaunchOptions): Promise<App> {
  const word = wordingIn(Object(options).language)
  try {
    const checked = checkedLaunchOptions(options)
    const directory = resolve(folderPath(checked.project) ?? '')
    const prepared = prepareProgram(directory)
    const { edition: name } = editionFor(checked.edition, undefined, prepared.program.app.libVersion)
    const edition = { name, ...(await editionNamed(name)) }
    return start(checked, { directory, prepared, edition, word })
  } catch (error) {
    throw word(error)
  }
}

interface Parts {
  /** That of the project. */
  readonly directory: string
  readonly prepared: PreparedProgram
  readonly edition: Edition & { readonly name: EditionName }
  readonly word: Word
}

function start(options: LaunchOptions, { directory, prepared, edition, word }: Parts): App {
  const { language = 'en', settings = {}, storage, fixtures } = options
  const { name, ...rules } = edition
  const { catalogue } = rules
  visitorWith(catalogue, settings)
  const answers = answersOf(catalogue, options.answers)
  const { user, ...queues } = choosersOf(options)
  const { app, config } = prepared.program
  const events: HostEvent[] = []

  const running = launchProgram({
    prepared,
    host: parts =>
      createHost(
        {
          app: declaredProgram(prepared.program),
          ...rules,
          store: memoryStore(),
          answers,
          settings,
          user,
          storage,
          fixtures,
          language,
          edition: name,
          onFault: fault => failures.fault(fault),
        },
        parts,
      ),
    rejections: realProcess,
    observe: event => events.push(event),
    log: printed,
  })
  const failures: Failures = collectFailures({ errors: running.errors, directory, word })
  const pages = new WeakMap<ShownPage, Page>()
  let isClosed = false

  async function step<T>(work: () => Promise<T>): Promise<T> {
    const origin = new Error()
    try {
      if (isClosed) throw new WxauthError('ERR_CLOSED', {})
      const result = await work()
      failures.raise(origin)
      return result
    } catch (error) {
      throw word(error)
    }
  }

  function shownPage(): Page | undefined {
    const shown = running.stack.shown()
    if (shown === undefined) return undefined
    const page = pages.get(shown) ?? withWords(pageOf(shown, { launch: running, step }), word)
    pages.set(shown, page)
    return page
  }

  /** @throws WxauthError ERR_BAD_ARGUMENT, ERR_UNKNOWN_PAGE */
  function checkPage(url: unknown, query: unknown): void {
    checkText({ what: 'page' }, 'route', url)
    checkObject({ what: 'query' }, 'query', query)
    for (const value of Object.values(query)) {
      checkKind({ what: 'query' }, 'query', value, ['string', 'number', 'boolean'].includes(typeof value))
    }
    const routes = config.pages.map(({ route }) => route)
    const { route } = parseUrl(url, undefined)
    if (routes.includes(route)) return
    const path = posix.join(app.root, 'app.json')
    throw new WxauthError('ERR_UNKNOWN_PAGE', { page: url, path, near: nearest(route, routes) })
  }

  async function openPage(url: string, query: Readonly<Record<string, unknown>>): Promise<void> {
    checkPage(url, query)
    const words = Object.entries(query).map(([key, value]) => [key, String(value)] as const)
    await running.open(url, Object.fromEntries(words))
  }

  const door: App = {
    async open(url, query = {}) {
      await step(() => openPage(url, query))
      const page = shownPage()
      if (page !== undefined) return page
      const { route } = parseUrl(url, undefined)
      throw new WxauthError('ERR_PAGE_NOT_OPENED', { page: route, file: posix.join(app.root, route) })
    },
    get page() {
      return shownPage()
    },
    get pages() {
      return running.stack.pages().map(({ route }) => route)
    },
    auth: running.host.auth,
    modal(answer) {
      checkChooser('modal', answer, { what: 'choice' })
      queues.modal.add(answer)
    },
    sheet(answer) {
      checkChooser('sheet', answer, { what: 'choice' })
      queues.sheet.add(answer)
    },
    pick(answer) {
      checkChooser('pick', answer, { what: 'choice' })
      queues.pick.add(answer)
    },
    get toasts() {
      return events.flatMap(event => (event.kind === 'toast' ? [event.title] : []))
    },
    get isLoading() {
      return running.host.screen.isLoading()
    },
    get storage() {
      return running.host.storage.all()
    },
    get events() {
      return [...events]
    },
    get errors() {
      return running.errors()
    },
    get notices() {
      return running.notices()
    },
    hide: () => step(running.hide),
    show: () => step(running.show),
    idle: () => step(running.idle),
    close() {
      isClosed = true
    },
  }
  return withWords(door, word)
}

const levels = ['debug', 'error', 'info', 'log', 'warn'] as const

/** What the program prints is seen where the test's own output is. */
function printed(level: string, text: string): void {
  const known = levels.find(one => one === level) ?? 'log'
  console[known](text)
}
