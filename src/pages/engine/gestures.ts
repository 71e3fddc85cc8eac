import type { Clock, Host, HostEvent, NavigationKind, Notice, PageStack } from '../ports.ts'
import { createMoves, type Moves } from './moves.ts'
import type { PageEngine } from './port.ts'
import type { ShownElement } from './shown.ts'
import { type TabBar, tabTag } from './tab-bar.ts'

interface Parts {
  readonly engine: PageEngine
  readonly host: Host
  readonly clock: Clock
  readonly stack: PageStack
  /** All elements that are shown now. */
  readonly elements: () => readonly ShownElement[]
  readonly tabBar: TabBar
  readonly observe: (event: HostEvent) => void
  readonly notice: (notice: Notice) => void
  /** What the user does goes on. */
  readonly goesOn: () => void
}

/** What a person does with an element, and what WeChat's own elements do then. */
export interface Gestures {
  readonly tap: (element: ShownElement) => void
  /** The finger stays: long enough for a long press, and to say a word. */
  readonly press: (element: ShownElement) => void
  /** Drags, swipes or scrolls, so that the event comes. */
  readonly move: Moves
  readonly input: (element: ShownElement, value: string) => void
}

export function createGestures(parts: Parts): Gestures {
  const { engine, host, clock, stack, elements, tabBar, observe, notice, goesOn } = parts
  function send(element: ShownElement, event: string, detail: unknown, isTouch: boolean): boolean {
    for (const { place, reason } of unheard(element, event, isTouch))
      notice({ code: 'handler-missing', ...place, reason })
    return engine.fire(element.number, event, detail, isTouch)
  }

  /** Methods that the event looks for and that are not there; a touch goes on to what is around the element. */
  function unheard(element: ShownElement, event: string, isTouch: boolean) {
    const missing: { readonly place: ShownElement['place']; readonly reason: string }[] = []
    for (let one: ShownElement | undefined = element; one !== undefined; one = one.parent) {
      const { number, place, handlers } = one
      const own = handlers.filter(handler => handler.event === event)
      const methods = own.filter(({ isWxs, name }) => !isWxs && name !== '').map(({ name }) => name)
      missing.push(...methods.filter(name => !engine.hears(number, name)).map(reason => ({ place, reason })))
      if (!isTouch || own.some(({ isFinal }) => isFinal)) break
    }
    return missing
  }

  const fire = (element: ShownElement, event: string, detail: unknown) =>
    void send(element, event, detail, false)

  function tap(element: ShownElement): void {
    host.tapped()
    if (element.tag === tabTag && element.is === '') {
      switchTab(element)
      return
    }
    send(element, 'touchstart', touch, true)
    send(element, 'touchend', touch, true)
    if (send(element, 'tap', touch, true)) actOn(element)
  }

  /** Official: after 350 ms it is a long press, and no tap if somebody listens to that. */
  function press(element: ShownElement): void {
    const events = heldEvents.filter(([event]) => event !== 'tap' || !isLong(element))
    for (const [event, after] of events) {
      const touched = () => {
        goesOn()
        host.tapped()
        if (send(element, event, touch, true) && event === 'tap') actOn(element)
      }
      if (after === 0) touched()
      else clock.setTimer(touched, after)
    }
  }

  function isLong(element: ShownElement): boolean {
    for (let one: ShownElement | undefined = element; one !== undefined; one = one.parent)
      if (one.handlers.some(({ event }) => event === 'longpress')) return true
    return false
  }

  function switchTab({ number }: ShownElement): void {
    const tab = tabBar.tap(number)
    if (tab !== undefined) observe({ kind: 'navigated', how: 'switchTab', page: tab.route })
  }

  /** The nearest element around that does something by itself: a tap on the text of a button is one on the button. */
  function actOn(element: ShownElement): void {
    for (let one: ShownElement | undefined = element; one !== undefined; one = one.parent) {
      const action = actions[one.tag]
      if (action === undefined || one.is !== '') continue
      if (!one.isDisabled) action(one)
      return
    }
  }

  const actions: Readonly<Record<string, (element: ShownElement) => void>> = {
    button(element) {
      const { 'open-type': openType, 'form-type': formType } = element.attributes
      if (typeof openType === 'string' && openType !== '') {
        host.openType(openType, (event, detail) => fire(element, event, detail))
      }
      if (formType === 'submit' || formType === 'reset') finishForm(element, formType)
    },
    navigator({ attributes, place }) {
      const { url, 'open-type': openType = 'navigate', delta } = attributes
      const how = navigations[String(openType)]
      if (how === undefined) return
      const failure =
        how === 'navigateBack' ? stack.back(Number(delta ?? 1)) : stack.navigate(how, String(url ?? ''))
      if (failure === undefined) {
        observe({ kind: 'navigated', how, page: stack.pages().at(-1)?.route ?? '', at: place })
      }
    },
    switch: element => toggle(element),
    checkbox: element => choose(element, 'checkbox-group', list => list),
    radio: element => choose(element, 'radio-group', list => list.at(-1)),
    picker(element) {
      const { mode = 'selector', range = [], value } = element.attributes
      const chosen = host.pick({ mode: String(mode), range: Array.isArray(range) ? range : [], value })
      void chosen.then(value => {
        if (value === undefined) return fire(element, 'cancel', {})
        engine.setValue(element.number, 'value', value)
        fire(element, 'change', { value })
      })
    },
    input: element => fire(element, 'focus', { value: heldValue(element), height: 0 }),
    textarea: element => fire(element, 'focus', { value: heldValue(element), height: 0 }),
    label(element) {
      const { for: target } = element.attributes
      const control =
        typeof target === 'string' ? elements().find(({ id }) => id === target) : controlIn(element)
      if (control !== undefined) actions[control.tag]?.(control)
    },
  }

  function toggle(element: ShownElement): void {
    const value = !isChecked(element)
    engine.setValue(element.number, 'checked', value)
    fire(element, 'change', { value })
  }

  function choose(element: ShownElement, tag: string, pick: (values: readonly unknown[]) => unknown): void {
    const group = around(element, tag)
    if (group === undefined) return
    const members = inside(group).filter(one => one.tag === element.tag)
    const isRadio = element.tag === 'radio'
    const checked = members.filter(one =>
      one === element ? isRadio || !isChecked(one) : !isRadio && isChecked(one),
    )
    for (const one of members) engine.setValue(one.number, 'checked', checked.includes(one))
    const value = pick(checked.map(one => one.attributes.value ?? ''))
    fire(group, 'change', { value })
  }

  function finishForm(element: ShownElement, kind: 'submit' | 'reset'): void {
    const form = around(element, 'form')
    if (form === undefined) return
    const named = inside(form).filter(one => typeof one.attributes.name === 'string')
    const value = Object.fromEntries(named.map(one => [String(one.attributes.name), formValue(one)]))
    fire(form, kind, kind === 'submit' ? { value, target: {} } : {})
  }

  return {
    tap,
    press,
    move: createMoves({ engine, fire }),
    input(element, value) {
      fire(element, 'focus', { value: heldValue(element), height: 0 })
      engine.setValue(element.number, 'value', value)
      fire(element, 'input', { value, cursor: value.length, keyCode: 0 })
      fire(element, 'change', { value })
      fire(element, 'blur', { value, cursor: value.length })
      fire(element, 'confirm', { value })
    },
  }
}

