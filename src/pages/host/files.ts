/** Files that exist only here: temporary ones, and those that the program writes below `wx.env.USER_DATA_PATH`. */
export interface Files {
  /** A new temporary file of this kind: `jpg`. */
  readonly temporary: (extension: string, size?: number) => string
  readonly has: (path: string) => boolean
  readonly isDirectory: (path: string) => boolean
  readonly sizeOf: (path: string) => number
  /** `undefined` if there is no such file. */
  readonly read: (path: string) => Uint8Array | undefined
  readonly write: (path: string, content: Uint8Array) => void
  readonly remove: (path: string) => boolean
  readonly makeDirectory: (path: string) => void
  /** What is right below a folder. */
  readonly list: (path: string) => readonly string[]
  /** Moves a temporary file to where it stays. @returns its new path */
  readonly save: (path: string, to?: string) => string
  readonly saved: () => readonly string[]
}

export const userFolder = 'wxfile://usr'
const storeFolder = 'wxfile://store_'

export function createFiles(): Files {
  const contents = new Map<string, Uint8Array>()
  /** Temporary files have a size, but nothing in them that the program could read. */
  const sizes = new Map<string, number>()
  const folders = new Set([userFolder])
  let count = 0

  const trimmed = (path: string) => path.replace(/\/+$/, '')
  const read = (path: string) =>
    contents.get(path) ?? (sizes.has(path) ? new Uint8Array(sizes.get(path) ?? 0) : undefined)

  function remove(path: string): boolean {
    const isThere = contents.delete(path)
    return sizes.delete(path) || isThere || folders.delete(trimmed(path))
  }

  return {
    temporary(extension, size = 1024) {
      count += 1
      const path = `wxfile://tmp_wxauth_${count}.${extension}`
      sizes.set(path, size)
      return path
    },
    has: path => contents.has(path) || sizes.has(path) || folders.has(trimmed(path)),
    isDirectory: path => folders.has(trimmed(path)),
    sizeOf: path => contents.get(path)?.byteLength ?? sizes.get(path) ?? 0,
    read,
    write(path, content) {
      contents.set(path, content)
    },
    remove,
    makeDirectory(path) {
      folders.add(trimmed(path))
    },
    list(path) {
      const below = `${trimmed(path)}/`
      const names = [...contents.keys(), ...sizes.keys(), ...folders]
        .filter(name => name.startsWith(below))
        .map(name => name.slice(below.length).split('/')[0] ?? '')
      return [...new Set(names)]
    },
    save(path, to) {
      count += 1
      const extension = /\.\w+$/.exec(path)?.[0] ?? ''
      const target = to ?? `${storeFolder}${count}${extension}`
      contents.set(target, read(path) ?? new Uint8Array())
      remove(path)
      return target
    },
    saved: () => [...contents.keys()].filter(path => path.startsWith(storeFolder)),
  }
}

/** The kind of file that a URL or a path names, if it says so. */
export function extensionOf(path: string, other: string): string {
  const [name = ''] = path.split(/[?#]/)
  return /\.(\w{2,5})$/.exec(name)?.[1]?.toLowerCase() ?? other
}
