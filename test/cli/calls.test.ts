import { describe, expect, test } from 'vitest'
import { guideCatalogue } from '../../src/catalogue/editions/guide.ts'
import { inWorld, profileWith } from '../support/cli-world.ts'

describe('every guarded API', () => {
  test.concurrent.each(guideCatalogue.guardedApis)(
    '%s asks; accepted, it succeeds without a popup; rejected, it fails without a popup',
    api =>
      inWorld(async world => {
        const name = api === 'camera' ? 'insertCamera' : api.slice('wx.'.length)
        const first = await world.json(`call ${api} --accept`)
        expect(first).toMatchObject({ callback: 'success', popup: 'accept', after: 'accepted' })
        expect(first.result?.errMsg).toBe(`${name}:ok`)

        const second = await world.json(`call ${api.replace('wx.', '')}`)
        expect(second).toMatchObject({ api, callback: 'success', popup: null, before: 'accepted' })

        world.write('profiles/default.json', profileWith({ [`${first.scope}`]: 'rejected' }))
        const third = await world.json(`call ${api} --accept`)
        expect(third).toMatchObject({ callback: 'fail', popup: null, before: 'rejected', after: 'rejected' })
        expect(third.result).toEqual({ errMsg: `${name}:fail auth deny` })
      }),
  )
})

test.concurrent('one decision covers all APIs of its scope', () =>
  inWorld(async world => {
    await world.run('call wx.saveImageToPhotosAlbum --accept')
    const other = await world.json('call wx.saveVideoToPhotosAlbum')
    expect(other).toMatchObject({ callback: 'success', popup: null, scope: 'scope.writePhotosAlbum' })
  }))

test.concurrent('wx.authorize asks in advance, never runs the API, and never asks for scope.userInfo', () =>
  inWorld(async world => {
    const document = await world.json('authorize scope.record --accept')
    expect(document).toMatchObject({ result: { errMsg: 'authorize:ok' }, popup: 'accept', after: 'accepted' })
    expect(await world.json('call wx.startRecord')).toMatchObject({ callback: 'success', popup: null })

    const refusal = await world.run('authorize scope.userInfo --accept --json')
    expect(refusal.code).toBe(1)
    expect(JSON.parse(refusal.stdout)).toMatchObject({
      callback: 'fail',
      result: { errMsg: 'authorize:fail scope unauthorized' },
      before: 'undecided',
      after: 'undecided',
      popup: null,
    })
    expect(refusal.stderr).toContain('--accept had no effect')
    expect(refusal.stderr).toContain('wxauth tap getUserInfo')

    await world.run('set scope.userInfo=rejected')
    expect((await world.json('authorize scope.userInfo')).result?.errMsg).toBe('authorize:fail auth deny')
    await world.run('set scope.userInfo=accepted')
    expect((await world.json('authorize scope.userInfo')).result?.errMsg).toBe('authorize:ok')
  }))

test.concurrent('a decision records where it was made', () =>
  inWorld(async world => {
    await world.run('call wx.startRecord --reject')
    await world.run('tap getUserInfo --accept')
    await world.run('call camera --accept')
    await world.run('open-setting --disable scope.camera')
    await world.run('set scope.werun=accepted')
    await world.run('authorize scope.invoice --dismiss')
    const { scopes = {} } = world.profile().apps.touristappid ?? {}
    expect(Object.entries(scopes).map(([scope, decision]) => [scope, decision?.state, decision?.by])).toEqual(
      [
        ['scope.record', 'rejected', 'popup'],
        ['scope.userInfo', 'accepted', 'button'],
        ['scope.camera', 'rejected', 'settings'],
        ['scope.werun', 'accepted', 'set'],
      ],
    )
    for (const decision of Object.values(scopes))
      expect(decision?.at).toMatch(/^\d{4}-\d\d-\d\dT[\d:]{8}\.\d{3}Z$/)
  }))
