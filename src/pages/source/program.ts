import { posix } from 'node:path'
import type { MiniProgram } from '../../emulator/ports.ts'
import { WxauthError } from '../../faults.ts'
import type { JsonObject } from '../../json/json-object.ts'
import type { TextPlace } from '../../json/locate.ts'
import { declaredLists, declaredPurposes, isAppid, touristAppid } from '../../project/declared.ts'
import type { Place } from '../ports.ts'
import { type AppConfig, readAppConfig, readConfig } from './app-json.ts'
import type { TemplateCompiler } from './compile-template.ts'
import { type ProjectFiles, projectFiles } from './files.ts'
import { frameworkOf, libVersionOf, sourceRoot } from './frameworks.ts'
import { collectNotices, type Notices } from './notices.ts'
import { createResolver, type Resolver } from './resolve.ts'
import { createTemplates, type Templates } from './templates.ts'
import type { TransformResult } from './to-commonjs.ts'
import { transformScript } from './transform.ts'
import { createUnits, type Units } from './units.ts'

/** A Mini Program's source: read when it is asked for, kept for all launches. */
export interface Program {
  readonly app: {
    readonly appid: string
    readonly name: string
    /** The folder of app.json, relative to the project; `.` is the project itself. */
    readonly root: string
    readonly libVersion: string | undefined
  }
  readonly files: ProjectFiles
  readonly config: AppConfig
  readonly notices: Notices
  readonly resolver: Resolver
  readonly units: Units
  readonly templates: Templates
  /** A script as it runs; `undefined` if there is no such file. */
  readonly script: (file: string) => TransformResult | undefined
  /** Where a place of a running script is written. */
  readonly origin: (place: Place) => Place
}

/** The Mini Program as its app.json declares it: what an emulator needs of it. */
export function declaredProgram({ app: { appid, name }, config: { json } }: Program): Required<MiniProgram> {
  return { appid, name, purposes: declaredPurposes(json), declares: declaredLists(json) }
}

/**
 * @throws WxauthError ERR_PROJECT_MISSING, ERR_FRAMEWORK_SOURCE; what is broken inside of the project is a notice
 */
export function openProgram(directory: string, compiler: TemplateCompiler): Program {
  const files = openFolder(directory)
  const notices = collectNotices()
  const settings = projectSettings(files, notices)
  const root = sourceRoot(settings)
  if (!files.isFile(posix.join(root, 'app.json'))) refuse(files, root, directory)

  const config = readAppConfig(files, root, notices)
  const resolver = createResolver(files, root, config.resolveAlias)
  const templates = createTemplates({ files, root, notices, resolver, compiler })
  const scripts = new Map<string, TransformResult | undefined>()

  function script(file: string): TransformResult | undefined {
    if (!scripts.has(file)) {
      const text = files.read(file)
      scripts.set(file, text === undefined ? undefined : transformScript(text, file))
    }
    return scripts.get(file)
  }

  return {
    app: { ...namesIn(settings), root, libVersion: libVersionOf(settings) },
    files,
    config,
    notices,
    resolver,
    templates,
    units: createUnits({ files, root, config, notices, resolver, templates }),
    script,
    origin({ file, line, column }) {
      const known = scripts.get(file)
      const place: TextPlace = { line, column }
      return { file, ...(known !== undefined && 'code' in known ? known.origin(place) : place) }
    },
  }
}

function openFolder(directory: string): ProjectFiles {
  try {
    return projectFiles(directory)
  } catch {
    throw new WxauthError('ERR_PROJECT_MISSING', { directory, problem: 'no-directory', isRun: true })
  }
}

/** DevTools keeps a developer's own settings in a second file. */
function projectSettings(files: ProjectFiles, notices: Notices): JsonObject {
  const read = (file: string) => readConfig(files, file, notices)
  return { ...read('project.config.json'), ...read('project.private.config.json') }
}

function refuse(files: ProjectFiles, root: string, directory: string): never {
  const framework = frameworkOf(files, root)
  if (framework !== undefined) throw new WxauthError('ERR_FRAMEWORK_SOURCE', { directory, framework })
  throw new WxauthError('ERR_PROJECT_MISSING', { directory, problem: 'no-project', isRun: true })
}

function namesIn({ appid, projectname }: JsonObject): { readonly appid: string; readonly name: string } {
  const id = isAppid(appid) ? appid : touristAppid
  return {
    appid: id,
    name: typeof projectname === 'string' && projectname.trim() !== '' ? decoded(projectname) : id,
  }
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}
