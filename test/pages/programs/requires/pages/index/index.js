const rooted = require('/utils/util')
const bare = require('utils/util.js')
const alias = require('@/deep')
const tiny = require('tiny')
const whole = require('whole')
require('../../lib/same').times += 1

Page({
  data: {
    names: [rooted.name, bare === rooted ? 'one module' : 'two modules', alias.name, tiny(), whole.name],
    times: rooted.same.times,
  },
})
