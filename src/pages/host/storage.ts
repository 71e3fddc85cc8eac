/** What `wx.getStorage` and its sisters hold. Values are plain copies. */
export interface Storage {
  readonly has: (key: string) => boolean
  readonly get: (key: string) => unknown
  /** @returns how it fails */
  readonly set: (key: string, value: unknown) => string | undefined
  readonly remove: (key: string) => void
  readonly clear: () => void
  readonly keys: () => readonly string[]
  readonly all: () => Readonly<Record<string, unknown>>
  /** In kilobytes, rounded up. */
  readonly size: () => number
}

/** "The maximum data length of a single key is 1 MB, and the maximum of all data is 10 MB." */
const mostOfKey = 1024 * 1024
export const mostKilobytes = 10 * 1024

/** @param guess what keys hold that nobody has written */
export function createStorage(start: Readonly<Record<string, unknown>>, guess?: () => unknown): Storage {
  const values = new Map<string, unknown>(Object.entries(start))
  const sizes = new Map([...values].map(([key, value]) => [key, sizeOf(key, value)]))
  const total = () => [...sizes.values()].reduce((sum, size) => sum + size, 0)

  return {
    has: key => guess !== undefined || values.has(key),
    get: key => (guess !== undefined && !values.has(key) ? guess() : values.get(key)),
    set(key, value) {
      const size = sizeOf(key, value)
      if (size > mostOfKey) return 'fail entry size limit reached'
      if (total() - (sizes.get(key) ?? 0) + size > mostKilobytes * 1024) {
        return 'fail exceed storage max size 10Mb'
      }
      values.set(key, value)
      sizes.set(key, size)
      return undefined
    },
    remove(key) {
      values.delete(key)
      sizes.delete(key)
    },
    clear() {
      values.clear()
      sizes.clear()
    },
    keys: () => [...values.keys()],
    all: () => Object.fromEntries(values),
    size: () => Math.ceil(total() / 1024),
  }
}

function sizeOf(key: string, value: unknown): number {
  return Buffer.byteLength(key) + Buffer.byteLength(textIn(value))
}

/** A value that contains itself has no text; the phone refuses it elsewhere. */
function textIn(value: unknown): string {
  try {
    return JSON.stringify(value) ?? ''
  } catch {
    return ''
  }
}
