import { setTimeout as sleep } from 'node:timers/promises'
import type { ProfileStore } from '../../src/emulator/ports.ts'
import type { Writer } from './writers.ts'

export interface Storm {
  /** The appids that were reported as saved. */
  readonly reports: readonly string[]
  readonly kills: number
  readonly reads: number
  /** How long the slowest change of this process took, in ms. */
  readonly slowest: number
}

/** Keeps five writers running, kills and stops them at random, and reads and changes the profile meanwhile. */
export async function storm(
  startWriter: (id: string) => Writer,
  store: ProfileStore,
  isOver: (soFar: Storm) => boolean,
): Promise<Storm> {
  const reports: string[] = []
  const running = new Set<Writer>()
  let [starts, kills, reads, slowest] = [0, 0, 0, 0]

  function addWriter(): void {
    starts += 1
    const writer = startWriter(`w${starts}`)
    running.add(writer)
    void writer.end.then(lines => {
      reports.push(...lines)
      running.delete(writer)
    })
  }
  function strike({ process }: Writer): void {
    if (Math.random() < 0.7) {
      process.kill('SIGKILL')
      kills += 1
    } else {
      process.kill('SIGSTOP')
      void sleep(Math.random() * 200).then(() => process.kill('SIGCONT'))
    }
  }
  async function read(): Promise<void> {
    store.read()
    reads += 1
    await sleep(Math.random() * 6)
  }
  async function change(appid: string): Promise<void> {
    const start = performance.now()
    await store.update(profile => ({
      ...profile,
      apps: { ...profile.apps, [appid]: { name: '', scopes: {} } },
    }))
    slowest = Math.max(slowest, performance.now() - start)
    reports.push(appid)
  }

  for (let round = 1; !isOver({ reports, kills, reads, slowest }); round += 1) {
    while (running.size < 5) addWriter()
    const candidates = [...running].filter(({ lines }) => lines.length > 0)
    const victim = candidates[Math.floor(Math.random() * candidates.length)]
    if (victim !== undefined) strike(victim)
    for (let count = 0; count < 5; count += 1) await read()
    if (round % 10 === 0) await change(`t${round}`)
  }
  const last = [...running]
  for (const { process } of last) process.kill('SIGKILL')
  await Promise.all(last.map(({ end }) => end))
  return { reports, kills, reads, slowest }
}
