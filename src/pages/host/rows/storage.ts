import type { Option, Params } from '../../../catalogue/api.ts'
import { listOf, type Row, type RowAnswer, type RowHost, type Rows } from '../row.ts'
import { mostKilobytes } from '../storage.ts'

const requiredText: Option = { types: ['String'], required: true }
const key = { key: requiredText }

/** The promise and the `Sync` function of one thing; what fails is thrown by the latter. */
function both(
  name: string,
  row: { readonly needsKey?: true; readonly toParams: (args: readonly unknown[]) => Params },
  answer: (params: Params, host: RowHost) => RowAnswer,
  value: (answer: RowAnswer) => unknown,
): Rows {
  const asynchronous: Row = { answer, quiet: true, ...(row.needsKey ? { options: key } : {}) }
  return {
    [name]: asynchronous,
    [`${name}Sync`]: {
      plain(host, ...args) {
        const params = row.toParams(args)
        if (row.needsKey && typeof params.key !== 'string') {
          throw new Error(`${name}Sync:fail parameter error: parameter should be String`)
        }
        const result = answer(params, host)
        if (typeof result.errMsg === 'string' && value !== noData)
          throw new Error(`${name}Sync:${result.errMsg}`)
        return value(result)
      },
    },
  }
}

/** `getStorageSync` of a key that is not there returns an empty string. */
const noData = (answer: RowAnswer) => (typeof answer.errMsg === 'string' ? '' : answer.data)
const none = () => undefined

function stored({ key, data }: Params, { storage, realm }: RowHost): RowAnswer {
  const failure = storage.set(String(key), realm.plain(data))
  return failure === undefined ? {} : { errMsg: failure }
}

function load({ key }: Params, { storage, realm }: RowHost): RowAnswer {
  const name = String(key)
  return storage.has(name) ? { data: realm.copy(storage.get(name)) } : { errMsg: 'fail data not found' }
}

function info(_params: Params, { storage }: RowHost): RowAnswer {
  return { keys: storage.keys(), currentSize: storage.size(), limitSize: mostKilobytes }
}

function storeAll({ kvList }: Params, host: RowHost): RowAnswer {
  const answers = listOf(kvList).map(row => {
    const { key, value } = (row ?? {}) as { readonly key?: unknown; readonly value?: unknown }
    return stored({ key, data: value }, host)
  })
  return answers.find(({ errMsg }) => errMsg !== undefined) ?? {}
}

function loadAll({ keyList }: Params, host: RowHost): RowAnswer {
  return { data: listOf(keyList).map(key => load({ key }, host).data) }
}

export const storageRows: Rows = {
  ...both('setStorage', { needsKey: true, toParams: ([key, data]) => ({ key, data }) }, stored, none),
  ...both('getStorage', { needsKey: true, toParams: ([key]) => ({ key }) }, load, noData),
  ...both(
    'removeStorage',
    { needsKey: true, toParams: ([key]) => ({ key }) },
    ({ key }, { storage }) => {
      storage.remove(String(key))
      return {}
    },
    none,
  ),
  ...both(
    'clearStorage',
    { toParams: () => ({}) },
    (_params, { storage }) => {
      storage.clear()
      return {}
    },
    none,
  ),
  ...both('getStorageInfo', { toParams: () => ({}) }, info, answer => answer),
  ...both('batchSetStorage', { toParams: ([kvList]) => ({ kvList }) }, storeAll, none),
  ...both('batchGetStorage', { toParams: ([keyList]) => ({ keyList }) }, loadAll, ({ data }) => data),
}
