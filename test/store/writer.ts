// One wxauth among many, as a process of its own: node writer.mjs <act> <directory> <id> <number> <patience>
import { writeSync } from 'node:fs'
import process from 'node:process'
import { guideCatalogue } from '../../src/catalogue/editions/guide.ts'
import { hostOf } from '../../src/locks/host.ts'
import { emptyProfile, withDecision } from '../../src/machine/profile.ts'
import { confStore } from '../../src/store/conf-store.ts'

const [act, directory = '', id = '', number = '0', patience = '0'] = process.argv.slice(2)
const store = confStore({
  directory,
  name: 'default',
  catalogue: guideCatalogue,
  host: hostOf(process),
  patience: Number(patience),
})
const say = (line: string) => writeSync(1, `${line}\n`)
const decide = (appid: string) =>
  store.update(profile =>
    withDecision(profile, { appid, name: id }, 'scope.camera', {
      state: 'accepted',
      at: '2026-01-31T08:00:00.000Z',
      by: 'set',
    }),
  )

/** Says `held` as soon as it has the lock. */
async function change(meanwhile: () => unknown): Promise<void> {
  let looks = 0
  await store.update(profile => {
    looks += 1
    if (looks > 1) {
      say('held')
      meanwhile()
    }
    return { ...profile, apps: { ...profile.apps, [id]: { name: id, scopes: {} } } }
  })
  say(id)
}

const acts: Readonly<Record<string, () => Promise<unknown>>> = {
  /** Makes so many changes, and says each one that is kept. */
  async write() {
    for (let count = 0; count < Number(number); count += 1) {
      await decide(`${id}-${count}`)
      say(`${id}-${count}`)
    }
  },
  /** Keeps the lock for so many milliseconds before it makes its change. */
  hold: () => change(() => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, Number(number))),
  /** Stops, as by a SIGSTOP from elsewhere, while it has the lock. */
  stop: () => change(() => process.kill(process.pid, 'SIGSTOP')),
  async read() {
    say(store.read() === emptyProfile ? 'nothing' : 'profile')
  },
  async idle() {
    say((await store.update(profile => profile)) === emptyProfile ? 'nothing' : 'profile')
  },
}

await acts[act ?? '']?.().catch(({ code, facts: { problem, holder } }) =>
  say(`${code}: ${problem?.text ?? `${holder.kind} ${holder.pid}`}`),
)
