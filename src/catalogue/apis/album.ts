import type { Api, Params, Payload } from '../api.ts'
import type { ErrMsgKey } from '../wording.ts'
import { requiredText } from './options.ts'

// The API's page names no picture format. Reported failures had no extension, so every common one passes.
export const saveImageToPhotosAlbum: Api = {
  scope: 'scope.writePhotosAlbum',
  options: { filePath: requiredText },
  sample: { filePath: 'wxfile://tmp_wxauth_demo.jpg' },
  receives: [],
  reply: params => save(params, /\.(?:jpe?g|png|gif|bmp|webp|heic)$/i),
}

// The API's page says MP4, and there are reports of phones that refuse MOV.
export const saveVideoToPhotosAlbum: Api = {
  scope: 'scope.writePhotosAlbum',
  options: { filePath: requiredText },
  sample: { filePath: 'wxfile://tmp_wxauth_demo.mp4' },
  receives: [],
  reply: params => save(params, /\.mp4$/i),
}

/** A network path, but the API needs a local one. In DevTools, `http://tmp/…` and the like are local paths. */
const network = /^https?:\/\/(?!(?:tmp|usr|store)\/)/i

/** The extension decides whether the album takes the file. */
function save({ filePath }: Params, types: RegExp): Payload | ErrMsgKey {
  const path = typeof filePath === 'string' ? filePath : ''
  if (network.test(path)) return 'no-file'
  return types.test(path) ? {} : 'invalid-file-type'
}
