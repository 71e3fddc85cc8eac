import type { CustomReply } from '../../catalogue/api.ts'
import { shortName, withoutPrefix } from '../../catalogue/catalogue.ts'
import { WxauthError } from '../../faults.ts'
import { checkKind, checkObject } from '../../session/checks.ts'
import { nearest } from '../../text/nearest.ts'

/** What APIs answer instead of the dull data of the host, by name and, where there are several, by URL. */
export interface Fixtures {
  readonly replyOf: (api: string, params: Readonly<Record<string, unknown>>) => CustomReply | undefined
  /** The replies that hold for every call of an API, by its name as it is written in the fixtures. */
  readonly replies: Readonly<Record<string, CustomReply>>
}

interface Row {
  readonly matches: (text: string) => boolean
  readonly reply: CustomReply
}

/** The options that name what a call wants: the URL of a request, the name of a cloud function. */
const named = ['url', 'name', 'path', 'fileID', 'cloudPath']

/**
 * @param fixtures `{ "wx.login": { "code": "1" }, "wx.request": [{ "url": "*\/api/shops*", "reply": { … } }] }`
 * @param names of all APIs, without `wx.`
 * @throws WxauthError ERR_BAD_ARGUMENT, ERR_UNKNOWN_API
 */
export function fixturesOf(fixtures: unknown = {}, names: readonly string[]): Fixtures {
  checkObject('fixtures', 'object', fixtures)
  const byApi = new Map<string, readonly Row[]>()
  const replies: Record<string, CustomReply> = {}
  for (const [api, value] of Object.entries(fixtures)) {
    checkName(api, names)
    if (Array.isArray(value))
      byApi.set(
        withoutPrefix(api),
        value.map(row => rowOf(api, row)),
      )
    else {
      checkObject(`fixtures["${api}"]`, 'object', value)
      replies[api] = value
      byApi.set(withoutPrefix(api), [{ matches: () => true, reply: value }])
    }
  }
  return {
    replies,
    replyOf(api, params) {
      const rows = byApi.get(withoutPrefix(api))
      if (rows === undefined) return undefined
      const name = named.map(key => params[key]).find(value => typeof value === 'string')
      return rows.find(({ matches }) => matches(String(name ?? '')))?.reply
    },
  }
}

/** The cloud has too many things to name. */
function checkName(api: string, names: readonly string[]): void {
  const name = shortName(api)
  if (name.startsWith('cloud.') || names.includes(name)) return
  throw new WxauthError('ERR_UNKNOWN_API', { api, near: nearest(name, names, withoutPrefix) })
}

function rowOf(api: string, row: unknown): Row {
  const place = `fixtures["${api}"]`
  checkObject(place, 'object', row)
  const { url = '*', reply } = row
  checkKind(`${place}.url`, 'string', url, typeof url === 'string')
  checkObject(`${place}.reply`, 'object', reply)
  return { matches: patternOf(String(url)), reply }
}

/** `*` stands for any text. Each part is looked for once: a regular expression with many of them takes for ever. */
function patternOf(pattern: string): (text: string) => boolean {
  const [first = '', ...parts] = pattern.split('*')
  const last = parts.pop()
  if (last === undefined) return text => text === first
  return text => {
    let at = text.startsWith(first) ? first.length : -1
    for (const part of parts) {
      const found = at === -1 ? -1 : text.indexOf(part, at)
      at = found === -1 ? -1 : found + part.length
    }
    return at !== -1 && at + last.length <= text.length && text.endsWith(last)
  }
}
