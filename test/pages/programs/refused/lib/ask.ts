export const locate = (): Promise<{ latitude: number }> =>
  new Promise((resolve, reject) => wx.getLocation({ success: resolve, fail: reject }))
export async function twice(): Promise<void> {
  await locate()
  await locate()
}
