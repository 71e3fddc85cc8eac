import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { temporaryHome } from '../support/temporary-home.ts'

const bin = join(import.meta.dirname, '../../bin/wxauth.cjs')

/** The reader's home in the READMEs. */
const homeInReadmes = '/home/me'

const pageThatDoesNotListen = `Page({
  locate() {
    wx.getLocation({ success: place => this.setData({ place }) })
  },
})
`

/** Runs what a README shows in bash, with `wxauth` on the PATH and without a terminal. */
export interface Reader {
  /** Runs the lines as a script. @returns the exit code, and all that it printed */
  run(script: string): { readonly code: number | null; readonly output: string }
  /** Runs the commands of a `console` block, one after another. @returns the block with their actual output */
  type(session: string): string
  /** Writes a file into the Mini Program. */
  write(file: string, content: string): void
}

/** Makes a reader whose working directory is the folder of a Mini Program. @param locale of the system */
export function reader(locale = 'C.UTF-8'): Reader {
  const home = temporaryHome()
  const project = join(home, 'shop')
  mkdirSync(join(home, 'bin'))
  mkdirSync(project)
  symlinkSync(bin, join(home, 'bin/wxauth'))
  chmodSync(bin, 0o755)
  const write = (file: string, content: string) => writeFileSync(join(project, file), content)
  write('project.config.json', '{ "appid": "wx0123456789abcdef", "projectname": "Shop" }')
  write(
    'app.json',
    '{ "pages": ["pages/near/index"], "permission": { "scope.userLocation": { "desc": "To find a shop near you" } } }',
  )
  mkdirSync(join(project, 'pages/near'), { recursive: true })
  write('pages/near/index.wxml', '<button bindtap="locate">Show what is near</button>\n')
  write('pages/near/index.js', pageThatDoesNotListen)

  // Without the developer's own variables, which could color or answer.
  const env = { PATH: `${join(home, 'bin')}:${process.env.PATH}`, HOME: home, TMPDIR: home, LANG: locale }
  function run(script: string) {
    // stderr goes to stdout, as on a terminal.
    const { status, stdout } = spawnSync('bash', ['-c', `exec 2>&1\n${script}`], {
      cwd: project,
      env,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    return { code: status, output: stdout.replaceAll(home, homeInReadmes) }
  }

  return {
    run,
    type(session) {
      const commands = [...session.matchAll(/^\$ (.*)$/gm)].map(([, command = '']) => command)
      // After each command comes a NUL, and its exit code stays for the `$?` of the next.
      const { output } = run(
        commands.map(command => `${command}\n(code=$?; printf '\\0'; exit $code)\n`).join(''),
      )
      const outputs = output.split('\0')
      return commands.map((command, index) => `$ ${command}\n${outputs[index] ?? ''}`).join('')
    },
    write,
  }
}
