import type { Params } from '../../../catalogue/api.ts'
import { callLater, nothings, type Row, type RowHost, type Rows } from '../row.ts'
import { canvas } from './canvas.ts'
import { chain } from './chain.ts'

/** Everything is as large as this, as nothing is drawn. */
const box = { left: 0, top: 0, right: 375, bottom: 100, width: 375, height: 100 }

/** What the context of an `<editor>` can do. */
const editor: Rows = Object.fromEntries(
  'blur clear format getContents getSelectionText insertDivider insertImage insertText redo removeFormat scrollIntoView setContents undo'
    .split(' ')
    .map(name => [name, { answer: () => ({}), quiet: true }]),
)

/** A canvas and a `<scroll-view>` in one, as the query does not look at the page. */
function nodeOf(host: RowHost): object {
  return { ...canvas(host), ...host.objectOf(nothings(['scrollTo', 'scrollIntoView'])) }
}

/** `wx.createSelectorQuery()` */
export function selectorQuery(host: RowHost): object {
  const reads: { readonly result: unknown; readonly callback: unknown }[] = []

  const read = (result: (params: Params) => unknown, hasOptions: boolean): Row => ({
    plain(_host, first, second) {
      const params = hasOptions && typeof first === 'object' && first !== null ? (first as Params) : {}
      reads.push({ result: result(params), callback: hasOptions ? second : first })
      return query
    },
  })

  /** `selectAll` reads a list. */
  const select = (found: (one: unknown) => unknown) =>
    chain(host, ['select', 'selectAll', 'selectViewport', 'in'], readingOf(found))

  function fields({ node, size, rect, scrollOffset, dataset, id }: Params) {
    return {
      ...(rect === true ? { left: box.left, top: box.top, right: box.right, bottom: box.bottom } : {}),
      ...(size === true || rect === true ? { width: box.width, height: box.height } : {}),
      ...(scrollOffset === true ? { scrollLeft: 0, scrollTop: 0 } : {}),
      ...(dataset === true ? { dataset: {} } : {}),
      ...(id === true ? { id: '' } : {}),
      ...(node === true ? { node: nodeOf(host) } : {}),
    }
  }

  const readingOf = (found: (one: unknown) => unknown): Rows => ({
    boundingClientRect: read(() => found({ id: '', dataset: {}, ...box }), false),
    scrollOffset: read(() => found({ id: '', dataset: {}, scrollLeft: 0, scrollTop: 0 }), false),
    fields: read(params => found(fields(params)), true),
    node: read(() => found({ node: nodeOf(host) }), false),
    context: read(() => found({ context: host.objectOf(editor) }), false),
  })

  const query: object = host.objectOf({
    in: { plain: () => query },
    select: { plain: () => select(one => one) },
    selectAll: { plain: () => select(one => [one]) },
    selectViewport: { plain: () => select(one => one) },
    exec: {
      plain(_host, callback) {
        const done = reads.splice(0)
        for (const { result, callback } of done) callLater(host, callback, result)
        callLater(
          host,
          callback,
          done.map(({ result }) => result),
        )
        return query
      },
    },
  })
  return query
}
