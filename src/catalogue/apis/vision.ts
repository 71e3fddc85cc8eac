import { isJsonObject } from '../../json/json-object.ts'
import type { Api, Params } from '../api.ts'
import { changelog } from '../sources.ts'

/** A session of visual recognition. What asks for the camera is its start, which the reply stands for. */
export const createVKSession: Api = {
  answers: 'value',
  scope: 'scope.camera',
  options: {
    track: { types: ['Object'], required: true },
    version: { types: ['String'], values: ['v1', 'v2'] },
    cameraPosition: { types: ['Number'] },
    gl: { types: ['Object'] },
  },
  sample: { track: { plane: { mode: 1 } } },
  scopesIn: params => (usesCamera(params) ? ['scope.camera'] : []),
  receives: [],
  reply: () => ({}),
  since: '2.27.3',
  source: changelog,
}

/** What can be recognized in a still picture, with mode 2. Official: the page of the API. */
const inPictures: readonly string[] = ['face', 'OCR', 'IDCard', 'body', 'hand', 'depth']

export function usesCamera({ track }: Params): boolean {
  const kinds = isJsonObject(track) ? Object.entries(track) : []
  // By default it looks for planes, with the camera.
  if (kinds.length === 0) return true
  return !kinds.every(([kind, how]) => inPictures.includes(kind) && isJsonObject(how) && how.mode === 2)
}
