import { deepEqual, equal } from 'node:assert/strict'
import { cpSync, mkdirSync, realpathSync, writeFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import process from 'node:process'
import { mustRun } from './installed.mjs'
import { fetchFlags, fetchPackages, npm } from './nodes.mjs'

const root = join(import.meta.dirname, '../..')
const isGenerated = new Set(['.before-pack', '.git', 'dist', 'node_modules', 'simulate'])

/**
 * Ways to install the package besides `npm install TARBALL`. `tool` is the package of the manager, and the file of it
 * that Node runs; `prefix` comes before a command of an installed package.
 */
export const managers = [
  {
    name: 'pnpm',
    tool: ['pnpm', 'bin/pnpm.mjs'],
    prepare: () => {},
    add: tarball => ['add', tarball],
    prefix: ['exec'],
  },
  {
    name: 'Yarn with Plug’n’Play',
    tool: ['@yarnpkg/cli-dist', 'bin/yarn.js'],
    prepare(project) {
      writeFileSync(join(project, 'yarn.lock'), '')
      writeFileSync(
        join(project, '.yarnrc.yml'),
        'nodeLinker: pnp\nenableGlobalCache: false\nenableTelemetry: false\n',
      )
    },
    add: tarball => ['add', `wxauth@file:${tarball}`],
    prefix: [],
  },
]

/** Gets a package manager. @returns the path of its program */
export async function fetchManager({ tool: [name, file] }, place) {
  const folder = join(place, `manager-${name.replace(/\W/g, '-')}`)
  mkdirSync(folder)
  writeFileSync(join(folder, 'package.json'), '{}')
  await fetchPackages([name], folder)
  return join(folder, 'node_modules', name, file)
}

/** Installs the package with it, and uses the command and the library twice. @returns what was done */
export async function tryManager({ name, prepare, add, prefix }, program, tarball, place) {
  const project = join(place, `with-${name.replace(/\W+/g, '-')}`)
  mkdirSync(project)
  writeFileSync(join(project, 'package.json'), JSON.stringify({ name: 'user', private: true }))
  prepare(project)
  const manager = args => mustRun(process.execPath, [program, ...args], project)
  await manager(add(tarball))
  await use(words => manager([...prefix, ...words]))
  return ['the command and the library']
}

/** The package from a Git repository with the files of this one. @returns the project that it is installed into */
export async function installFromGit(place) {
  const [repository, project] = [join(place, 'repository'), join(place, 'from-git')]
  const filter = path => !isGenerated.has(relative(root, path).split(sep)[0])
  cpSync(root, repository, { recursive: true, filter })
  mkdirSync(project)
  writeFileSync(join(project, 'package.json'), '{}')
  const git = (...args) => mustRun('git', args, repository)
  await git('init', '--quiet')
  await git('add', '--all')
  await git(
    '-c',
    'user.name=smoke',
    '-c',
    'user.email=smoke@localhost',
    'commit',
    '--quiet',
    '--message',
    'all',
  )
  await npm(['install', ...fetchFlags, `git+file://${realpathSync(repository)}`], project, process.env)
  return project
}

export async function tryGit(project) {
  const wxauth = join(project, 'node_modules/wxauth/bin/wxauth.cjs')
  await use(([command, ...args]) =>
    mustRun(process.execPath, command === 'wxauth' ? [wxauth, ...args] : args, project),
  )
  return ['the command and the library']
}

/** @param {(words: readonly string[]) => Promise<string>} exec runs a command with what is installed */
async function use(exec) {
  for (const answer of ['--accept', '--no-input']) {
    const stdout = await exec(['wxauth', 'call', 'chooseAddress', '--json', answer])
    equal(JSON.parse(stdout).result.errMsg, 'chooseAddress:ok')
  }
  const names = 'console.log(typeof createWxAuth, typeof install)'
  const ways = [
    `const { createWxAuth } = require('wxauth'), { install } = require('wxauth/simulate'); ${names}`,
    `Promise.all([import('wxauth'), import('wxauth/simulate')]).then(([{ createWxAuth }, { install }]) => ${names})`,
  ]
  for (const code of ways) deepEqual((await exec(['node', '-e', code])).trim(), 'function function')
}
