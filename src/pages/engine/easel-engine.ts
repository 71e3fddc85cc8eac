import { posix } from 'node:path'
import { assetScript } from '../context/assets.ts'
import type { ProgramContext } from '../context/create.ts'
import { messageOf, placesIn } from '../context/errors.ts'
import type { Scripts } from '../context/scripts.ts'
import type { NoticeCode } from '../ports.ts'
import { placeMark } from '../source/mark-places.ts'
import type { Program } from '../source/program.ts'
import type { EngineHooks, EngineInstance, PageEngine } from './port.ts'

/** What `engine.js` makes inside of the context. */
interface Inside {
  readonly addTemplate: (name: string, make: unknown) => void
  readonly addWxs: (name: string, make: unknown) => void
  readonly defineUnit: (
    id: string,
    config: unknown,
    template: string,
    run: (() => boolean) | undefined,
    missing: unknown,
  ) => void
  readonly isDefined: (id: string) => boolean
  readonly app: () => object | undefined
  readonly makeApp: (isBroken: boolean) => void
  readonly callMethod: (self: unknown, name: string, args: readonly unknown[]) => unknown
  readonly methodsOf: (instance: object) => readonly string[]
  readonly hears: (element: number, method: string) => boolean
  readonly open: (url: string, route: string, query: unknown) => Opened
  readonly readyAll: () => void
  readonly tree: (component: object) => ReturnType<EngineInstance['nodes']>
  readonly fire: (element: number, name: string, detail: unknown, isTouch: boolean) => boolean
  readonly model: (element: number, name: string, value: unknown) => void
  readonly isAttached: (element: number) => boolean
  readonly forget: () => void
  readonly dataOf: (instance: object) => unknown
}

interface Opened {
  readonly instance: object
  readonly component: object
  readonly attach: () => void
  readonly lifetime: (name: string) => void
  readonly release: () => void
}

interface Parts extends EngineHooks {
  readonly program: Program
  readonly scripts: Scripts
  readonly context: ProgramContext
}

/** glass-easel, WeChat's own component framework, without a DOM, with a copy of its own in the context. */
export function easelEngine(parts: Parts): PageEngine {
  const { program, scripts, context } = parts
  const { realm, inside: own } = context
  const inside = startInside(parts)
  const defined = new Set<string>()
  // Names of components may not lead out of the source root, where packages may be.
  const idOf = (path: string) => program.units.routeOf(path).replaceAll('../', '.up/')

  function define(path: string): void {
    if (defined.has(path)) return
    defined.add(path)
    const unit = program.units.unit(path)
    const defaults = Object.values(unit.generics).filter(component => component !== undefined)
    for (const component of [...Object.values(unit.components), ...defaults]) define(component)
    const template = unit.template === undefined ? '' : addTemplates(unit.template)
    const using = Object.entries(unit.components).map(([tag, to]) => [tag, `/${idOf(to)}`] as const)
    const generics = Object.entries(unit.generics).map(([name, to]) => {
      return [name, to === undefined || { default: `/${idOf(to)}` }] as const
    })
    const config = {
      component: true,
      usingComponents: Object.fromEntries(using),
      componentGenerics: Object.fromEntries(generics),
      componentPlaceholder: unit.placeholders,
    }
    const { script } = unit
    if (script === undefined) program.notices.add({ code: 'script-missing', subject: `${path}.js` })
    guarded(() =>
      inside.defineUnit(
        idOf(path),
        realm.copy(config),
        template,
        script === undefined ? undefined : () => loadsWhole(script),
        realm.copy(unit.missing),
      ),
    )
  }

  function loadsWhole(script: string): boolean {
    own.load(script)
    return !own.lacksModules(script)
  }

  /** @returns the name of the template, empty if it cannot be used */
  function addTemplates(file: string): string {
    const { name, templates, scripts: wxs } = program.templates.closure(file)
    for (const one of wxs) {
      const script = scripts.wxs(one.file, one.code)
      if (script !== undefined) inside.addWxs(one.name, context.evaluate(script))
    }
    for (const one of templates) {
      const script = scripts.template(one.file, one.code)
      if (script === undefined) continue
      try {
        inside.addTemplate(one.name, context.evaluate(script))
      } catch (error) {
        program.notices.add({
          code: 'unusable-template',
          file: one.file,
          line: 1,
          column: 1,
          reason: messageOf(error),
        })
      }
    }
    return name
  }

  function guarded<T>(work: () => T): T | undefined {
    try {
      return work()
    } catch (error) {
      parts.threw(error)
      return undefined
    }
  }

  return {
    defineApp(script) {
      if (script !== undefined) guarded(() => own.load(script))
      const notices = program.notices.all()
      inside.makeApp(notices.some(({ code, file }) => code === 'module-threw' && file === script))
    },
    callApp: (method, args) => inside.callMethod(inside.app(), method, args),
    create(path, query) {
      define(path)
      const id = idOf(path)
      const pairs = Object.entries(query).map(([key, value]) => `${key}=${encodeURIComponent(value)}`)
      const url = pairs.length === 0 ? id : `${id}?${pairs.join('&')}`
      const given = realm.copy(query)
      const opened = guarded(() => inside.open(url, program.units.routeOf(path), given))
      if (opened === undefined) return undefined
      return {
        instance: opened.instance,
        query: given,
        isDefined: inside.isDefined(id),
        attach: () => void guarded(opened.attach),
        lifetime: name => void guarded(() => opened.lifetime(name)),
        nodes: () => inside.tree(opened.component),
        data: () => inside.dataOf(opened.instance),
        release: () => void guarded(opened.release),
      }
    },
    callMethod: inside.callMethod,
    methodsOf: instance => Array.from(inside.methodsOf(instance)),
    hears: inside.hears,
    app: inside.app,
    readyAll: () => void guarded(inside.readyAll),
    fire: (element, event, detail, isTouch) =>
      guarded(() => inside.fire(element, event, realm.copy(detail), isTouch)) ?? false,
    setValue: (element, attribute, value) =>
      void guarded(() => inside.model(element, attribute, realm.copy(value))),
    isAttached: inside.isAttached,
    forget: inside.forget,
  }
}