const touch = { x: 1, y: 1 }

/** Events of a finger that stays, with their milliseconds. */
const heldEvents = [
  ['touchstart', 0],
  ['longpress', 350],
  ['longtap', 350],
  ['touchend', 1500],
  ['tap', 1500],
] as const

const navigations: Readonly<Record<string, NavigationKind | 'navigateBack'>> = {
  navigate: 'navigateTo',
  redirect: 'redirectTo',
  switchTab: 'switchTab',
  reLaunch: 'reLaunch',
  navigateBack: 'navigateBack',
}

const controls = new Set(['switch', 'checkbox', 'radio', 'button'])
const controlIn = (label: ShownElement) => inside(label).find(({ tag }) => controls.has(tag))

function around(element: ShownElement, tag: string): ShownElement | undefined {
  for (let one = element.parent; one !== undefined; one = one.parent) if (one.tag === tag) return one
  return undefined
}

function inside(element: ShownElement): readonly ShownElement[] {
  return element.children.flatMap(child => [child, ...inside(child)])
}

const isChecked = ({ attributes }: ShownElement) => attributes.checked === '' || Boolean(attributes.checked)
const heldValue = ({ attributes }: ShownElement) => attributes.value ?? ''

function formValue(element: ShownElement): unknown {
  if (element.tag === 'switch') return isChecked(element)
  const checked = inside(element).filter(isChecked)
  if (element.tag === 'checkbox-group') return checked.map(heldValue)
  if (element.tag === 'radio-group') return checked.map(heldValue).at(0) ?? ''
  return heldValue(element)
}
