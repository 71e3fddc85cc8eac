// Runs inside each context, as text, beside the engine's own files: pages and components of the program, and what a
// person sees of them. `host` holds functions of wxauth, which stay in this closure.
;(host, easel, adapter, realm) => {
  // The program reads `caller` and `arguments` of sloppy functions that call it, and these have values of the host.
  // biome-ignore lint/suspicious/noRedundantUseStrict: the file is no module, it is evaluated as text
  'use strict'
  const { Element, Event, globalOptions } = easel
  const { setTimeout, clearTimeout } = globalThis
  const later = work => setTimeout(work, 0)
  // Methods that `onLoad` assigns to `this` hear events, too.
  globalOptions.useMethodCallerListeners = true
  // A property named `dataset` would hide the element's own.
  globalOptions.writeFieldsToNode = false
  globalOptions.throwGlobalError = false
  easel.addGlobalErrorListener((error, method, unit) => {
    if (method === '[prepare]') host.unusable(String(unit), error.message)
    else host.threw(error)
    return false
  })
  easel.addGlobalWarningListener(() => false)

  const env = new adapter.MiniProgramEnv()
  const backend = env.associateBackend(new easel.EmptyBackendContext())
  const space = env.createCodeSpace('', true)
  const waiting = []
  /** What hooks learn about an element: handlers, attributes, place; by the element. */
  const facts = new WeakMap()
  const byNumber = new Map()
  let numbers = 0

  function nextNumber() {
    numbers += 1
    return numbers
  }

  function factsOf(element) {
    const known = facts.get(element)
    if (known !== undefined) return known
    const made = {
      number: nextNumber(),
      handlers: [],
      attributes: Object.create(null),
      models: Object.create(null),
      mark: '',
    }
    facts.set(element, made)
    byNumber.set(made.number, element)
    return made
  }

  // --- Hooks into compiled templates -------------------------------------------------------------------------------

  const appearing = new Set(['camera', 'editor', 'map', 'live-pusher', 'voip-room'])
  const hooked = new WeakSet()
  const wxsListeners = new WeakSet()
  function hook(wrapper) {
    if (hooked.has(wrapper)) return
    hooked.add(wrapper)
    const { v: listen, r: attribute, m: mark } = wrapper
    wrapper.m = (element, name, value) => {
      if (name !== host.placeMark) return mark(element, name, value)
      factsOf(element).mark = String(value)
      if (appearing.has(element.is)) host.madeAppearing()
      return undefined
    }
    wrapper.v = (element, event, handler, isFinal, isMutated, isCapture, ...rest) => {
      const { handlers } = factsOf(element)
      const at = handlers.findIndex(one => one.event === event && one.isCapture === isCapture)
      if (typeof handler === 'function') wxsListeners.add(handler)
      const name = typeof handler === 'function' ? handler.name : handler == null ? '' : String(handler)
      const isWxs = typeof handler === 'function'
      const entry = { event, name, isFinal, isMutated, isCapture, isWxs }
      if (at >= 0) handlers[at] = entry
      else handlers.push(entry)
      return listen(element, event, handler, isFinal, isMutated, isCapture, ...rest)
    }
    wrapper.r = (element, name, value, model, ...rest) => {
      const known = factsOf(element)
      known.attributes[name] = value
      if (model) known.models[name] = model
      return attribute(element, name, value, model, ...rest)
    }
    wrapper.eventListenerWrapper = (caller, event, listener) => {
      const shown = eventOf(event)
      if (!wxsListeners.has(listener)) realm.call(listener, caller, [shown])
      else {
        shown.instance = descriptorOf(event.currentTarget)
        realm.call(listener, caller, [shown, descriptorOf(caller)])
      }
      return undefined
    }
  }

  function eventOf(event) {
    const mark = Object.assign({}, event.mark)
    delete mark[host.placeMark]
    return Object.assign({}, event.extraFields, {
      type: event.type,
      timeStamp: event.timeStamp,
      target: targetOf(event.target),
      currentTarget: targetOf(event.currentTarget),
      mark,
      detail: event.detail === undefined ? {} : event.detail,
    })
  }

  const targetOf = target => ({
    id: target.id || '',
    offsetLeft: 0,
    offsetTop: 0,
    dataset: Object.assign({}, target.dataset),
  })

  // What wxs has instead of `this`: the element, or the component around it. Styles are not evaluated.
  const states = new WeakMap()
  function descriptorOf(thing) {
    const caller = thing?._$ ? thing : undefined
    const key = caller === undefined ? thing : caller._$
    const itself = () => descriptor
    const descriptor = {
      getState() {
        if (!states.has(key)) states.set(key, {})
        return states.get(key)
      },
      getDataset: () => Object.assign({}, thing.dataset),
      callMethod(name, detail) {
        const owner = caller === undefined ? thing.ownerShadowRoot.getHostNode().getMethodCaller() : caller
        return realm.call(owner[name], owner, [detail])
      },
      triggerEvent(name, detail) {
        Event.dispatchEvent(key, new Event(name, detail))
      },
      selectComponent(selector) {
        const found = caller === undefined ? null : caller._$.getShadowRoot().querySelector(selector)
        return found === null ? undefined : descriptorOf(found)
      },
      selectAllComponents(selector) {
        return caller === undefined
          ? []
          : caller._$.getShadowRoot().querySelectorAll(selector).map(descriptorOf)
      },
      requestAnimationFrame: work => setTimeout(work, 16),
      setTimeout: (work, ms) => setTimeout(work, ms),
      clearTimeout: id => clearTimeout(id),
      getBoundingClientRect: () => ({ left: 0, top: 0, right: 0, bottom: 0, width: 0, height: 0 }),
      getComputedStyle: () => ({}),
      hasClass: name =>
        String(thing.class || '')
          .split(' ')
          .includes(name),
      setStyle: itself,
      addClass: itself,
      removeClass: itself,
    }
    return descriptor
  }

  // --- Templates ---------------------------------------------------------------------------------------------------

  const builtInMethods = new Set(
    [Object, String, Number, Boolean, Array].flatMap(({ prototype }) =>
      Object.values(Object.getOwnPropertyDescriptors(prototype)).map(({ value }) => value),
    ),
  )
  const groups = Object.create(null)
  const wxs = Object.create(null)
  const wxsModules = Object.create(null)
  const helpers = {
    X: value => (value == null ? Object.create(null) : value),
    Y: value => (value == null ? '' : String(value)),
    Z: (tree, key) => (tree === true ? true : tree ? tree[key] : undefined),
    // A script that throws leaves the rest of the template as it is.
    // WXML knows functions of wxs only: a method of a text or a list gives nothing.
    P: value =>
      typeof value === 'function' && !builtInMethods.has(value)
        ? (...args) => realm.call(value, undefined, args)
        : () => undefined,
    Q: {
      a: list => list.find(Boolean),
      b: object => Object.values(object).find(Boolean),
      // Later, as on the phone: what the script looks for may not be there yet.
      A: listener => (value, before, host, element) =>
        later(() =>
          realm.call(listener, null, [
            value,
            before,
            descriptorOf(host.getMethodCaller()),
            descriptorOf(element),
          ]),
        ),
      B: value => value,
    },
  }

  function loadWxs(name) {
    const module = wxsModules[name]
    if (module === undefined) return {}
    if (!module.isLoaded) {
      module.isLoaded = true
      const require = request => loadWxs(joined(name, String(request)))
      try {
        module.run.call(null, require, module.exports, module)
      } catch (error) {
        host.wxsThrew(name, error)
      }
    }
    return module.exports
  }

  function joined(from, request) {
    const parts = request[0] === '/' ? [] : from.split('/').slice(0, -1)
    for (const part of request.replace(/\.wxs$/, '').split('/')) {
      if (part === '..') parts.pop()
      else if (part !== '' && part !== '.') parts.push(part)
    }
    return parts.join('/')
  }

  function defineWxs(name, run) {
    wxsModules[name] = { exports: {}, run, isLoaded: false }
    return () => loadWxs(name)
  }

  /** A script that is missing is empty. */
  const scriptTable = new Proxy(wxs, { get: (table, name) => table[name] || (() => ({})) })

  function addTemplate(name, make) {
    if (groups[name] !== undefined) return
    const { X, Y, Z, P, Q } = helpers
    groups[name] = make(groups, scriptTable, defineWxs, X, Y, Z, P, Q)
  }

  function addWxs(name, make) {
    if (wxs[name] === undefined)
      wxs[name] = defineWxs(name, (require, exports, module) => make(require, module, exports))
  }

  function templateOf(name) {
    const group = groups[name]
    if (group === undefined) return undefined
    const content = part => {
      const generate = group(part)
      if (part !== '' || generate === undefined) return generate
      return (wrapper, ...rest) => {
        hook(wrapper)
        return generate(wrapper, ...rest)
      }
    }
    return { groupList: groups, content, fallbackListenerOnNativeNode: true }
  }

  // --- Pages and components ----------------------------------------------------------------------------------------

  let unit
  const registered = new Set()
  /** Those that no script defined, and those whose definition may lack parts. */
  const [undefinedUnits, partial] = [new Set(), new Set()]
  /** Names of the functions that pages and components define, by their unit. */
  const methods = Object.create(null)
  /** Tags of components that are not there, by the unit that uses them. */
  const missingTags = Object.create(null)
  const functionsIn = definition =>
    Object.keys(Object(definition)).filter(name => typeof definition[name] === 'function')

  const { selectComponent } = adapter.component.ComponentCaller.prototype
  const common = space
    .behavior()
    .definition({
      lifetimes: {
        attached() {
          waiting.push(this)
          host.attached()
        },
      },
      methods: {
        selectComponent(selector, behavior) {
          const found = selectComponent.call(this, selector, behavior)
          if (found !== null) return found
          const element = this._$.getShadowRoot().querySelector(selector)
          return element && missingTags[this._$.is]?.includes(element.is) ? realm.lost() : null
        },
        getTabBar() {
          return host.tabBar(this)
        },
        getPageId() {
          return host.pageId(this)
        },
        getOpenerEventChannel() {
          return host.channelOf(this)
        },
        animate() {},
        clearAnimation() {},
        applyAnimation() {},
        setUpdatePerformanceListener() {},
        setPassiveEvent() {},
      },
    })
    .register()
  space.setOverallBehavior(common._$)

  const field = { name: String, value: null }
  const builtIn = {
    'wx://form-field': space.behavior().definition({ properties: field }).register(),
    'wx://form-field-group': space.behavior().definition({}).register(),
    'wx://form-field-button': space.behavior().definition({}).register(),
    'wx://component-export': space.behavior().definition({}).register(),
  }

  // The engine takes the component without a name where a generic is none: it shows nothing.
  const nothing = ''
  space
    .component(nothing)
    .definition({
      lifetimes: {
        attached() {
          const { tagName, ownerShadowRoot } = this._$
          host.genericMissing(tagName, ownerShadowRoot.getHostNode().is)
        },
      },
    })
    .register()

  function behaviorsOf(definition) {
    const { behaviors } = definition
    if (!Array.isArray(behaviors)) return definition
    const usable = behaviors.map(one => (typeof one === 'string' ? builtIn[one] : one)).filter(one => one?._$)
    return Object.assign({}, definition, { behaviors: usable })
  }

  function register(define) {
    if (unit === undefined || registered.has(unit)) return undefined
    registered.add(unit)
    return define(space.component(unit))
  }

  realm.define('Page', function Page(definition) {
    methods[unit] = functionsIn(definition)
    register(builder =>
      builder.pageDefinition(behaviorsOf(Object.assign({ data: {} }, definition))).register(),
    )
  })
  realm.define('Component', function Component(definition) {
    if (definition === undefined) return space.component(unit)
    methods[unit] = functionsIn(definition.methods)
    return register(builder => builder.definition(behaviorsOf(Object.assign({}, definition))).register())
  })
  realm.define('Behavior', function Behavior(definition) {
    return space
      .behavior()
      .definition(behaviorsOf(Object.assign({}, definition)))
      .register()
  })

  /**
   * Runs a unit's script, during which it defines itself; one that does not is empty.
   * @param run tells whether all modules of the script were there
   * @param missing tags of components that are not there
   */
  function defineUnit(id, config, template, run, missing) {
    if (registered.has(id)) return
    missingTags[id] = missing
    const before = unit
    unit = id
    try {
      space.addComponentStaticConfig(id, config)
      const compiled = template === '' ? undefined : templateOf(template)
      if (compiled !== undefined) space.addCompiledTemplate(id, compiled)
      if (run !== undefined && !run()) partial.add(id)
      if (!registered.has(id)) {
        undefinedUnits.add(id)
        host.notDefined(id)
        register(builder => builder.definition({}).register())
      }
    } finally {
      unit = before
    }
  }

  let app
  let early
  realm.define('App', function App(definition) {
    app = Object.assign(early === undefined ? {} : early, definition)
    return app
  })
  realm.define('getApp', function getApp(options) {
    if (app !== undefined) return app
    if (options?.allowDefault) {
      early = early === undefined ? {} : early
      return early
    }
    return undefined
  })
  realm.define('getCurrentPages', function getCurrentPages() {
    const list = []
    for (let at = 0; at < host.pageCount(); at += 1) list.push(host.pageAt(at))
    return list
  })
  realm.define('requirePlugin', function requirePlugin(name) {
    host.plugin(String(name))
    return realm.inert()
  })
  realm.define('requireMiniProgram', function requireMiniProgram() {
    return realm.inert()
  })

  function callMethod(self, name, args) {
    return self == null ? undefined : realm.call(self[name], self, args)
  }

  function open(url, route, query) {
    const root = backend.createRoot('page', space, url)
    const component = root.getComponent()
    const instance = root.get()
    Object.assign(instance, { route, __route__: route, options: query, __displayReporter: undefined })
    return {
      instance,
      component,
      attach: () => Element.pretendAttached(component),
      lifetime: name => component.triggerPageLifetime(name, []),
      resize: size => component.triggerPageLifetime('resize', [size]),
      release: () => root.release(),
    }
  }

  /** Components that were attached since: the inner ones are ready first. */
  function readyAll() {
    const ready = waiting.splice(0).reverse()
    for (const caller of ready) {
      const component = caller._$
      if (component && Element.isAttached(component)) component.triggerLifetime('ready', [])
    }
  }

  // --- What is shown -----------------------------------------------------------------------------------------------

  function tree(component) {
    return childrenOf(component)
  }

  function childrenOf(element) {
    const list = []
    element.forEachComposedChild(child => {
      add(child, list)
    })
    return list
  }

  function add(node, list) {
    if (easel.TextNode.isTextNode(node)) {
      list.push({ text: String(node.textContent) })
      return
    }
    const isComponent = easel.Component.isComponent(node)
    if (isComponent && node.is === nothing) return
    if (!isComponent && !easel.NativeNode.isNativeNode(node)) {
      for (const child of childrenOf(node)) list.push(child)
      return
    }
    const known = factsOf(node)
    list.push({
      number: known.number,
      tag: isComponent ? node.tagName : node.is,
      is: isComponent ? node.is : '',
      owner: node.ownerShadowRoot ? node.ownerShadowRoot.getHostNode().is : '',
      id: node.id || '',
      classes: node.class || '',
      mark: known.mark,
      attributes: known.attributes,
      dataset: node.dataset || {},
      handlers: known.handlers,
      children: childrenOf(node),
    })
  }

  const tapFields = () => {
    const touch = { identifier: 0, pageX: 1, pageY: 1, clientX: 1, clientY: 1, force: 1 }
    return { touches: [touch], changedTouches: [Object.assign({}, touch)] }
  }

  /** @param isTouch touch events bubble through all components; others stay on their element */
  function fire(number, name, detail, isTouch) {
    const element = byNumber.get(number)
    if (element === undefined) return false
    const options = { bubbles: isTouch, composed: isTouch, capturePhase: isTouch }
    if (isTouch) options.extraFields = tapFields()
    const event = new Event(name, detail, options)
    Event.dispatchEvent(element, event)
    return !event.defaultPrevented()
  }

  /** `model:value`: what the person typed goes into the data, too. */
  function model(number, name, value) {
    const element = byNumber.get(number)
    if (element === undefined) return
    factsOf(element).attributes[name] = value
    if (!easel.NativeNode.isNativeNode(element)) return
    const listener = element.getModelBindingListeners()[name]
    if (listener !== undefined) listener(value)
  }

  return {
    addTemplate,
    addWxs,
    defineUnit,
    isDefined: id => registered.has(id) && !undefinedUnits.has(id),
    app: () => app,
    /** Pages go on without an app: what they need of one that threw has no effect. */
    makeApp: isBroken => {
      if (app === undefined) app = isBroken ? realm.inert(early) : {}
    },
    callMethod,
    methodsOf: instance => methods[instance._$.is] || [],
    /** Whether the page or component around an element has a method of this name, or may have it. */
    hears(number, name) {
      const owner = byNumber.get(number)?.ownerShadowRoot?.getHostNode()
      if (undefinedUnits.has(owner?.is) || partial.has(owner?.is)) return true
      return typeof owner?.getMethodCaller()?.[name] === 'function'
    },
    open,
    readyAll,
    tree,
    fire,
    model,
    isAttached: number => byNumber.has(number) && Element.isAttached(byNumber.get(number)),
    forget: () => {
      for (const [number, element] of byNumber) if (!Element.isAttached(element)) byNumber.delete(number)
    },
    select: (instance, selector) => instance.selectComponent(selector),
    dataOf: instance => instance.data,
  }
}
