import type { ExploreTexts } from '../../messages/texts.ts'
import { onOneLine } from '../../text/in-lines.ts'
import type { Explored } from '../explored.ts'
import type { Finding } from '../findings/finding.ts'
import { ruleNames, type Severity } from '../findings/rule.ts'
import { severityOf } from '../findings/rules.ts'
import type { Step } from '../findings/steps.ts'
import type { Notice, Place } from '../ports.ts'
import type { Baseline } from './baseline.ts'
import { reachLines, reservationsOf } from './verdict.ts'
import { messageOf, noticeText, replayCommand, stepText } from './words.ts'

interface SarifParts {
  readonly texts: ExploreTexts
  /** The flags that a replay needs too. */
  readonly replayFlags?: readonly string[]
  /** Of wxauth. */
  readonly version: string
  /** `null` if there is none. */
  readonly baseline: Baseline | null
}

const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
}

/** SARIF 2.1.0, as code scanning reads it; the way to a finding is its code flow. */
export function sarifLog(explored: Explored, parts: SarifParts) {
  const { findings, notices } = explored
  const { texts, version, replayFlags } = parts
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'wxauth',
            informationUri: 'https://www.npmjs.com/package/wxauth',
            version,
            rules: ruleNames.map(name => ruleOf(name, texts)),
          },
        },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { '%SRCROOT%': {} },
        invocations: [
          {
            executionSuccessful: true,
            toolExecutionNotifications: [
              ...reservations(explored, texts),
              ...notices.map(notice => notificationOf(notice, texts, replayFlags)),
            ],
          },
        ],
        results: findings.map(finding => resultOf(finding, parts)),
      },
    ],
  }
}

/** A log without results does not say how much was tried. */
function reservations(explored: Explored, texts: ExploreTexts) {
  // An endless loop has a notice, with its place.
  const others = reservationsOf(explored, texts).filter(({ code }) => code !== 'endless-loop')
  const reach = reachLines(explored, texts)
  return [
    ...others.map(({ code, text }) => ({ level: 'warning', code, text })),
    ...(reach.length === 0 ? [] : [{ level: 'note', code: 'calls-reached', text: reach.join(' ') }]),
  ].map(({ level, code, text }) => ({
    level,
    descriptor: { id: code },
    message: { text: onOneLine(text) },
  }))
}

function ruleOf(name: (typeof ruleNames)[number], { rules }: ExploreTexts) {
  const { title, says, suffers, fix } = rules[name]
  const help = onOneLine([says, suffers, fix].join(' '))
  return {
    id: name,
    name: title,
    shortDescription: { text: onOneLine(title) },
    fullDescription: { text: onOneLine(says) },
    help: { text: help },
    defaultConfiguration: { level: levels[severityOf(name)] },
  }
}

function resultOf(finding: Finding, { texts, baseline, replayFlags }: SarifParts) {
  const { rule, severity, start, steps, related, fingerprint } = finding
  const replay = steps.length === 0 ? [] : [texts.report.replay(replayCommand(finding, replayFlags))]
  const message = onOneLine([messageOf(finding, texts), ...replay].join(' '))
  const here = (text: string) => ({
    location: { ...locationOf(finding), message: { text: onOneLine(text) } },
  })
  const flow = [
    ...(start === 'rejected' && steps.length > 0 ? [here(texts.report.startsRejected)] : []),
    ...steps.map(step => flowStep(step, finding, texts)),
    here(messageOf(finding, texts)),
  ]
  return {
    ruleId: rule,
    ruleIndex: ruleNames.indexOf(rule),
    level: levels[severity],
    message: { text: message },
    locations: [locationOf(finding)],
    relatedLocations: related.map((place, id) => ({ id, ...locationOf(place) })),
    codeFlows: [{ threadFlows: [{ locations: flow }] }],
    partialFingerprints: { 'wxauth/v1': fingerprint },
    ...(baseline === null ? {} : { baselineState: baseline.has(fingerprint) ? 'unchanged' : 'new' }),
  }
}

/** A step without a line of its own, such as opening the page, belongs to the place of the finding. */
function flowStep(step: Step, finding: Finding, texts: ExploreTexts) {
  const at = 'at' in step ? placeIn(step.at) : undefined
  return { location: { ...locationOf(at ?? finding), message: { text: onOneLine(stepText(step, texts)) } } }
}

function placeIn(at: string | undefined): Place | undefined {
  const [, file, line, column] = /^(.*):(\d+):(\d+)$/.exec(at ?? '') ?? []
  return file === undefined ? undefined : { file, line: Number(line), column: Number(column) }
}

function locationOf({ file, line, column }: Place) {
  return {
    physicalLocation: {
      artifactLocation: artifactOf(file),
      region: { startLine: line, startColumn: column },
    },
  }
}

const artifactOf = (file: string) => ({
  uri: file.split('/').map(encodeURIComponent).join('/'),
  uriBaseId: '%SRCROOT%',
})

function notificationOf(notice: Notice, texts: ExploreTexts, replayFlags: readonly string[] | undefined) {
  const { code, file, line, column } = notice
  const place =
    file === null
      ? {}
      : {
          locations: [
            line === null
              ? { physicalLocation: { artifactLocation: artifactOf(file) } }
              : locationOf({ file, line, column: column ?? 1 }),
          ],
        }
  return {
    level: 'note',
    descriptor: { id: code },
    message: { text: onOneLine(noticeText(notice, texts, replayFlags)) },
    ...place,
  }
}
