// wx.request returns a task, no promise.
const send = options => new Promise((success, fail) => wx.request({ ...options, success, fail }))

export const request = async url => {
  const { statusCode, data } = await send({ url: `https://example.com/api/${url}` })
  if (statusCode !== 200) throw new Error(`status ${statusCode}`)
  return data
}

export default { request }
