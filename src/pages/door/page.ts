import { WxauthError } from '../../faults.ts'
import { checkKind, checkText } from '../../session/checks.ts'
import { plainCopy } from '../context/plain.ts'
import type { ShownElement } from '../engine/shown.ts'
import type { ShownPage } from '../engine/stack.ts'
import type { Launch } from '../launch.ts'
import { elementsAt, flat, inputIn, isInput, isTappable, parseTarget } from '../target.ts'
import type { Page, PageElement } from './types.ts'

interface Parts {
  readonly launch: Launch
  /** Does something with the program, and fails where the program does. */
  readonly step: <T>(work: () => Promise<T>) => Promise<T>
}

type Use = 'tap' | 'input'

/** So many elements are named where none fits. */
const mostNamed = 12

/** What a test sees of a page and does with it. */
export function pageOf(page: ShownPage, { launch, step }: Parts): Page {
  /** By the objects that the test has: an element is found again by its number. */
  const numbers = new WeakMap<object, number>()

  /** @throws WxauthError ERR_PAGE_NOT_SHOWN */
  function elements(): readonly ShownElement[] {
    const shown = launch.stack.shown()
    if (shown === page) return launch.elements()
    throw new WxauthError('ERR_PAGE_NOT_SHOWN', { page: page.route, shown: shown?.route })
  }

  function elementsFor(target: string | PageElement): readonly ShownElement[] {
    const all = elements()
    const number = typeof target === 'object' && target !== null ? numbers.get(target) : undefined
    if (number !== undefined) return all.filter(element => element.number === number)
    checkText({ what: 'target' }, 'target', target)
    return elementsAt(parseTarget(target), all)
  }

  /** @throws WxauthError ERR_NO_ELEMENT, ERR_PAGE_NOT_SHOWN, ERR_BAD_ARGUMENT */
  function elementFor(use: Use, target: string | PageElement): ShownElement {
    const found = elementsFor(target)
    const usable =
      use === 'tap'
        ? found.filter(({ isDisabled }) => !isDisabled)
        : found.flatMap(element => inputIn(element) ?? [])
    const [first] = usable
    if (first !== undefined) return first
    const fitting = elements().filter(use === 'tap' ? isTappable : isInput)
    throw new WxauthError('ERR_NO_ELEMENT', {
      target: typeof target === 'string' ? target : flat(target.text),
      page: page.route,
      use,
      isDisabled: use === 'tap' && found.length > 0,
      others: [...new Set(fitting.map(nameOf))].slice(0, mostNamed),
    })
  }

  function seen(element: ShownElement): PageElement {
    const { number, tag, id, classes, text, attributes, dataset, handlers, isDisabled, place } = element
    const one: PageElement = {
      tag,
      id,
      classes,
      text,
      attributes: plainCopy(attributes) as PageElement['attributes'],
      dataset: plainCopy(dataset) as PageElement['dataset'],
      handlers: Object.fromEntries(handlers.map(({ event, name }) => [event, name])),
      disabled: isDisabled,
      at: place,
    }
    numbers.set(one, number)
    return one
  }

  const findAll = (target: string) => elementsFor(target).map(seen)

  return {
    route: page.route,
    query: page.query,
    get text() {
      elements()
      return launch.text()
    },
    get data() {
      return plainCopy(page.engine.data()) as Page['data']
    },
    find: target => findAll(target)[0],
    findAll,
    tap: target => step(async () => launch.tap(elementFor('tap', target))),
    input: (target, text) =>
      step(async () => {
        checkKind({ what: 'typed' }, 'string', text, typeof text === 'string')
        return launch.input(elementFor('input', target), text)
      }),
  }
}

/** A target that means the element. */
function nameOf({ text, attributes, classes, tag }: ShownElement): string {
  const { placeholder } = attributes
  const words = flat(text) || (typeof placeholder === 'string' ? flat(placeholder) : '')
  if (words !== '') return words
  return classes[0] === undefined ? `tag:${tag}` : `.${classes[0]}`
}
