/**
 * Gives items to workers, each the next one when it is done with the last. The results come in the order of the items,
 * whoever made them.
 * @param done sees each result when it comes
 */
export async function shareOut<Item, Result>(
  items: readonly Item[],
  workers: readonly ((item: Item) => Promise<Result>)[],
  done: (result: Result) => void = () => {},
): Promise<readonly Result[]> {
  const results = new Map<number, Result>()
  const left = [...items.entries()]
  const work = async (worker: (item: Item) => Promise<Result>) => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) {
      const [at, item] = next
      const result = await worker(item)
      results.set(at, result)
      done(result)
    }
  }
  await Promise.all(workers.map(work))
  return [...results].toSorted(([a], [b]) => a - b).map(([, result]) => result)
}
