import { existsSync, readFileSync } from 'node:fs'
import { transformSync } from 'rolldown/utils'
import { describe, expect, test } from 'vitest'
import packageJson from '../../package.json' with { type: 'json' }
import { errorOf, inWorld } from '../support/cli-world.ts'
import { bin, spawnCli } from '../support/spawn-cli.ts'

/** Runs `wxauth` in a process that takes itself for another version of Node. */
const onNode = (version: string, args: readonly string[]) =>
  inWorld(async world => {
    const lie = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${version}' } })`
    const env = { NODE_OPTIONS: `--require ${world.write('version.cjs', lie)}` }
    const run = await spawnCli({ world, args, env })
    return { ...run, hasProfiles: existsSync(world.home) }
  })

const set = ['set', 'scope.camera=accepted']

describe('An old Node', () => {
  const [, major, minor] = /^>=(\d+)\.(\d+)$/.exec(packageJson.engines.node) ?? []

  // npm run smoke tries real ones.
  test.concurrent.each(['14.21.3', '18.20.8', '20.16.0', `${major}.${Number(minor) - 1}.9`])(
    'is told which one is needed, and nothing runs: %s',
    async version => {
      expect(await onNode(version, set)).toMatchObject({
        code: 70,
        stdout: '',
        stderr: `error: wxauth needs Node.js ${major}.${minor} or later, and this is Node.js ${version}.\nhint: Update Node.js: https://nodejs.org\n`,
        hasProfiles: false,
      })
      expect(errorOf(await onNode(version, [...set, '--json', '--verbose']))).toEqual({
        code: 'ERR_INTERNAL',
        message: expect.stringContaining('needs Node.js'),
        hint: expect.stringMatching(/./),
      })
    },
  )

  test.concurrent.each([`${major}.${minor}.0`, '22.0.0', '100.0.0'])('is not %s', async version => {
    expect(await onNode(version, set)).toMatchObject({ code: 0, hasProfiles: true })
  })

  test('can read the first file, whose syntax is that of 2015', () => {
    const source = readFileSync(bin, 'utf8')
    const inSyntaxOf = (target: string) => transformSync(bin, source, { target }).code
    expect(inSyntaxOf('es2015')).toBe(inSyntaxOf('esnext'))
    expect(inSyntaxOf('esnext')).toContain('needs Node.js')
  })
})
