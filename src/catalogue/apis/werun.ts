import { type Api, type Params, type Payload, type ReplyContext, watermark } from '../api.ts'

const days = 31
const secondsPerDay = 86_400
/** Asia/Shanghai is UTC+8 all year. */
const shanghai = 8 * 3600

export const getWeRunData: Api = {
  scope: 'scope.werun',
  options: {},
  receives: ['encryptedData', 'iv'],
  reply: weRunData,
}

/** Encrypts `{ stepInfoList: [{ timestamp, step }], watermark }`. */
async function weRunData(_: Params, context: ReplyContext): Promise<Payload> {
  const data = { stepInfoList: stepInfoList(context.now()), watermark: watermark(context) }
  return await context.seal.encrypt(JSON.stringify(data))
}

/** The last 31 days, today last: each at its local midnight, in seconds. */
function stepInfoList(now: Date): readonly { readonly timestamp: number; readonly step: number }[] {
  const today = Math.floor((now.getTime() / 1000 + shanghai) / secondsPerDay)
  return Array.from({ length: days }, (_, index) => {
    const day = today - days + 1 + index
    return { timestamp: day * secondsPerDay - shanghai, step: stepsOn(day) }
  })
}

/** 3000 to 11999, different from day to day and the same at each call. */
function stepsOn(day: number): number {
  return 3000 + ((((day * 7919) % 9000) + 9000) % 9000)
}
