import type { Params } from '../../../catalogue/api.ts'
import { extensionOf } from '../files.ts'
import { always, listOf, numberOf, type RowAnswer, type RowHost, type Rows, textOf } from '../row.ts'
import { choosing } from './device.ts'

const video = { duration: 5, size: 4096, height: 960, width: 544 }
const pictureSize = 1024

function pictures(_params: Params, { files }: RowHost) {
  const path = files.temporary('jpg', pictureSize)
  return { tempFilePaths: [path], tempFiles: [{ path, size: pictureSize }] }
}

/** A picture, unless only videos are wanted. */
function media({ mediaType }: Params, { files }: RowHost) {
  const wanted = listOf(mediaType)
  const isVideo = wanted.includes('video') && !wanted.includes('image') && !wanted.includes('mix')
  const file = isVideo
    ? {
        ...video,
        tempFilePath: files.temporary('mp4'),
        thumbTempFilePath: files.temporary('jpg'),
        fileType: 'video',
      }
    : { tempFilePath: files.temporary('jpg', pictureSize), size: pictureSize, fileType: 'image' }
  return { tempFiles: [file], type: isVideo ? 'video' : 'image' }
}

function messageFiles({ type }: Params, { files, clock }: RowHost) {
  const kinds = { image: 'jpg', video: 'mp4' } as const
  const kind = type === 'video' ? 'video' : type === 'file' ? 'file' : 'image'
  const extension = kind === 'file' ? 'pdf' : kinds[kind]
  const path = files.temporary(extension)
  const file = { path, size: files.sizeOf(path), name: `file.${extension}`, type: kind }
  return { tempFiles: [{ ...file, time: Math.floor(clock.now() / 1000) }] }
}

/** The path of a picture that may be saved: a network picture is downloaded first. */
function imageInfo({ src }: Params, { files }: RowHost): RowAnswer {
  const source = textOf(src)
  if (source === '') return { errMsg: 'fail file not found' }
  const type = extensionOf(source, 'jpg')
  const path = /^https?:/.test(source) ? files.temporary(type) : source
  return { width: 750, height: 750, path, orientation: 'up', type: type === 'jpg' ? 'jpeg' : type }
}

function canvasPicture({ fileType }: Params, { files }: RowHost): RowAnswer {
  return { tempFilePath: files.temporary(fileType === 'jpg' ? 'jpg' : 'png') }
}

/** The same picture or video, smaller. */
const smaller = (extension: string, key: string) => ({
  answer: (params: Params, { files }: RowHost): RowAnswer => ({
    tempFilePath: files.temporary(extensionOf(textOf(params[key]), extension)),
    size: pictureSize,
  }),
})

/** Black and transparent, as nothing is drawn; more are left out. */
const mostPixels = 10_000

function pixels({ width, height }: Params): RowAnswer {
  const [columns, lines] = [numberOf(width), numberOf(height)]
  return {
    width: columns,
    height: lines,
    data: Array.from({ length: Math.min(columns * lines, mostPixels) * 4 }, () => 0),
  }
}

export const mediaRows: Rows = {
  chooseImage: choosing('chooseImage', pictures),
  chooseMedia: choosing('chooseMedia', media),
  chooseVideo: choosing('chooseVideo', (_params, { files }) => ({
    ...video,
    tempFilePath: files.temporary('mp4'),
    thumbTempFilePath: files.temporary('jpg'),
  })),
  chooseMessageFile: choosing('chooseMessageFile', messageFiles),
  cropImage: choosing('cropImage', (_params, { files }) => ({ tempFilePath: files.temporary('jpg') })),
  editImage: choosing('editImage', (_params, { files }) => ({ tempFilePath: files.temporary('jpg') })),
  getImageInfo: { answer: imageInfo },
  getVideoInfo: always({ ...video, orientation: 'up', type: 'mp4', fps: 30, bitrate: 1000 }),
  compressImage: smaller('jpg', 'src'),
  compressVideo: smaller('mp4', 'src'),
  canvasToTempFilePath: { answer: canvasPicture },
  canvasGetImageData: { answer: pixels },
  getAvailableAudioSources: always({ audioSources: ['auto', 'mic'] }),
}
