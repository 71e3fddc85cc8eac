// Plays the scene with the built tool in a real terminal, records both screens and draws them, in each language:
// npm run picture.
import { execFileSync } from 'node:child_process'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { rolldown } from 'rolldown'

const here = import.meta.dirname

/** Loads a module in TypeScript, which the oldest supported Node cannot run. */
async function load(path) {
  const bundle = await rolldown({ input: join(here, path), platform: 'node' })
  const { output } = await bundle.generate({ format: 'esm' })
  return import(`data:text/javascript,${encodeURIComponent(output[0].code)}`)
}

const { drawRecorded, pictures, scene } = await load('recorded.ts')
const { openPane, pause, whyNoPane } = await load('../support/pty-tmux.ts')
const why = whyNoPane()
if (why !== undefined) throw new Error(why)

for (const picture of pictures) {
  await record(picture)
  writeFileSync(join(here, `popup${picture.end}.svg`), drawRecorded(here, picture))
}

async function record({ language, end, open }) {
  const pane = await openPane(scene.columns, scene.rows)
  try {
    const project = join(pane.folder, 'project')
    mkdirSync(project)
    for (const [name, content] of Object.entries(scene.project))
      writeFileSync(join(project, name), JSON.stringify(content))
    symlinkSync(join(here, '../../bin/wxauth.cjs'), join(pane.folder, 'wxauth'))
    // Its own profile, so that the developer's earlier answers do not count.
    await pane.line(
      `export PATH="$PWD:$PATH" WXAUTH_HOME="$PWD/state" WXAUTH_LANG=${language}; unset CI; cd project; clear; echo ready`,
    )
    await pane.shows(/^ready\n\$$/)
    await pane.line('clear')
    await pane.shows(/^\$$/)

    const keep = name => {
      const socket = join(pane.folder, 'tmux')
      const screen = execFileSync('tmux', ['-S', socket, '-u', 'capture-pane', '-e', '-p'], {
        encoding: 'utf8',
      })
      writeFileSync(join(here, `${name}${end}.ansi`), `${screen.trimEnd()}\n`)
    }
    await pane.line(scene.command)
    await pane.shows(open)
    // A key right after the popup appears does not count.
    await pause(500)
    keep('before')
    await pane.press(scene.key)
    await pane.shows(/\n\$$/)
    keep('after')
  } finally {
    await pane.close()
  }
}
