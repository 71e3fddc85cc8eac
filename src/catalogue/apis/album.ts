import type { Api, Params, Payload } from '../api.ts'
import type { ErrMsgKey } from '../wording.ts'
import { requiredText } from './options.ts'

// The page of the API names no format for pictures; reports are of files without an extension, so every usual one passes.
export const saveImageToPhotosAlbum: Api = {
  scope: 'scope.writePhotosAlbum',
  options: { filePath: requiredText },
  receives: [],
  reply: params => saved(params, /\.(?:jpe?g|png|gif|bmp|webp|heic)$/i),
}

// The page of the API says MP4, and phones were reported to refuse MOV.
export const saveVideoToPhotosAlbum: Api = {
  scope: 'scope.writePhotosAlbum',
  options: { filePath: requiredText },
  receives: [],
  reply: params => saved(params, /\.mp4$/i),
}

/** A network path: the pages want a local one. `http://tmp/…` and its like are how DevTools writes local paths. */
const network = /^https?:\/\/(?!(?:tmp|usr|store)\/)/i

/** Saves a file that the album takes, told by its extension. */
function saved({ filePath }: Params, types: RegExp): Payload | ErrMsgKey {
  const path = typeof filePath === 'string' ? filePath : ''
  if (network.test(path)) return 'no-file'
  return types.test(path) ? {} : 'invalid-file-type'
}
