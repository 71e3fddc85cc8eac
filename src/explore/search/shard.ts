/** A part of the pages: the second of three is `{ index: 2, of: 3 }`. */
export interface Shard {
  readonly index: number
  readonly of: number
}

/** The shard of `2/3`; `undefined` if it is none. */
export function parseShard(word: string): Shard | undefined {
  const [, index, of] = /^([1-9]\d*)\/([1-9]\d*)$/.exec(word) ?? []
  const shard = { index: Number(index), of: Number(of) }
  return shard.index <= shard.of ? shard : undefined
}

/** The pages of a shard: neighbours are often alike, so they are dealt out like cards. */
export function pagesOfShard(pages: readonly string[], { index, of }: Shard): readonly string[] {
  return pages.filter((_page, at) => at % of === index - 1)
}
