import { setTimeout as sleep } from 'node:timers/promises'
import type { ProfileStore } from '../../src/emulator/ports.ts'
import type { Writer } from './writers.ts'

export interface Storm {
  /** The appids whose changes were reported as kept. */
  readonly appids: readonly string[]
  readonly kills: number
  readonly reads: number
  /** How long the slowest change of this process took, in ms. */
  readonly slowest: number
}

/** Keeps five writers at work, kills and stops them at random, and reads and changes the profile meanwhile. */
export async function storm(
  startWriter: (id: string) => Writer,
  store: ProfileStore,
  isOver: (soFar: Storm) => boolean,
): Promise<Storm> {
  const appids: string[] = []
  const writing = new Set<Writer>()
  let [started, kills, reads, slowest] = [0, 0, 0, 0]

  function enlist(): void {
    started += 1
    const writer = startWriter(`w${started}`)
    writing.add(writer)
    void writer.ended.then(lines => {
      appids.push(...lines)
      writing.delete(writer)
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
    const began = performance.now()
    await store.update(profile => ({
      ...profile,
      apps: { ...profile.apps, [appid]: { name: '', scopes: {} } },
    }))
    slowest = Math.max(slowest, performance.now() - began)
    appids.push(appid)
  }

  for (let round = 1; !isOver({ appids, kills, reads, slowest }); round += 1) {
    while (writing.size < 5) enlist()
    const atWork = [...writing].filter(({ lines }) => lines.length > 0)
    const victim = atWork[Math.floor(Math.random() * atWork.length)]
    if (victim !== undefined) strike(victim)
    for (let count = 0; count < 5; count += 1) await read()
    if (round % 10 === 0) await change(`t${round}`)
  }
  const last = [...writing]
  for (const { process } of last) process.kill('SIGKILL')
  await Promise.all(last.map(({ ended }) => ended))
  return { appids, kills, reads, slowest }
}
