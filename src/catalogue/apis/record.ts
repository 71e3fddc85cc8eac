import type { Api, ApiShape } from '../api.ts'

export const startRecord: Api = {
  scope: 'scope.record',
  options: {},
  receives: ['tempFilePath'],
  // It answers when the recording ends; the old recorder wrote SILK.
  reply: () => ({ tempFilePath: 'wxfile://tmp_wxauth_demo.silk' }),
}

export const stopRecord: ApiShape = { options: {}, receives: [] }
