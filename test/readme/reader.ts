import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { temporaryHome } from '../support/temporary-home.ts'

const bin = join(import.meta.dirname, '../../bin/wxauth.cjs')

/** How a README writes the reader's home; the rest of a path is as it is printed. */
const homeInReadmes = '/home/me'

/** Somebody who tries what a README shows, in bash, with `wxauth` on the path and nobody at the terminal. */
export interface Reader {
  /** Runs the lines as a script. @returns how it ended, and all that it printed */
  run(script: string): { readonly code: number | null; readonly output: string }
  /** Types the commands of a `console` block, one after another. @returns the block with what each of them prints */
  type(session: string): string
  /** Puts a file into the Mini Program. */
  write(file: string, content: string): void
}

/** A reader whose working directory is the folder of a Mini Program. */
export function reader(): Reader {
  const home = temporaryHome()
  const project = join(home, 'shop')
  mkdirSync(join(home, 'bin'))
  mkdirSync(project)
  symlinkSync(bin, join(home, 'bin/wxauth'))
  chmodSync(bin, 0o755)
  const write = (file: string, content: string) => writeFileSync(join(project, file), content)
  write('project.config.json', '{ "appid": "wx0123456789abcdef", "projectname": "Shop" }')
  write('app.json', '{ "permission": { "scope.userLocation": { "desc": "To find a shop near you" } } }')

  // Nothing of the developer's own environment may color or answer.
  const env = { PATH: `${join(home, 'bin')}:${process.env.PATH}`, HOME: home, TMPDIR: home, LANG: 'C.UTF-8' }
  function run(script: string) {
    // stderr goes where stdout goes, as on a terminal.
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
      // Each ends with a mark, and leaves its exit code for the `$?` of the next.
      const { output } = run(
        commands.map(command => `${command}\n(code=$?; printf '\\0'; exit $code)\n`).join(''),
      )
      const printed = output.split('\0')
      return commands.map((command, index) => `$ ${command}\n${printed[index] ?? ''}`).join('')
    },
    write,
  }
}