type HostSide = (...args: readonly unknown[]) => unknown

/** What keeps a script from defining its page or component. */
const causes: ReadonlySet<NoticeCode> = new Set([
  'module-threw',
  'script-syntax',
  'module-missing',
  'package-missing',
])

function startInside({ program, context, ...hooks }: Parts): Inside {
  const { inside: own, evaluate } = context
  const load = evaluate(assetScript('easel')) as (...args: readonly unknown[]) => void
  const easel = own.copy({}) as object
  load(own.copy({}), easel, own.copy({ env: { NODE_ENV: 'production' } }))
  const loadAdapter = evaluate(assetScript('adapter')) as typeof load
  const adapter = own.copy({}) as object
  loadAdapter(
    own.copy({}),
    adapter,
    own.wrap(() => easel),
  )
  const start = evaluate(assetScript('engine')) as (...args: readonly object[]) => Inside
  const host = {
    placeMark,
    threw: hooks.threw,
    attached: hooks.attached,
    madeAppearing: hooks.madeAppearing,
    pageCount: () => hooks.pages().length,
    pageAt: (at: number) => hooks.pages()[at],
    pageId: (instance: object) => hooks.pages().indexOf(instance) + 1,
    tabBar: hooks.tabBarOf,
    channelOf: hooks.channelOf,
    notDefined(id: string) {
      // What a script needs has a notice of its own, which is the cause.
      if (program.notices.all().some(({ code }) => causes.has(code))) return
      const file = posix.join(program.app.root, id.replaceAll('.up/', '../'))
      program.notices.add({ code: 'script-missing', subject: `${file}.js` })
    },
    /** The phone warns of what it cannot use of a definition. */
    unusable(id: string, reason: string) {
      const file = posix.join(program.app.root, id.replaceAll('.up/', '../'))
      program.notices.add({
        code: 'unusable-definition',
        subject: `${file}: ${reason}`,
        file: `${file}.js`,
        reason,
      })
    },
    genericMissing(name: string, id: string) {
      const file = posix.join(program.app.root, id.replaceAll('.up/', '../'))
      program.notices.add({ code: 'component-missing', subject: `generic:${name}`, file: `${file}.wxml` })
    },
    wxsThrew(name: string, error: unknown) {
      const [place] = placesIn(String(Object(error).stack ?? ''), program)
      program.notices.add({ code: 'unusable-wxs', subject: name, ...place, reason: messageOf(error) })
    },
    plugin: (name: string) => program.notices.add({ code: 'unsupported', subject: `plugin ${name}` }),
  }
  // What they throw, where the stack ends in them, is an error of the program's own realm.
  const wrapped = Object.entries(host).map(([name, part]) => {
    const work = part as HostSide
    return [name, typeof part === 'function' ? own.wrap(args => work(...Array.from(args)), name) : part]
  })
  return start(Object.fromEntries(wrapped) as object, easel, adapter, own)
}
