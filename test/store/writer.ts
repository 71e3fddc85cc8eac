// One of many processes that use a profile: node writer.mjs <act> <directory> <id> <number> <patience>
import { writeSync } from 'node:fs'
import process from 'node:process'
import { hostOf } from '../../src/locks/host.ts'
import { emptyProfile, withDecision } from '../../src/machine/profile.ts'
import { confStore } from '../../src/store/conf-store.ts'

const [act, directory = '', id = '', number = '0', patience = '0'] = process.argv.slice(2)
const store = confStore({
  directory,
  name: 'default',
  host: hostOf(process),
  patience: Number(patience),
})
const print = (line: string) => writeSync(1, `${line}\n`)
const decide = (appid: string) =>
  store.update(profile =>
    withDecision(profile, { appid, name: id }, 'scope.camera', {
      state: 'accepted',
      at: '2026-01-31T08:00:00.000Z',
      by: 'set',
    }),
  )

/** Prints `locked` as soon as it has the lock. */
async function change(meanwhile: () => unknown): Promise<void> {
  let runs = 0
  await store.update(profile => {
    runs += 1
    if (runs > 1) {
      print('locked')
      meanwhile()
    }
    return { ...profile, apps: { ...profile.apps, [id]: { name: id, scopes: {} } } }
  })
  print(id)
}

const acts: Readonly<Record<string, () => Promise<unknown>>> = {
  /** Makes `number` changes, and prints each one that is saved. */
  async write() {
    for (let count = 0; count < Number(number); count += 1) {
      await decide(`${id}-${count}`)
      print(`${id}-${count}`)
    }
  },
  /** Keeps the lock for `number` milliseconds before it makes its change. */
  hold: () => change(() => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, Number(number))),
  /** Stops itself while it has the lock, as a SIGSTOP from outside would. */
  stop: () => change(() => process.kill(process.pid, 'SIGSTOP')),
  async read() {
    print(store.read() === emptyProfile ? 'nothing' : 'profile')
  },
  async idle() {
    print((await store.update(profile => profile)) === emptyProfile ? 'nothing' : 'profile')
  },
}

await acts[act ?? '']?.().catch(({ code, facts: { problem, holder } }) =>
  print(`${code}: ${problem?.text ?? `${holder.kind} ${holder.pid}`}`),
)
